using static TorchSharp.DistributionTools;
using static TorchSharp.torch;
using Distribution = TorchSharp.torch.distributions.Distribution;

namespace TorchSharp.Modules;

/// <summary>The multinomial distribution: how often each category comes in a number of trials.</summary>
public class Multinomial : Distribution
{
    /// <summary>Distributions over the last dimension of the parameter.</summary>
    /// <param name="total_count">The number of trials, 0 or more.</param>
    /// <param name="probs">Non-negative weights along the last dimension, divided by their sum.</param>
    /// <param name="logits">Logarithms of weights; give either these or the weights.</param>
    /// <param name="generator">Where the randomness comes from; null: the default generator.</param>
    /// <exception cref="ArgumentException">Both or neither are given, or a parameter is out of its range or NaN.</exception>
    public Multinomial(int total_count, Tensor? probs = null, Tensor? logits = null, Generator? generator = null)
        : base(generator)
    {
        Categories = new Categorical(probs, logits, generator);
        ArgumentOutOfRangeException.ThrowIfNegative(total_count);
        TotalCount = total_count;
        _init(Categories.batch_shape, (Size)Categories.param_shape[^1..]);
    }

    private Multinomial(int totalCount, Categorical categories, Generator? generator)
        : base(generator, categories.batch_shape.Shape, categories.param_shape[^1..])
    {
        TotalCount = totalCount;
        Categories = categories;
    }

    /// <summary>The probabilities, with the sum 1 over the last dimension.</summary>
    public Tensor probs => Categories.probs;

    /// <summary>The logarithms of the probabilities.</summary>
    public Tensor logits => Categories.logits;

    internal Categorical Categories { get; }

    /// <summary>The shape of the parameter: the batch and the number of categories.</summary>
    public long[] param_shape => Categories.param_shape;

    internal int TotalCount { get; }

    /// <inheritdoc/>
    public override Tensor mean => Evaluate(() => Categories.Probs * TotalCount);

    /// <inheritdoc/>
    public override Tensor variance => Evaluate(() => Categories.Probs * (1 - Categories.Probs) * TotalCount);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(() =>
    {
        var logarithms = Categories.Logits;
        // An impossible category that does not come adds nothing.
        var shape = Broadcast((nameof(value), value.shape), (nameof(logits), logarithms.shape));
        var absent = value.eq(0).logical_and(logarithms.isinf()).expand(shape);
        var powers = logarithms.expand(shape).masked_fill(absent, 0) * value;
        return (value.sum(-1) + 1).lgamma() - (value + 1).lgamma().sum(-1) + powers.sum(-1);
    });

    /// <inheritdoc/>
    public override Tensor entropy() => Evaluate(() =>
    {
        var count = full([], TotalCount, Categories.Given.dtype, Categories.Given.device);
        var binomial = new Binomial(count, Categories.Probs);
        var support = binomial.enumerate_support(expand: false).narrow(0, 1, TotalCount);
        var spread = (binomial.log_prob(support).exp() * (support + 1).lgamma()).sum([0, -1]);
        return Categories.entropy() * TotalCount - (count + 1).lgamma() + spread;
    });

    private protected override Tensor Draw(long[] sampleShape, Generator? source) => Evaluate(() =>
    {
        using var still = no_grad();
        var draws = Categories.DrawFor([TotalCount, .. sampleShape], source);
        var last = draws.permute([.. Enumerable.Range(1, sampleShape.Length + batch_shape.Length).Select(dim => (long)dim), 0]);
        var counts = zeros(ExtendedShape(sampleShape), Categories.Given.dtype, Categories.Given.device);
        return DistributionOperators.ScatterAdd.Call(counts, -1, last, last.ones_like(counts.dtype));
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        CheckInstance(instance);
        return new Multinomial(TotalCount, (Categorical)Categories.expand(batch_shape), generator);
    }
}
