using static TorchSharp.DistributionTools;
using static TorchSharp.torch;
using constraints = TorchSharp.torch.distributions.constraints;
using Distribution = TorchSharp.torch.distributions.Distribution;

namespace TorchSharp.Modules;

/// <summary>The normal distribution.</summary>
public class Normal : Distribution
{
    private const double HalfLogTwoPi = 0.918938533204672741780329736406;
    private const double Sqrt2 = 1.41421356237309504880168872421;

    /// <summary>Normal distributions.</summary>
    /// <param name="loc">The means.</param>
    /// <param name="scale">The standard deviations, greater than 0; broadcast with <paramref name="loc"/>.</param>
    /// <param name="generator">Where the randomness comes from; null: the default generator.</param>
    /// <exception cref="ArgumentException">A parameter is NaN, or scale is not greater than 0.</exception>
    public Normal(Tensor loc, Tensor scale, Generator? generator = null)
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
    public override Tensor mean => Loc.alias();

    /// <inheritdoc/>
    private protected override Tensor ModeCore => Loc.alias();

    /// <inheritdoc/>
    public override Tensor stddev => Scale.alias();

    /// <inheritdoc/>
    public override Tensor variance => Scale.square();

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(() =>
        ((value - Loc) / Scale).square() * -0.5 - Scale.log() - HalfLogTwoPi);

    /// <inheritdoc/>
    public override Tensor entropy() => Evaluate(() => Scale.log() + (0.5 + HalfLogTwoPi));

    /// <inheritdoc/>
    /// <remarks>By erfc, which keeps its precision in the lower tail.</remarks>
    public override Tensor cdf(Tensor value) => Evaluate(() => special.erfc((Loc - value) / (Scale * Sqrt2)) * 0.5);

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => Evaluate(() => Loc + Scale * special.ndtri(value));

    private protected override Tensor Draw(long[] sampleShape, Generator? source)
    {
        using var noise = empty(ExtendedShape(sampleShape), Loc.dtype, Loc.device);
        noise.normal_(0, 1, source);
        using var scaled = noise * Scale;
        return scaled + Loc;
    }

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        CheckInstance(instance);
        return new Normal(Widen(Loc, batch_shape.Shape), Widen(Scale, batch_shape.Shape), generator);
    }
}
