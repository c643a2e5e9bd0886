namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>x where positive, else alpha (e^x - 1).</summary>
            public static Tensor elu(Tensor x, double alpha, bool inplace = false) =>
                (inplace ? NNOperators.EluInPlace : NNOperators.Elu).Call(x, alpha);

            /// <summary>x times the normal distribution function at x.</summary>
            public static Tensor gelu(Tensor x) => x.gelu();

            /// <summary>The input where positive, else the input times a small slope.</summary>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                (inplace ? NNOperators.LeakyReluInPlace : NNOperators.LeakyRelu).Call(input, negative_slope);

            /// <summary>The logarithm of <see cref="softmax"/>, without the loss of precision of computing it so.</summary>
            public static Tensor log_softmax(Tensor x, long dim) => x.log_softmax(dim);

            /// <summary>x where positive, else 0.</summary>
            public static Tensor relu(Tensor x, bool inplace = false) =>
                (inplace ? Aten.ReluInPlace : Aten.Relu).Call(x);

            /// <summary>e^x along a dimension, divided by the sum there.</summary>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

            /// <summary>log(1 + e^(beta x)) / beta; x itself where beta x is above the threshold.</summary>
            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) =>
                NNOperators.Softplus.Call(x, beta, threshold);
        }
    }
}
