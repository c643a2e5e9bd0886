using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.DistributionTools;
using static TorchSharp.torch;

namespace Shared.Tensors.Distributions;

/// <summary>Student's t distribution, moved and scaled.</summary>
public class StudentT : torch.distributions.Distribution
{
    /// <summary>t distributions.</summary>
    /// <param name="df">The degrees of freedom, greater than 0.</param>
    /// <param name="loc">The medians.</param>
    /// <param name="scale">The scales, greater than 0.</param>
    /// <param name="generator">Where the randomness comes from; null: the default generator.</param>
    /// <exception cref="ArgumentException">A parameter is out of its range or NaN, or the shapes do not broadcast.</exception>
    public StudentT(Tensor df, Tensor loc, Tensor scale, Generator? generator = null)
        : base(generator)
    {
        Checked(df, nameof(df), torch.distributions.constraints.positive);
        Checked(loc, nameof(loc), torch.distributions.constraints.real);
        Checked(scale, nameof(scale), torch.distributions.constraints.positive);
        var shape = Broadcast((nameof(df), df.shape), (nameof(loc), loc.shape), (nameof(scale), scale.shape));
        Df = Hold(df, shape);
        Loc = Hold(loc, shape);
        Scale = Hold(scale, shape);
        _init(shape);
    }

    private Tensor Df { get; }

    private Tensor Loc { get; }

    private Tensor Scale { get; }

    /// <inheritdoc/>
    /// <remarks>NaN where df is at most 1.</remarks>
    public override Tensor mean => Loc.masked_fill(Df.le(1), double.NaN);

    /// <inheritdoc/>
    public override Tensor mode => Loc.alias();

    /// <inheritdoc/>
    /// <remarks>Infinite where df is from 1 to 2, NaN where it is at most 1.</remarks>
    public override Tensor variance => Evaluate(() =>
        (Scale.square() * Df / (Df - 2)).masked_fill(Df.le(2), double.PositiveInfinity).masked_fill(Df.le(1), double.NaN));

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(() =>
    {
        var squared = ((value - Loc) / Scale).square() / Df;
        return ((Df + 1) * 0.5).lgamma() - (Df * 0.5).lgamma() - Scale.log() - Df.log() * 0.5 - 0.5 * Math.Log(Math.PI)
            - (Df + 1) * 0.5 * squared.log1p();
    });

    /// <inheritdoc/>
    public override Tensor entropy() => Evaluate(() =>
    {
        var (half, more) = (Df * 0.5, (Df + 1) * 0.5);
        return Scale.log() + more * (more.digamma() - half.digamma()) + Df.log() * 0.5 + half.lgamma() + 0.5 * Math.Log(Math.PI) - more.lgamma();
    });

    /// <inheritdoc/>
    public override torch.distributions.Distribution expand(Size batch_shape, torch.distributions.Distribution? instance = null)
    {
        CheckInstance(instance);
        var shape = batch_shape.Shape;
        return new StudentT(Widen(Df, shape), Widen(Loc, shape), Widen(Scale, shape), generator);
    }

    private protected override Tensor Draw(long[] sampleShape, Generator? source) => Evaluate(() =>
    {
        var noise = empty(ExtendedShape(sampleShape), Loc.dtype, Loc.device);
        noise.normal_(0, 1, source);
        var squares = new Chi2(Df).DrawFor(sampleShape, source);
        return Loc + Scale * noise * (squares / Df).rsqrt();
    });
}
