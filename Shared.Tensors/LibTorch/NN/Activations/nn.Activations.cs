using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>max(0, x) + min(0, alpha (e^(x / alpha) - 1)).</summary>
        /// <param name="alpha">The size of the negative limit.</param>
        /// <param name="inplace">Whether the input itself is changed.</param>
        public static CELU CELU(double alpha = 1, bool inplace = false) => new(alpha, inplace);

        /// <summary>x where positive, else alpha (e^x - 1).</summary>
        /// <param name="alpha">The size of the negative limit.</param>
        /// <param name="inplace">Whether the input itself is changed.</param>
        public static ELU ELU(double alpha = 1, bool inplace = false) => new(alpha, inplace);

        /// <summary>x times the normal distribution function at x.</summary>
        public static GELU GELU() => new();

        /// <summary>The first half along a dimension times the logistic function of the second.</summary>
        /// <param name="dim">The dimension.</param>
        public static GLU GLU(long dim = -1) => new(dim);

        /// <summary>x, but 0 within lambda of 0.</summary>
        /// <param name="lambda">The half width, at least 0.</param>
        public static Hardshrink Hardshrink(double lambda = 0.5) => new(lambda);

        /// <summary>x / 6 + 1 / 2, clamped to [0, 1].</summary>
        /// <param name="inplace">Whether the input itself is changed.</param>
        public static Hardsigmoid Hardsigmoid(bool inplace = false) => new(inplace);

        /// <summary>x times (x / 6 + 1 / 2 clamped to [0, 1]).</summary>
        /// <param name="inplace">Whether the input itself is changed.</param>
        public static Hardswish Hardswish(bool inplace = false) => new(inplace);

        /// <summary>x clamped to an interval.</summary>
        /// <param name="min_val">The smallest output.</param>
        /// <param name="max_val">The largest output.</param>
        /// <param name="inplace">Whether the input itself is changed.</param>
        public static Hardtanh Hardtanh(double min_val = -1, double max_val = 1, bool inplace = false) => new(min_val, max_val, inplace);

        /// <summary>x where positive, else x times a small slope.</summary>
        /// <param name="negative_slope">The slope below 0.</param>
        /// <param name="inplace">Whether the input itself is changed.</param>
        public static LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false) => new(negative_slope, inplace);

        /// <summary>The logarithm of the softmax along a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        public static LogSoftmax LogSoftmax(long dim) => new(dim);

        /// <summary>x tanh(log(1 + e^x)).</summary>
        public static Mish Mish() => new();

        /// <summary>x where positive, else x times a slope: drawn per element in training, the middle one otherwise.</summary>
        /// <param name="lower">The smallest slope.</param>
        /// <param name="upper">The largest slope.</param>
        /// <param name="inplace">Whether the input itself is changed.</param>
        public static RReLU RReLU(double lower = 1.0 / 8.0, double upper = 1.0 / 3.0, bool inplace = false) => new(lower, upper, inplace);

        /// <summary>x where positive, else 0.</summary>
        /// <param name="inplace">Whether the input itself is changed.</param>
        public static ReLU ReLU(bool inplace = false) => new(inplace);

        /// <summary>x clamped to [0, 6].</summary>
        /// <param name="inplace">Whether the input itself is changed.</param>
        public static ReLU6 ReLU6(bool inplace = false) => new(inplace);

        /// <summary>The exponential linear unit that keeps mean 0 and variance 1.</summary>
        /// <param name="inplace">Whether the input itself is changed.</param>
        public static SELU SELU(bool inplace = false) => new(inplace);

        /// <summary>x times the logistic function of x.</summary>
        public static SiLU SiLU() => new();

        /// <summary>The logistic function 1 / (1 + e^-x).</summary>
        public static Sigmoid Sigmoid() => new();

        /// <summary>e^x along a dimension, divided by the sum there.</summary>
        /// <param name="dim">The dimension.</param>
        public static Softmax Softmax(long dim) => new(dim);

        /// <summary>The softmax over the channels of images.</summary>
        public static Softmax2d Softmax2d() => new();

        /// <summary>The softmax of -x along a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        public static Softmin Softmin(long dim) => new(dim);

        /// <summary>log(1 + e^(beta x)) / beta; x itself where beta x is above the threshold.</summary>
        /// <param name="beta">The steepness.</param>
        /// <param name="threshold">Where the function changes.</param>
        public static Softplus Softplus(double beta = 1, double threshold = 20) => new(beta, threshold);

        /// <summary>x moved towards 0 by lambda, 0 within lambda of 0.</summary>
        /// <param name="lambda">The half width, at least 0.</param>
        public static Softshrink Softshrink(double lambda = 0.5) => new(lambda);

        /// <summary>x / (1 + |x|).</summary>
        public static Softsign Softsign() => new();

        /// <summary>The hyperbolic tangent.</summary>
        public static Tanh Tanh() => new();

        /// <summary>x - tanh(x).</summary>
        public static Tanhshrink Tanhshrink() => new();

        /// <summary>x above the threshold, else a value.</summary>
        /// <param name="threshold">Where the function changes.</param>
        /// <param name="value">The output below the threshold.</param>
        /// <param name="inplace">Whether the input itself is changed.</param>
        public static Threshold Threshold(double threshold, double value, bool inplace = false) => new(threshold, value, inplace);
    }
}
