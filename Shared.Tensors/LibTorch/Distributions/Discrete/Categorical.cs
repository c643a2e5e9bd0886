using static TorchSharp.DistributionTools;
using static TorchSharp.torch;
using constraints = TorchSharp.torch.distributions.constraints;
using Distribution = TorchSharp.torch.distributions.Distribution;

namespace TorchSharp.Modules;

/// <summary>One of a number of categories, 0 and up, each with its probability.</summary>
public class Categorical : Distribution
{
    private readonly Tensor? _givenProbs;
    private readonly Tensor? _givenLogits;
    private Tensor? _probs;
    private Tensor? _logits;

    /// <summary>Distributions over the last dimension of the parameter.</summary>
    /// <param name="probs">Non-negative weights, divided by their sum.</param>
    /// <param name="logits">Logarithms of weights; give either these or <paramref name="probs"/>.</param>
    /// <param name="generator">Where the randomness comes from; null: the default generator.</param>
    /// <exception cref="ArgumentException">Both or neither are given, a weight is negative or NaN, or all weights of a distribution are 0.</exception>
    public Categorical(Tensor? probs = null, Tensor? logits = null, Generator? generator = null)
        : base(generator)
    {
        CheckOneOf(probs, logits);
        var given = (probs ?? logits)!;
        if (given.ndim == 0)
            throw new ArgumentException($"{GetType().Name} needs at least one dimension of categories.", probs is null ? nameof(logits) : nameof(probs));
        if (probs is not null)
        {
            using var sums = Checked(probs, nameof(probs), constraints.nonnegative).sum(-1, keepdim: true);
            Checked(sums, nameof(probs), SumOfWeights.Constraint);
            _givenProbs = Derive(probs, () => probs / probs.sum(-1, keepdim: true));
        }
        else
        {
            Checked(logits!, nameof(logits), constraints.real);
            _givenLogits = Derive(logits!, () => logits! - logits!.logsumexp(-1, keepdim: true));
        }
        _init(given.shape[..^1]);
    }

    // Normalised parameters that are already known to be valid.
    private Categorical(Tensor? probs, Tensor? logits, long[] batch, Generator? generator)
        : base(generator, batch)
    {
        _givenProbs = probs;
        _givenLogits = logits;
    }

    /// <summary>The probabilities, with the sum 1 over the last dimension.</summary>
    public Tensor probs => Probs.alias();

    /// <summary>The logarithms of the probabilities.</summary>
    public Tensor logits => Logits.alias();

    /// <summary>The shape of the parameter: the batch and the number of categories.</summary>
    public long[] param_shape => Given.shape;

    internal Tensor Probs => Current(_givenProbs, ref _probs, _givenLogits, given => LogitsToProbs(given));

    internal Tensor Logits => Current(_givenLogits, ref _logits, _givenProbs, given => ProbsToLogits(given));

    internal long Categories => Given.shape[^1];

    internal Tensor Given => (_givenProbs ?? _givenLogits)!;

    /// <summary>NaN: categories have no mean.</summary>
    public override Tensor mean => full(ExtendedShape(), double.NaN, Given.dtype, Given.device);

    /// <inheritdoc/>
    private protected override Tensor ModeCore => Given.argmax(-1);

    /// <summary>NaN: categories have no variance.</summary>
    public override Tensor variance => full(ExtendedShape(), double.NaN, Given.dtype, Given.device);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(() =>
    {
        var categories = value.type(ScalarType.Int64).unsqueeze(-1);
        var shape = Broadcast((nameof(value), categories.shape[..^1]), (nameof(logits), param_shape[..^1]));
        return Logits.expand([.. shape, Categories]).gather(-1, categories.expand([.. shape, 1])).squeeze(-1);
    });

    /// <inheritdoc/>
    public override Tensor entropy() => Evaluate(() => -(Logits.clamp_min(Lowest(Logits.dtype)) * Probs).sum(-1));

    /// <inheritdoc/>
    private protected override Tensor EnumerateSupportCore(bool expand = true)
    {
        var values = arange(Categories, ScalarType.Int64, Given.device).view([-1, .. batch_shape.Select(_ => 1L)]);
        if (!expand)
            return values;
        using (values)
            return values.expand([-1, .. batch_shape]);
    }

    private protected override Tensor Draw(long[] sampleShape, Generator? source) => Evaluate(() =>
    {
        using var still = no_grad();
        var count = sampleShape.Aggregate(1L, (product, size) => product * size);
        var rows = Probs.reshape(-1, Categories);
        return count == 0 || rows.shape[0] == 0
            ? empty(ExtendedShape(sampleShape), ScalarType.Int64, Given.device)
            : rows.multinomial(count, replacement: true, source).t().reshape(ExtendedShape(sampleShape));
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        CheckInstance(instance);
        long[] shape = [.. batch_shape.Shape, Categories];
        return new Categorical(_givenProbs is null ? null : Widen(_givenProbs, shape), _givenLogits is null ? null : Widen(_givenLogits, shape),
            batch_shape.Shape, generator);
    }
}
