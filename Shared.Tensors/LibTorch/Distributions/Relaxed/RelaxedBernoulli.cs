using static TorchSharp.torch;
using Distribution = TorchSharp.torch.distributions.Distribution;
using transforms = TorchSharp.torch.distributions.transforms;

namespace TorchSharp.Modules;

/// <summary>A Bernoulli variable relaxed to numbers between 0 and 1, with gradients to its parameters.</summary>
public class RelaxedBernoulli : TransformedDistribution
{
    /// <summary>Relaxed distributions.</summary>
    /// <param name="temperature">How far the values are from the corners: near 0 they are nearly discrete; greater than 0.</param>
    /// <param name="probs">The probabilities of 1, from 0 to 1.</param>
    /// <param name="logits">The log-odds of 1; give either these or <paramref name="probs"/>.</param>
    /// <param name="generator">Where the randomness comes from; null: the default generator.</param>
    /// <exception cref="ArgumentException">Both or neither are given, or a parameter is out of its range or NaN.</exception>
    public RelaxedBernoulli(Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null)
        : this(new LogitRelaxedBernoulli(temperature, probs, logits, generator), generator)
    {
    }

    private RelaxedBernoulli(LogitRelaxedBernoulli logarithm, Generator? generator)
        : base(generator)
    {
        Logarithm = logarithm;
        _init(logarithm, [new transforms.SigmoidTransform()]);
    }

    /// <summary>The probabilities of 1.</summary>
    public Tensor probs => Logarithm.probs;

    /// <summary>The log-odds of 1.</summary>
    public Tensor logits => Logarithm.logits;

    /// <summary>The temperature.</summary>
    public Tensor temperature => Logarithm.Temperature.alias();

    private LogitRelaxedBernoulli Logarithm { get; }

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        CheckInstance(instance);
        return new RelaxedBernoulli((LogitRelaxedBernoulli)Logarithm.expand(batch_shape), generator);
    }
}
