using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Sets elements to 0 at random and multiplies the others by 1 / (1 - p), in training.</summary>
        /// <param name="p">The probability of 0.</param>
        /// <param name="inplace">Whether the input itself is changed.</param>
        public static Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);

        /// <summary>Dropout of whole channels of sequences.</summary>
        /// <param name="p">The probability of 0.</param>
        /// <param name="inplace">Whether the input itself is changed.</param>
        public static Dropout1d Dropout1d(double p = 0.5, bool inplace = false) => new(p, inplace);

        /// <summary>Dropout that keeps the mean and variance of SELU outputs.</summary>
        /// <param name="p">The probability of 0.</param>
        /// <param name="inplace">Whether the input itself is changed.</param>
        public static AlphaDropout AlphaDropout(double p = 0.5, bool inplace = false) => new(p, inplace);
    }
}
