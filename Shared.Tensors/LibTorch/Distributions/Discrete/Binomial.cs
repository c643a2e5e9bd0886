using static TorchSharp.DistributionTools;
using static TorchSharp.torch;
using constraints = TorchSharp.torch.distributions.constraints;
using Distribution = TorchSharp.torch.distributions.Distribution;

namespace TorchSharp.Modules;

/// <summary>The binomial distribution: the number of successes in a number of trials.</summary>
public class Binomial : Distribution
{
    /// <summary>Binomial distributions.</summary>
    /// <param name="total_count">The numbers of trials.</param>
    /// <param name="p">The probabilities of 1, from 0 to 1.</param>
    /// <param name="l">The log-odds of 1; give either these or the probabilities.</param>
    /// <param name="generator">Where the randomness comes from; null: the default generator.</param>
    /// <exception cref="ArgumentException">Both or neither are given, or a parameter is out of its range or NaN.</exception>
    public Binomial(Tensor total_count, Tensor? p = null, Tensor? l = null, Generator? generator = null)
        : base(generator)
    {
        CheckOneOf(p, l);
        if (p is not null)
            Checked(p, "probs", constraints.unit_interval);
        else
            Checked(l!, "logits", constraints.real);
        Checked(total_count, nameof(total_count), constraints.nonnegative_integer);
        var odds = new Odds(p, l);
        var shape = Broadcast((nameof(total_count), total_count.shape), (p is null ? "logits" : "probs", odds.Given.shape));
        TotalCount = Hold(total_count.dtype == odds.Given.dtype ? total_count : Keep(total_count.type(odds.Given.dtype), odds.Given), shape);
        Odds = odds.Hold(shape);
        _init(shape);
    }

    private Binomial(Odds odds, Tensor totalCount, long[] batch, Generator? generator)
        : base(generator, batch)
    {
        Odds = odds;
        TotalCount = totalCount;
    }

    /// <summary>The probabilities of 1.</summary>
    public Tensor probs => Odds.Probs.alias();

    /// <summary>The log-odds of 1.</summary>
    public Tensor logits => Odds.Logits.alias();

    internal Odds Odds { get; }

    internal Tensor TotalCount { get; }

    /// <inheritdoc/>
    public override Tensor mean => Evaluate(() => TotalCount * Odds.Probs);

    /// <inheritdoc/>
    private protected override Tensor ModeCore => Evaluate(() => ((TotalCount + 1) * Odds.Probs).floor().minimum(TotalCount));

    /// <inheritdoc/>
    public override Tensor variance => Evaluate(() => TotalCount * Odds.Probs * (1 - Odds.Probs));

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(() =>
        (TotalCount + 1).lgamma() - (value + 1).lgamma() - (TotalCount - value + 1).lgamma()
            + value * LogSigmoid(Odds.Logits) + (TotalCount - value) * LogSigmoid(-Odds.Logits));

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The numbers of trials differ.</exception>
    public override Tensor entropy() => Evaluate(() =>
    {
        var logarithms = log_prob(enumerate_support(expand: false));
        return -(logarithms.exp() * logarithms).sum([0L]);
    });

    /// <inheritdoc/>
    private protected override Tensor EnumerateSupportCore(bool expand = true) => Evaluate(() =>
    {
        var values = arange(1 + CommonCount(), Odds.Given.dtype, Odds.Given.device).view([-1, .. batch_shape.Select(_ => 1L)]);
        return expand ? values.expand([-1, .. batch_shape]) : values;
    });

    private protected override Tensor Draw(long[] sampleShape, Generator? source) => Evaluate(() =>
    {
        using var still = no_grad();
        var shape = ExtendedShape(sampleShape);
        return DistributionOperators.Binomial.Call(TotalCount.expand(shape), Odds.Probs.expand(shape), source);
    });

    private long CommonCount()
    {
        var largest = TotalCount.max().@double().item<double>();
        return TotalCount.eq(largest).all().item<bool>()
            ? (long)largest
            : throw new NotSupportedException("The values of binomial distributions with different numbers of trials are not enumerated.");
    }

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        CheckInstance(instance);
        return new Binomial(Odds.Widen(batch_shape.Shape), Widen(TotalCount, batch_shape.Shape), batch_shape.Shape, generator);
    }
}
