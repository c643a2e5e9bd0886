using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// Shifts and scales each group of channels of each sample to mean 0 and variance 1. Source: Wu and He (2018), Group normalization.
        /// </summary>
        /// <param name="num_groups">Groups; a divisor of the number of channels.</param>
        /// <param name="num_channels">Channels: the second dimension.</param>
        /// <param name="eps">Added to the variance.</param>
        /// <param name="affine">Whether factors and summands per channel are learned.</param>
        /// <param name="device">Where the parameters are; null for the processor.</param>
        /// <param name="dtype">The parameters' type; null for the default one.</param>
        public static GroupNorm GroupNorm(long num_groups, long num_channels, double eps = 1e-05, bool affine = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(num_groups, num_channels, eps, affine, device, dtype);
    }
}
