using static TorchSharp.DistributionTools;
using static TorchSharp.torch;
using constraints = TorchSharp.torch.distributions.constraints;
using Distribution = TorchSharp.torch.distributions.Distribution;

namespace TorchSharp.Modules;

/// <summary>The Cauchy (Lorentz) distribution, which has no mean and no variance.</summary>
public class Cauchy : Distribution
{
    /// <summary>Cauchy distributions.</summary>
    /// <param name="loc">The medians.</param>
    /// <param name="scale">The half widths at half maximum, greater than 0.</param>
    /// <param name="generator">Where the randomness comes from; null: the default generator.</param>
    /// <exception cref="ArgumentException">A parameter is out of its range or NaN, or the shapes do not broadcast.</exception>
    public Cauchy(Tensor loc, Tensor scale, Generator? generator = null)
        : base(generator)
    {
        Checked(loc, nameof(loc), constraints.real);
        Checked(scale, nameof(scale), constraints.positive);
        var shape = Broadcast((nameof(loc), loc.shape), (nameof(scale), scale.shape));
        Loc = Hold(loc, shape);
        Scale = Hold(scale, shape);
        _init(shape);
    }

    internal Tensor Loc { get; }

    internal Tensor Scale { get; }

    /// <inheritdoc/>
    /// <remarks>NaN: there is none.</remarks>
    public override Tensor mean => full(ExtendedShape(), double.NaN, Loc.dtype, Loc.device);

    /// <inheritdoc/>
    private protected override Tensor ModeCore => Loc.alias();

    /// <inheritdoc/>
    /// <remarks>Infinite.</remarks>
    public override Tensor variance => full(ExtendedShape(), double.PositiveInfinity, Loc.dtype, Loc.device);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(() => -Math.Log(Math.PI) - Scale.log() - ((value - Loc) / Scale).square().log1p());

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => Evaluate(() => ((value - Loc) / Scale).atan() / Math.PI + 0.5);

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => Evaluate(() => ((value - 0.5) * Math.PI).tan() * Scale + Loc);

    /// <inheritdoc/>
    public override Tensor entropy() => Evaluate(() => Scale.log() + Math.Log(4 * Math.PI));

    private protected override Tensor Draw(long[] sampleShape, Generator? source) => Evaluate(() =>
    {
        var noise = empty(ExtendedShape(sampleShape), Loc.dtype, Loc.device);
        DistributionOperators.CauchyInPlace.Run(noise, 0.0, 1.0, source);
        return Loc + noise * Scale;
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        CheckInstance(instance);
        return new Cauchy(Widen(Loc, batch_shape.Shape), Widen(Scale, batch_shape.Shape), generator);
    }
}
