using static TorchSharp.DistributionTools;
using static TorchSharp.torch;
using constraints = TorchSharp.torch.distributions.constraints;
using Distribution = TorchSharp.torch.distributions.Distribution;

namespace TorchSharp.Modules;

/// <summary>The Bernoulli distribution: 1 with a probability, 0 otherwise.</summary>
public class Bernoulli : Distribution
{
    /// <summary>Bernoulli distributions.</summary>
    /// <param name="p">The probabilities of 1, from 0 to 1.</param>
    /// <param name="l">The log-odds of 1; give either these or the probabilities.</param>
    /// <param name="generator">Where the randomness comes from; null: the default generator.</param>
    /// <exception cref="ArgumentException">Both or neither are given, or a parameter is out of its range or NaN.</exception>
    public Bernoulli(Tensor? p = null, Tensor? l = null, Generator? generator = null)
        : base(generator)
    {
        CheckOneOf(p, l);
        if (p is not null)
            Checked(p, "probs", constraints.unit_interval);
        else
            Checked(l!, "logits", constraints.real);
        Odds = new Odds(p, l);
        _init(Odds.Given.shape);
    }

    private Bernoulli(Odds odds, long[] batch, Generator? generator)
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
    public override Tensor mean => Odds.Probs.alias();

    /// <inheritdoc/>
    /// <remarks>NaN where both outcomes are as likely.</remarks>
    private protected override Tensor ModeCore => Evaluate(() =>
    {
        var chance = Odds.Probs;
        return chance.ge(0.5).type(chance.dtype).masked_fill(chance.eq(0.5), double.NaN);
    });

    /// <inheritdoc/>
    public override Tensor variance => Evaluate(() => Odds.Probs * (1 - Odds.Probs));

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(() => value * LogSigmoid(Odds.Logits) + (1 - value) * LogSigmoid(-Odds.Logits));

    /// <inheritdoc/>
    public override Tensor entropy() => Evaluate(() => -(Odds.Probs * LogSigmoid(Odds.Logits) + (1 - Odds.Probs) * LogSigmoid(-Odds.Logits)));

    /// <inheritdoc/>
    private protected override Tensor EnumerateSupportCore(bool expand = true) => Evaluate(() =>
    {
        var values = arange(2, Odds.Given.dtype, Odds.Given.device).view([-1, .. batch_shape.Select(_ => 1L)]);
        return expand ? values.expand([-1, .. batch_shape]) : values;
    });

    private protected override Tensor Draw(long[] sampleShape, Generator? source) => Evaluate(() =>
    {
        using var still = no_grad();
        return Odds.Probs.expand(ExtendedShape(sampleShape)).bernoulli(source);
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        CheckInstance(instance);
        return new Bernoulli(Odds.Widen(batch_shape.Shape), batch_shape.Shape, generator);
    }
}
