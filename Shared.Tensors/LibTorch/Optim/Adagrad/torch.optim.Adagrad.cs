using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Adagrad: steps divided by the root of the sum of squared gradients.</summary>
        /// <param name="parameters">The parameters, at least one.</param>
        /// <param name="lr">How far a step goes. Range: at least 0.</param>
        /// <param name="lr_decay">How fast the learning rate falls with the steps. Range: at least 0.</param>
        /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
        /// <param name="initial_accumulator_value">Where the sums of squares start. Range: at least 0.</param>
        /// <param name="eps">What keeps the denominator from 0. Range: at least 0.</param>
        public static Adagrad Adagrad(IEnumerable<Parameter> parameters,
            double lr = 0.01, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0,
            double eps = 1e-10) =>
            new(parameters, lr, lr_decay, weight_decay, initial_accumulator_value, eps);

        /// <summary>Adagrad: steps divided by the root of the sum of squared gradients.</summary>
        /// <param name="parameters">The parameters, at least one.</param>
        /// <param name="lr">How far a step goes. Range: at least 0.</param>
        /// <param name="lr_decay">How fast the learning rate falls with the steps. Range: at least 0.</param>
        /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
        /// <param name="initial_accumulator_value">Where the sums of squares start. Range: at least 0.</param>
        /// <param name="eps">What keeps the denominator from 0. Range: at least 0.</param>
        public static Adagrad Adagrad(IEnumerable<(string name, Parameter parameter)> parameters,
            double lr = 0.01, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0,
            double eps = 1e-10) =>
            new(parameters.Select(pair => pair.parameter), lr, lr_decay, weight_decay, initial_accumulator_value, eps);

        /// <summary>Adagrad: steps divided by the root of the sum of squared gradients.</summary>
        /// <param name="parameters">The parameters, at least one.</param>
        /// <param name="lr">How far a step goes. Range: at least 0.</param>
        /// <param name="lr_decay">How fast the learning rate falls with the steps. Range: at least 0.</param>
        /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
        /// <param name="initial_accumulator_value">Where the sums of squares start. Range: at least 0.</param>
        /// <param name="eps">What keeps the denominator from 0. Range: at least 0.</param>
        public static Adagrad Adagrad(IEnumerable<Adagrad.ParamGroup> parameters,
            double lr = 0.01, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0,
            double eps = 1e-10) =>
            new(parameters, lr, lr_decay, weight_decay, initial_accumulator_value, eps);
    }
}
