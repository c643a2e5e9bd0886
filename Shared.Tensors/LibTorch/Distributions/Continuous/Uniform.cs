using static TorchSharp.DistributionTools;
using static TorchSharp.torch;
using constraints = TorchSharp.torch.distributions.constraints;
using Distribution = TorchSharp.torch.distributions.Distribution;

namespace TorchSharp.Modules;

/// <summary>The uniform distribution from a low value up to, and without, a high one.</summary>
public class Uniform : Distribution
{
    /// <summary>Uniform distributions.</summary>
    /// <param name="low">The lower ends.</param>
    /// <param name="high">The upper ends, greater than <paramref name="low"/>.</param>
    /// <param name="generator">Where the randomness comes from; null: the default generator.</param>
    /// <exception cref="ArgumentException">A parameter is out of its range or NaN, or the shapes do not broadcast.</exception>
    public Uniform(Tensor low, Tensor high, Generator? generator = null)
        : base(generator)
    {
        Checked(low, nameof(low), constraints.real);
        Checked(high, nameof(high), constraints.real);
        var shape = Broadcast((nameof(low), low.shape), (nameof(high), high.shape));
        Low = Hold(low, shape);
        High = Hold(high, shape);
        using (var width = no_grad())
        using (var difference = high - low)
            Checked(difference, nameof(high), AboveLow.Constraint);
        _init(shape);
    }

    internal Tensor Low { get; }

    internal Tensor High { get; }

    /// <inheritdoc/>
    public override Tensor mean => Evaluate(() => (High + Low) / 2);

    /// <inheritdoc/>
    /// <remarks>NaN: every value is as likely.</remarks>
    private protected override Tensor ModeCore => Evaluate(() => Low + (High - Low) * double.NaN);

    /// <inheritdoc/>
    private protected override Tensor StddevCore => Evaluate(() => (High - Low) / Math.Sqrt(12));

    /// <inheritdoc/>
    public override Tensor variance => Evaluate(() => (High - Low).square() / 12);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(() =>
    {
        var inside = value.ge(Low).logical_and(value.lt(High));
        return inside.type(Low.dtype).log() - (High - Low).log();
    });

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => Evaluate(() => ((value - Low) / (High - Low)).clamp(0, 1));

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => Evaluate(() => value * (High - Low) + Low);

    /// <inheritdoc/>
    public override Tensor entropy() => Evaluate(() => (High - Low).log());

    private protected override Tensor Draw(long[] sampleShape, Generator? source) => Evaluate(() =>
    {
        var uniform = empty(ExtendedShape(sampleShape), Low.dtype, Low.device);
        uniform.uniform_(0, 1, source);
        return Low + uniform * (High - Low);
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        CheckInstance(instance);
        return new Uniform(Widen(Low, batch_shape.Shape), Widen(High, batch_shape.Shape), generator);
    }
}
