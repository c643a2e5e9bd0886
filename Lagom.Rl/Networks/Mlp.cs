using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>Dense layers one after the other, with an activation between them: [batch, inputs] to [batch, outputs].</summary>
public sealed class Mlp : nn.Module<Tensor, Tensor>
{
    private readonly ModuleList<Linear> _layers;

    /// <summary>Makes the network in PyTorch's default first values.</summary>
    /// <param name="inputs">How many numbers go in. Range: at least 1.</param>
    /// <param name="hidden">The widths of the hidden layers. Range: each at least 1.</param>
    /// <param name="outputs">How many numbers come out. Range: at least 1.</param>
    /// <param name="activation">What the hidden layers' outputs go through.</param>
    /// <param name="random">Where the first values come from.</param>
    /// <param name="outputActivation">What the last layer's outputs go through.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public Mlp(int inputs, ReadOnlySpan<int> hidden, int outputs, Activation activation, RandomStream random, Activation outputActivation = Activation.None)
        : base(nameof(Mlp))
    {
        _layers = NetworkLayers.FullyConnected(inputs, [.. hidden, outputs], random);
        HiddenActivation = activation;
        OutputActivation = outputActivation;
        register_module("layers", _layers);
    }

    /// <summary>What the hidden layers' outputs go through.</summary>
    public Activation HiddenActivation { get; }

    /// <summary>What the last layer's outputs go through.</summary>
    public Activation OutputActivation { get; }

    /// <summary>The layers, the first one first.</summary>
    public IReadOnlyList<Linear> Layers => [.. _layers];

    /// <summary>Gives all layers orthogonal weights and zero biases.</summary>
    /// <param name="random">Where the first values come from.</param>
    /// <param name="hiddenGain">The gain of the hidden layers.</param>
    /// <param name="outputGain">The gain of the last layer.</param>
    /// <returns>The network itself.</returns>
    public Mlp Orthogonalize(RandomStream random, double hiddenGain = Initialization.ReluGain, double outputGain = 1)
    {
        for (int i = 0; i < _layers.Count; i++)
            Initialization.Orthogonal(_layers[i], random, i + 1 < _layers.Count ? hiddenGain : outputGain);
        return this;
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = input;
        for (int i = 0; i < _layers.Count; i++)
            x = (i + 1 < _layers.Count ? HiddenActivation : OutputActivation).Apply(_layers[i].call(x));
        return x.MoveToOuterDisposeScope();
    }
}
