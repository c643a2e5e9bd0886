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

            /// <summary>max(0, x) + min(0, alpha (e^(x / alpha) - 1)).</summary>
            public static Tensor celu(Tensor x, double alpha, bool inplace = false) =>
                (inplace ? NNOperators.CeluInPlace : NNOperators.Celu).Call(x, alpha);

            /// <summary>The first half along a dimension times the logistic function of the second.</summary>
            public static Tensor glu(Tensor input, long dim = -1) => NNOperators.Glu.Call(input, dim);

            /// <summary>x / 6 + 1 / 2, clamped to [0, 1].</summary>
            public static Tensor hardsigmoid(Tensor input, bool inplace = false) =>
                (inplace ? NNOperators.HardsigmoidInPlace : NNOperators.Hardsigmoid).Call(input);

            /// <summary>x times <see cref="hardsigmoid"/> of x.</summary>
            public static Tensor hardswish(Tensor input, bool inplace = false) =>
                (inplace ? NNOperators.HardswishInPlace : NNOperators.Hardswish).Call(input);

            /// <summary>x clamped to [0, 6].</summary>
            public static Tensor relu6(Tensor x, bool inplace = false) =>
                (inplace ? NNOperators.Relu6InPlace : NNOperators.Relu6).Call(x);

            /// <summary>The exponential linear unit that keeps mean 0 and variance 1.</summary>
            public static Tensor selu(Tensor x, bool inplace = false) =>
                (inplace ? NNOperators.SeluInPlace : NNOperators.Selu).Call(x);

            /// <summary>The softmax over the channels of images.</summary>
            public static Tensor softmax2d(Tensor x) => x.softmax(-3);

            /// <summary>The softmax of -x along a dimension.</summary>
            public static Tensor softmin(Tensor x, long dim)
            {
                using var negated = x.neg();
                return negated.softmax(dim);
            }

            /// <summary>x, but 0 within lambda of 0.</summary>
            public static Tensor Hardshrink(Tensor x, double lambda = 0.5) => NNOperators.Hardshrink.Call(x, lambda);

            /// <summary>x clamped to an interval.</summary>
            public static Tensor Hardtanh(Tensor x, double min_val = -1, double max_val = 1, bool inplace = false) =>
                (inplace ? NNOperators.HardtanhInPlace : NNOperators.Hardtanh).Call(x, min_val, max_val);

            /// <summary>x tanh(log(1 + e^x)).</summary>
            public static Tensor Mish(Tensor x) => NNOperators.Mish.Call(x);

            /// <summary>x moved towards 0 by lambda, 0 within lambda of 0.</summary>
            public static Tensor Softshrink(Tensor x, double lambda = 0.5) => NNOperators.Softshrink.Call(x, lambda);

            /// <summary>x / (1 + |x|).</summary>
            public static Tensor Softsign(Tensor x)
            {
                using var size = x.abs();
                using var divisor = size.add(1);
                return x.div(divisor);
            }

            /// <summary>x - tanh(x).</summary>
            public static Tensor Tanhshrink(Tensor x)
            {
                using var tanh = x.tanh();
                return x.sub(tanh);
            }

            /// <summary>x above the threshold, else a value.</summary>
            public static Tensor Threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                (inplace ? NNOperators.ThresholdInPlace : NNOperators.Threshold).Call(x, threshold, value);

            /// <summary>x times the normal distribution function at x.</summary>
            public static Tensor gelu(Tensor x) => x.gelu();

            /// <summary>The input where positive, else the input times a small slope.</summary>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                (inplace ? NNOperators.LeakyReluInPlace : NNOperators.LeakyRelu).Call(input, negative_slope);

            /// <summary>The logarithm of <see cref="softmax"/>, without the loss of precision of computing it so.</summary>
            public static Tensor log_softmax(Tensor x, long dim) => x.log_softmax(dim);

            /// <summary>x where positive, else 0.</summary>
            public static Tensor relu(Tensor x, bool inplace = false) =>
                (inplace ? ArithmeticOperators.ReluInPlace : ArithmeticOperators.Relu).Call(x);

            /// <summary>e^x along a dimension, divided by the sum there.</summary>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

            /// <summary>log(1 + e^(beta x)) / beta; x itself where beta x is above the threshold.</summary>
            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) =>
                NNOperators.Softplus.Call(x, beta, threshold);
        }
    }
}
