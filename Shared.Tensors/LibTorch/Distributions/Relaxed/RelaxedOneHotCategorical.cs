using static TorchSharp.torch;
using Distribution = TorchSharp.torch.distributions.Distribution;
using transforms = TorchSharp.torch.distributions.transforms;

namespace TorchSharp.Modules;

/// <summary>A one-hot vector relaxed to the simplex, with gradients to its parameters.</summary>
public class RelaxedOneHotCategorical : TransformedDistribution
{
    /// <summary>Relaxed distributions.</summary>
    /// <param name="temperature">How far the values are from the corners: near 0 they are nearly discrete; greater than 0.</param>
    /// <param name="probs">Non-negative weights along the last dimension, divided by their sum.</param>
    /// <param name="logits">Logarithms of weights; give either these or <paramref name="probs"/>.</param>
    /// <param name="generator">Where the randomness comes from; null: the default generator.</param>
    /// <exception cref="ArgumentException">Both or neither are given, or a parameter is out of its range or NaN.</exception>
    public RelaxedOneHotCategorical(Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null)
        : this(new ExpRelaxedCategorical(temperature, probs, logits, generator), generator)
    {
    }

    private RelaxedOneHotCategorical(ExpRelaxedCategorical logarithm, Generator? generator)
        : base(generator)
    {
        Logarithm = logarithm;
        _init(logarithm, [new transforms.ExpTransform()]);
    }

    /// <summary>The probabilities, with the sum 1 over the last dimension.</summary>
    public Tensor probs => Logarithm.probs;

    /// <summary>The logarithms of the probabilities.</summary>
    public Tensor logits => Logarithm.logits;

    /// <summary>The temperature.</summary>
    public Tensor temperature => Logarithm.temperature;

    private ExpRelaxedCategorical Logarithm { get; }

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        CheckInstance(instance);
        return new RelaxedOneHotCategorical((ExpRelaxedCategorical)Logarithm.expand(batch_shape), generator);
    }
}
