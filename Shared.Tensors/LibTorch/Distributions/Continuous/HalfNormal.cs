using static TorchSharp.DistributionTools;
using static TorchSharp.torch;
using constraints = TorchSharp.torch.distributions.constraints;
using Distribution = TorchSharp.torch.distributions.Distribution;
using transforms = TorchSharp.torch.distributions.transforms;

namespace TorchSharp.Modules;

/// <summary>The distribution of the size of a normal number of mean 0.</summary>
public class HalfNormal : TransformedDistribution
{
    /// <summary>Half-normal distributions.</summary>
    /// <param name="scale">The standard deviations of the normal numbers, greater than 0.</param>
    /// <param name="generator">Where the randomness comes from; null: the default generator.</param>
    /// <exception cref="ArgumentException">A parameter is out of its range or NaN, or the shapes do not broadcast.</exception>
    internal HalfNormal(Tensor scale, Generator? generator = null)
        : base(generator)
    {
        Checked(scale, nameof(scale), constraints.positive);
        Scale = scale;
        _init(new Normal(Keep(Scale.zeros_like(), Scale), Scale, generator), [new transforms.AbsTransform()]);
    }

    internal Tensor Scale { get; }

    /// <summary>The parameter scale, in the shape of the batch.</summary>
    public Tensor scale => Scale.alias();

    /// <inheritdoc/>
    public override Tensor mean => Evaluate(() => Scale * Math.Sqrt(2 / Math.PI));

    /// <inheritdoc/>
    public override Tensor mode => Scale.zeros_like();

    /// <inheritdoc/>
    public override Tensor variance => Evaluate(() => Scale.square() * (1 - 2 / Math.PI));

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(() => (Base.log_prob(value) + Math.Log(2)).masked_fill(value.lt(0), double.NegativeInfinity));

    /// <inheritdoc/>
    private protected override Tensor CdfCore(Tensor value) => Evaluate(() => (value / (Scale * Math.Sqrt(2))).erf());

    /// <inheritdoc/>
    private protected override Tensor IcdfCore(Tensor value) => Evaluate(() => Scale * Math.Sqrt(2) * value.erfinv());

    /// <inheritdoc/>
    private protected override Tensor EntropyCore() => Evaluate(() => Base.entropy() - Math.Log(2));

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        CheckInstance(instance);
        return new HalfNormal(Widen(Scale, batch_shape.Shape), generator);
    }
}
