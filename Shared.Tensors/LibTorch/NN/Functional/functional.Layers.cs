namespace TorchSharp;

public static partial class torch
{
    /// <summary>Networks: their functions and losses.</summary>
    public static partial class nn
    {
        /// <summary>Layers, activations and losses as functions of tensors.</summary>
        public static partial class functional
        {
            /// <summary>input * weights^T + bias, over the last dimension.</summary>
            /// <param name="input">Any leading dimensions, then the inputs.</param>
            /// <param name="weights">Outputs by inputs.</param>
            /// <param name="bias">One number per output; null for none.</param>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) =>
                NNOperators.Linear.Call(input, weights, bias);

            /// <summary>
            /// Shifts and scales to mean 0 and variance 1 over the last dimensions. Source: Ba, Kiros and Hinton (2016), Layer
            /// Normalization.
            /// </summary>
            /// <param name="input">Any leading dimensions, then the normalized ones.</param>
            /// <param name="normalized_shape">The sizes of the normalized dimensions.</param>
            /// <param name="weight">Factors of that shape; null for ones.</param>
            /// <param name="bias">Summands of that shape; null for zeros.</param>
            /// <param name="eps">Added to the variance.</param>
            public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null,
                double eps = 1e-05) =>
                NNOperators.LayerNorm.Call(input, normalized_shape, weight, bias, eps);
        }
    }
}
