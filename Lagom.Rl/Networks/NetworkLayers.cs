using TorchSharp.Modules;
using static TorchSharp.torch;
using Layers = Shared.Tensors.Layers;

namespace Lagom.Rl;

/// <summary>Lists of layers one after the other, with biases and without activations, in PyTorch's default first values.</summary>
public static class NetworkLayers
{
    /// <summary>Dense layers: inputs → sizes[0] → sizes[1] and so on.</summary>
    /// <param name="inputs">How many numbers go in. Range: at least 1.</param>
    /// <param name="sizes">How many come out of each layer. Range: each at least 1.</param>
    /// <param name="random">Where the first values come from.</param>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    public static ModuleList<Linear> FullyConnected(int inputs, ReadOnlySpan<int> sizes, RandomStream random)
    {
        Check(inputs, sizes);
        var layers = new Linear[sizes.Length];
        for (int i = 0; i < layers.Length; i++)
            layers[i] = Initialization.Uniform(nn.Linear(i == 0 ? inputs : sizes[i - 1], sizes[i]), random);
        return nn.ModuleList(layers);
    }

    /// <summary>Convolutions with square kernels: a side of L becomes ⌊(L + 2 padding - kernel) / stride⌋ + 1.</summary>
    /// <param name="inputs">How many channels go in. Range: at least 1.</param>
    /// <param name="channels">How many come out of each layer. Range: each at least 1.</param>
    /// <param name="kernels">The side of each layer's kernel. Range: each at least 1.</param>
    /// <param name="strides">The step of each layer's kernel. Range: each at least 1.</param>
    /// <param name="paddings">How many zeros each layer adds on every side. Range: each at least 0.</param>
    /// <param name="random">Where the first values come from.</param>
    /// <exception cref="ArgumentException">A number is out of range, or the lists differ in length.</exception>
    public static ModuleList<Layers.Conv2d> Convolutional(
        int inputs, ReadOnlySpan<int> channels, ReadOnlySpan<int> kernels, ReadOnlySpan<int> strides, ReadOnlySpan<int> paddings, RandomStream random)
    {
        Check(inputs, channels);
        CheckLength(channels.Length, kernels.Length, nameof(kernels));
        CheckLength(channels.Length, strides.Length, nameof(strides));
        CheckLength(channels.Length, paddings.Length, nameof(paddings));
        var layers = new Layers.Conv2d[channels.Length];
        for (int i = 0; i < layers.Length; i++)
            layers[i] = Initialization.Uniform(new Layers.Conv2d(i == 0 ? inputs : channels[i - 1], channels[i], kernels[i], strides[i], paddings[i]), random);
        return nn.ModuleList(layers);
    }

    /// <summary>Transposed convolutions with square kernels: a side of L becomes (L - 1) stride - 2 padding + kernel + output padding.</summary>
    /// <param name="inputs">How many channels go in. Range: at least 1.</param>
    /// <param name="channels">How many come out of each layer. Range: each at least 1.</param>
    /// <param name="kernels">The side of each layer's kernel. Range: each at least 1.</param>
    /// <param name="strides">The step of each layer's kernel. Range: each at least 1.</param>
    /// <param name="paddings">How much each layer cuts off on every side. Range: each at least 0.</param>
    /// <param name="outputPaddings">How much each layer adds at the ends. Range: each at least 0 and below the stride.</param>
    /// <param name="random">Where the first values come from.</param>
    /// <exception cref="ArgumentException">A number is out of range, or the lists differ in length.</exception>
    public static ModuleList<Layers.ConvTranspose2d> TransposedConvolutional(
        int inputs,
        ReadOnlySpan<int> channels,
        ReadOnlySpan<int> kernels,
        ReadOnlySpan<int> strides,
        ReadOnlySpan<int> paddings,
        ReadOnlySpan<int> outputPaddings,
        RandomStream random)
    {
        Check(inputs, channels);
        CheckLength(channels.Length, kernels.Length, nameof(kernels));
        CheckLength(channels.Length, strides.Length, nameof(strides));
        CheckLength(channels.Length, paddings.Length, nameof(paddings));
        CheckLength(channels.Length, outputPaddings.Length, nameof(outputPaddings));
        var layers = new Layers.ConvTranspose2d[channels.Length];
        for (int i = 0; i < layers.Length; i++)
        {
            layers[i] = Initialization.Uniform(
                new Layers.ConvTranspose2d(i == 0 ? inputs : channels[i - 1], channels[i], kernels[i], strides[i], paddings[i], outputPaddings[i]), random);
        }

        return nn.ModuleList(layers);
    }

    private static void Check(int inputs, ReadOnlySpan<int> sizes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        foreach (int size in sizes)
            ArgumentOutOfRangeException.ThrowIfLessThan(size, 1, nameof(sizes));
    }

    private static void CheckLength(int expected, int length, string name)
    {
        if (length != expected)
            throw new ArgumentException($"{name} has {length} elements; there are {expected} layers.", name);
    }
}
