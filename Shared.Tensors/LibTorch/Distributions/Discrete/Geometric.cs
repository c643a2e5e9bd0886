using static TorchSharp.DistributionTools;
using static TorchSharp.torch;
using constraints = TorchSharp.torch.distributions.constraints;
using Distribution = TorchSharp.torch.distributions.Distribution;

namespace TorchSharp.Modules;

/// <summary>The geometric distribution: the number of failures before the first success.</summary>
public class Geometric : Distribution
{
    /// <summary>Geometric distributions.</summary>
    /// <param name="probs">The probabilities of 1, from 0 to 1.</param>
    /// <param name="logits">The log-odds of 1; give either these or the probabilities.</param>
    /// <param name="generator">Where the randomness comes from; null: the default generator.</param>
    /// <exception cref="ArgumentException">Both or neither are given, or a parameter is out of its range or NaN.</exception>
    public Geometric(Tensor? probs = null, Tensor? logits = null, Generator? generator = null)
        : base(generator)
    {
        CheckOneOf(probs, logits);
        if (probs is not null)
            Checked(probs, "probs", constraints.positive);
        else
            Checked(logits!, "logits", constraints.real);
        if (probs is not null)
            Checked(probs, nameof(probs), constraints.unit_interval);
        Odds = new Odds(probs, logits);
        _init(Odds.Given.shape);
    }

    private Geometric(Odds odds, long[] batch, Generator? generator)
        : base(generator, batch)
    {
        Odds = odds;
    }

    /// <summary>The probabilities of 1.</summary>
    public Tensor probs => Odds.Probs.alias();

    /// <summary>The log-odds of 1.</summary>
    public Tensor logits => Odds.Logits.alias();

    internal Odds Odds { get; }

    /// <inheritdoc/>
    public override Tensor mean => Evaluate(() => 1 / Odds.Probs - 1);

    /// <inheritdoc/>
    private protected override Tensor ModeCore => Odds.Given.zeros_like();

    /// <inheritdoc/>
    public override Tensor variance => Evaluate(() => (1 / Odds.Probs - 1) / Odds.Probs);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(() => special.xlog1py(value, -Odds.Probs) + Odds.Probs.log());

    /// <inheritdoc/>
    public override Tensor entropy() => Evaluate(() => -(Odds.Probs * LogSigmoid(Odds.Logits) + (1 - Odds.Probs) * LogSigmoid(-Odds.Logits)) / Odds.Probs);

    private protected override Tensor Draw(long[] sampleShape, Generator? source) => Evaluate(() =>
    {
        using var still = no_grad();
        var uniform = empty(ExtendedShape(sampleShape), Odds.Given.dtype, Odds.Given.device);
        uniform.uniform_(0, 1, source);
        return (uniform.clamp_min(Tiny(uniform.dtype)).log() / (-Odds.Probs).log1p()).floor();
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        CheckInstance(instance);
        return new Geometric(Odds.Widen(batch_shape.Shape), batch_shape.Shape, generator);
    }
}
