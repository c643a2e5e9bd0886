using TorchSharp;
using TorchSharp.Modules;

namespace Shared.Tensors.Layers;

/// <summary>Checks and first values that layers share; only of the torch surface that every engine has.</summary>
internal static class LayerArguments
{
    internal static long[] Pair((long First, long Second) sizes) => [sizes.First, sizes.Second];

    internal static void Convolution(long inChannels, long outChannels, long groups, long padding, params ReadOnlySpan<long> sizes)
    {
        Positive(inChannels, nameof(inChannels));
        Positive(outChannels, nameof(outChannels));
        Positive(groups, nameof(groups));
        foreach (long size in sizes)
            Positive(size, "kernelSize, stride or dilation");
        if (padding < 0)
            throw new ArgumentException($"padding is {padding}; it must not be negative.", nameof(padding));
        if (inChannels % groups != 0 || outChannels % groups != 0)
            throw new ArgumentException($"Channels ({inChannels} and {outChannels}) must be multiples of the groups ({groups}).", nameof(groups));
    }

    internal static void Positive(long value, string name)
    {
        if (value < 1)
            throw new ArgumentException($"{name} is {value}; it must be at least 1.", name);
    }

    internal static Parameter Weight(long[] shape, torch.Device? device, torch.ScalarType? dtype)
    {
        var weight = new Parameter(torch.empty(shape, dtype, device));
        torch.nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        return weight;
    }

    internal static Parameter Bias(long size, long fanIn, torch.Device? device, torch.ScalarType? dtype)
    {
        var bias = new Parameter(torch.empty([size], dtype, device));
        double bound = 1 / Math.Sqrt(fanIn);
        torch.nn.init.uniform_(bias, -bound, bound);
        return bias;
    }

    internal static Parameter Constant(long[] shape, double value, torch.Device? device, torch.ScalarType? dtype) =>
        new(torch.full(shape, value, dtype, device));
}
