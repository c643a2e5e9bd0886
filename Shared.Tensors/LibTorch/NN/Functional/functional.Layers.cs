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

            /// <summary>For each output k, input1 * weight[k] * input2^T, and the bias.</summary>
            /// <param name="input1">Any leading dimensions, then the first inputs.</param>
            /// <param name="input2">The same leading dimensions, then the second inputs.</param>
            /// <param name="weight">Outputs by first inputs by second inputs.</param>
            /// <param name="bias">One number per output; null for none.</param>
            public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null) =>
                NNOperators.Bilinear.Call(input1, input2, weight, bias);

            /// <summary>The cosine of the angle between vectors along a dimension.</summary>
            /// <param name="x1">The first vectors.</param>
            /// <param name="x2">The second ones; shapes broadcast.</param>
            /// <param name="dim">The dimension of the vectors.</param>
            /// <param name="eps">The least product of lengths to divide by.</param>
            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1e-08) =>
                NNOperators.CosineSimilarity.Call(x1, x2, dim, eps);

            /// <summary>A last dimension with 1 at the class and 0 elsewhere.</summary>
            /// <param name="x">Class indices, of type int64.</param>
            /// <param name="num_classes">The size of the new dimension; -1 for the largest index plus one.</param>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => NNOperators.OneHot.Call(x, num_classes);
        }
    }
}
