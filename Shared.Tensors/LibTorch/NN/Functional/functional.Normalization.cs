namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// Shifts and scales each channel to mean 0 and variance 1 over the batch. Source: Ioffe and Szegedy (2015), Batch
            /// normalization.
            /// </summary>
            /// <param name="input">Batch by channels, then any dimensions.</param>
            /// <param name="running_mean">The means used out of training and followed in it; null for the batch's.</param>
            /// <param name="running_var">The variances likewise.</param>
            /// <param name="weight">Factors per channel; null for ones.</param>
            /// <param name="bias">Summands per channel; null for zeros.</param>
            /// <param name="training">Whether the batch's own statistics are used, and the running ones follow them.</param>
            /// <param name="momentum">The share of the batch in the running statistics.</param>
            /// <param name="eps">Added to the variance.</param>
            public static Tensor batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null,
                Tensor? bias = null, bool training = false, double momentum = 0.1, double eps = 1e-05) =>
                NNOperators.BatchNorm.Call(input, weight, bias, running_mean, running_var, training, momentum, eps, true);

            /// <summary>
            /// Shifts and scales each group of channels of each sample to mean 0 and variance 1. Source: Wu and He (2018), Group
            /// normalization.
            /// </summary>
            /// <param name="input">Batch by channels, then any dimensions.</param>
            /// <param name="num_groups">Groups; a divisor of the number of channels.</param>
            /// <param name="weight">Factors per channel; null for ones.</param>
            /// <param name="bias">Summands per channel; null for zeros.</param>
            /// <param name="eps">Added to the variance.</param>
            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null,
                double eps = 1e-05) =>
                NNOperators.GroupNorm.Call(input, num_groups, weight, bias, eps, true);

            /// <summary>Shifts and scales each channel of each sample to mean 0 and variance 1.</summary>
            /// <inheritdoc cref="batch_norm"/>
            /// <param name="input">Batch by channels, then any dimensions.</param>
            /// <param name="running_mean">The means used without the input's statistics, and followed with them; null for none.</param>
            /// <param name="running_var">The variances likewise.</param>
            /// <param name="weight">Factors per channel; null for ones.</param>
            /// <param name="bias">Summands per channel; null for zeros.</param>
            /// <param name="use_input_stats">Whether the input's own statistics are used.</param>
            /// <param name="momentum">The share of the input in the running statistics.</param>
            /// <param name="eps">Added to the variance.</param>
            public static Tensor instance_norm(Tensor input, Tensor? running_mean = null, Tensor? running_var = null,
                Tensor? weight = null, Tensor? bias = null, bool use_input_stats = true, double momentum = 0.1, double eps = 1e-05) =>
                NNOperators.InstanceNorm.Call(input, weight, bias, running_mean, running_var, use_input_stats, momentum, eps, true);
        }
    }
}
