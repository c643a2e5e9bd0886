using static TorchSharp.DistributionTools;
using static TorchSharp.torch;
using constraints = TorchSharp.torch.distributions.constraints;
using Distribution = TorchSharp.torch.distributions.Distribution;
using transforms = TorchSharp.torch.distributions.transforms;

namespace TorchSharp.Modules;

/// <summary>The distribution of the exponential of a normal number.</summary>
public class LogNormal : TransformedDistribution
{
    /// <summary>Log-normal distributions.</summary>
    /// <param name="loc">The means of the logarithm.</param>
    /// <param name="scale">The standard deviations of the logarithm, greater than 0.</param>
    /// <param name="generator">Where the randomness comes from; null: the default generator.</param>
    /// <exception cref="ArgumentException">A parameter is out of its range or NaN, or the shapes do not broadcast.</exception>
    internal LogNormal(Tensor loc, Tensor scale, Generator? generator = null)
        : base(generator)
    {
        Checked(loc, nameof(loc), constraints.real);
        Checked(scale, nameof(scale), constraints.positive);
        var shape = Broadcast((nameof(loc), loc.shape), (nameof(scale), scale.shape));
        Loc = Hold(loc, shape);
        Scale = Hold(scale, shape);
        _init(new Normal(Loc, Scale, generator), [new transforms.ExpTransform()]);
    }

    internal Tensor Loc { get; }

    internal Tensor Scale { get; }

    /// <summary>The parameter loc, in the shape of the batch.</summary>
    public Tensor loc => Loc.alias();

    /// <summary>The parameter scale, in the shape of the batch.</summary>
    public Tensor scale => Scale.alias();

    /// <inheritdoc/>
    public override Tensor mean => Evaluate(() => (Loc + Scale.square() / 2).exp());

    /// <inheritdoc/>
    public override Tensor mode => Evaluate(() => (Loc - Scale.square()).exp());

    /// <inheritdoc/>
    public override Tensor variance => Evaluate(() => Scale.square().expm1() * (Loc * 2 + Scale.square()).exp());

    /// <inheritdoc/>
    public override Tensor entropy() => Evaluate(() => Base.entropy() + Loc);

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        CheckInstance(instance);
        return new LogNormal(Widen(Loc, batch_shape.Shape), Widen(Scale, batch_shape.Shape), generator);
    }
}
