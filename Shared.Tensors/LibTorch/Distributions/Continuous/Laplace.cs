using static TorchSharp.DistributionTools;
using static TorchSharp.torch;
using constraints = TorchSharp.torch.distributions.constraints;
using Distribution = TorchSharp.torch.distributions.Distribution;

namespace TorchSharp.Modules;

/// <summary>The Laplace (double exponential) distribution.</summary>
public class Laplace : Distribution
{
    /// <summary>Laplace distributions.</summary>
    /// <param name="loc">The means.</param>
    /// <param name="scale">The mean distances from the mean, greater than 0.</param>
    /// <param name="generator">Where the randomness comes from; null: the default generator.</param>
    /// <exception cref="ArgumentException">A parameter is out of its range or NaN, or the shapes do not broadcast.</exception>
    public Laplace(Tensor loc, Tensor scale, Generator? generator = null)
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
    public override Tensor stddev => Evaluate(() => Scale * Math.Sqrt(2));

    /// <inheritdoc/>
    public override Tensor variance => Evaluate(() => Scale.square() * 2);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(() => -(Scale * 2).log() - (value - Loc).abs() / Scale);

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => Evaluate(() =>
    {
        var z = (value - Loc) / Scale;
        var tail = -0.5 * (-z.abs()).expm1();
        return 0.5 + z.sign() * tail;
    });

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => Evaluate(() =>
    {
        var term = value - 0.5;
        return Loc - Scale * term.sign() * (term.abs() * -2).log1p();
    });

    /// <inheritdoc/>
    public override Tensor entropy() => Evaluate(() => (Scale * 2).log() + 1);

    private protected override Tensor Draw(long[] sampleShape, Generator? source) => Evaluate(() =>
    {
        var uniform = empty(ExtendedShape(sampleShape), Loc.dtype, Loc.device);
        uniform.uniform_(Epsilon(Loc.dtype) - 1, 1, source);
        return Loc - Scale * uniform.sign() * (-uniform.abs().clamp_max(1 - Epsilon(Loc.dtype) / 2)).log1p();
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        CheckInstance(instance);
        return new Laplace(Widen(Loc, batch_shape.Shape), Widen(Scale, batch_shape.Shape), generator);
    }
}
