using static TorchSharp.DistributionTools;
using static TorchSharp.torch;
using Distribution = TorchSharp.torch.distributions.Distribution;

namespace TorchSharp.Modules;

/// <summary>A distribution whose last batch dimensions count as part of the event: their log-probabilities are summed.</summary>
public class Independent : Distribution
{
    private readonly int _dimensions;

    /// <summary>Turns batch dimensions into event dimensions.</summary>
    /// <param name="base_distribution">The distribution of the elements.</param>
    /// <param name="reinterpreted_batch_ndims">How many of the last batch dimensions become part of the event.</param>
    /// <param name="generator">Where the randomness comes from where the base has no generator of its own.</param>
    /// <exception cref="ArgumentOutOfRangeException">The base has fewer batch dimensions.</exception>
    public Independent(Distribution base_distribution, int reinterpreted_batch_ndims, Generator? generator = null)
        : base(generator)
    {
        ArgumentNullException.ThrowIfNull(base_distribution);
        var batch = base_distribution.batch_shape;
        if (reinterpreted_batch_ndims < 0 || reinterpreted_batch_ndims > batch.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(reinterpreted_batch_ndims), reinterpreted_batch_ndims,
                $"The base distribution has {batch.Length} batch dimensions; reinterpreted_batch_ndims must be from 0 to that.");
        }
        Base = base_distribution;
        _dimensions = reinterpreted_batch_ndims;
        var split = batch.Length - reinterpreted_batch_ndims;
        _init(batch.Slice(0, split), (Size)(long[])[.. batch.Shape[split..], .. base_distribution.event_shape.Shape]);
    }

    internal Distribution Base { get; }

    internal int Dimensions => _dimensions;

    /// <inheritdoc/>
    public override Tensor mean => Base.mean;

    /// <inheritdoc/>
    public override Tensor mode => Base.mode;

    /// <inheritdoc/>
    public override Tensor variance => Base.variance;

    /// <inheritdoc/>
    private protected override Tensor StddevCore => Base.stddev;

    /// <inheritdoc/>
    public override Tensor sample(params long[] sample_shape)
    {
        using var still = no_grad();
        return Draw(sample_shape, generator);
    }

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(() => SumRightmost(Base.log_prob(value), _dimensions));

    /// <inheritdoc/>
    public override Tensor entropy() => Evaluate(() => SumRightmost(Base.entropy(), _dimensions));

    /// <inheritdoc/>
    private protected override Tensor EnumerateSupportCore(bool expand = true) => _dimensions == 0
        ? Base.enumerate_support(expand)
        : throw new NotSupportedException("The values of a product of distributions are not enumerated.");

    private protected override Tensor Draw(long[] sampleShape, Generator? source) =>
        is_grad_enabled() ? Base.DrawFor(sampleShape, source) : Base.SampleFor(sampleShape, source);

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        CheckInstance(instance);
        long[] shape = [.. batch_shape.Shape, .. event_shape.Shape[.._dimensions]];
        return new Independent(Base.expand(shape), _dimensions, generator);
    }
}
