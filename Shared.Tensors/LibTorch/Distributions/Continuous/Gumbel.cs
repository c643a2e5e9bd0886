using static TorchSharp.DistributionTools;
using static TorchSharp.torch;
using constraints = TorchSharp.torch.distributions.constraints;
using Distribution = TorchSharp.torch.distributions.Distribution;
using transforms = TorchSharp.torch.distributions.transforms;

namespace TorchSharp.Modules;

/// <summary>The Gumbel distribution, of the largest of many numbers.</summary>
public class Gumbel : TransformedDistribution
{
    private const double Euler = 0.577215664901532860606512090082402431;

    /// <summary>Gumbel distributions.</summary>
    /// <param name="loc">The modes.</param>
    /// <param name="scale">The scales, greater than 0.</param>
    /// <param name="generator">Where the randomness comes from; null: the default generator.</param>
    /// <exception cref="ArgumentException">A parameter is out of its range or NaN, or the shapes do not broadcast.</exception>
    internal Gumbel(Tensor loc, Tensor scale, Generator? generator = null)
        : base(generator)
    {
        Checked(loc, nameof(loc), constraints.real);
        Checked(scale, nameof(scale), constraints.positive);
        var shape = Broadcast((nameof(loc), loc.shape), (nameof(scale), scale.shape));
        Loc = Hold(loc, shape);
        Scale = Hold(scale, shape);
        var low = Keep(Loc.full_like(Tiny(Loc.dtype)).detach(), Loc);
        var high = Keep(Loc.full_like(1 - Epsilon(Loc.dtype)).detach(), Loc);
        var logarithm = new transforms.ExpTransform().inv;
        _init(new Uniform(low, high, generator),
            [logarithm, new transforms.AffineTransform(0, -1), logarithm, new transforms.AffineTransform(Loc, Keep(Scale.neg(), Scale))]);
    }

    internal Tensor Loc { get; }

    internal Tensor Scale { get; }

    /// <inheritdoc/>
    public override Tensor mean => Evaluate(() => Loc + Scale * Euler);

    /// <inheritdoc/>
    public override Tensor mode => Loc.alias();

    /// <inheritdoc/>
    public override Tensor stddev => Evaluate(() => Scale * (Math.PI / Math.Sqrt(6)));

    /// <inheritdoc/>
    public override Tensor variance => Evaluate(() => Scale.square() * (Math.PI * Math.PI / 6));

    /// <inheritdoc/>
    private protected override Tensor LogProbCore(Tensor value) => Evaluate(() =>
    {
        var y = (Loc - value) / Scale;
        return y - y.exp() - Scale.log();
    });

    /// <inheritdoc/>
    private protected override Tensor CdfCore(Tensor value) => Evaluate(() => (-((Loc - value) / Scale).exp()).exp());

    /// <inheritdoc/>
    private protected override Tensor IcdfCore(Tensor value) => Evaluate(() => Loc - Scale * (-value.log()).log());

    /// <inheritdoc/>
    public override Tensor entropy() => Evaluate(() => Scale.log() + (1 + Euler));

    /// <inheritdoc/>
    private protected override Distribution ExpandCore(Size batch_shape, Distribution? instance = null)
    {
        CheckInstance(instance);
        return new Gumbel(Widen(Loc, batch_shape.Shape), Widen(Scale, batch_shape.Shape), generator);
    }
}
