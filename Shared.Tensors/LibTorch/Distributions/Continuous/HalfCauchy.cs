using static TorchSharp.DistributionTools;
using static TorchSharp.torch;
using constraints = TorchSharp.torch.distributions.constraints;
using Distribution = TorchSharp.torch.distributions.Distribution;
using transforms = TorchSharp.torch.distributions.transforms;

namespace TorchSharp.Modules;

/// <summary>The distribution of the size of a Cauchy number of median 0.</summary>
public class HalfCauchy : TransformedDistribution
{
    /// <summary>Half-Cauchy distributions.</summary>
    /// <param name="scale">The half widths of the Cauchy numbers, greater than 0.</param>
    /// <param name="generator">Where the randomness comes from; null: the default generator.</param>
    /// <exception cref="ArgumentException">A parameter is out of its range or NaN, or the shapes do not broadcast.</exception>
    internal HalfCauchy(Tensor scale, Generator? generator = null)
        : base(generator)
    {
        Checked(scale, nameof(scale), constraints.positive);
        Scale = scale;
        _init(new Cauchy(Keep(Scale.zeros_like(), Scale), Scale, generator), [new transforms.AbsTransform()]);
    }

    internal Tensor Scale { get; }

    /// <summary>The parameter scale, in the shape of the batch.</summary>
    public Tensor scale => Scale.alias();

    /// <inheritdoc/>
    /// <remarks>Infinite.</remarks>
    public override Tensor mean => Scale.full_like(double.PositiveInfinity);

    /// <inheritdoc/>
    public override Tensor mode => Scale.zeros_like();

    /// <inheritdoc/>
    /// <remarks>Infinite.</remarks>
    public override Tensor variance => Scale.full_like(double.PositiveInfinity);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(() => (Base.log_prob(value) + Math.Log(2)).masked_fill(value.lt(0), double.NegativeInfinity));

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => Evaluate(() => (value / Scale).atan() * (2 / Math.PI));

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => Evaluate(() => (value * (Math.PI / 2)).tan() * Scale);

    /// <inheritdoc/>
    public override Tensor entropy() => Evaluate(() => Base.entropy() - Math.Log(2));

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        CheckInstance(instance);
        return new HalfCauchy(Widen(Scale, batch_shape.Shape), generator);
    }
}
