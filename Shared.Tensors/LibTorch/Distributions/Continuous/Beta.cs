using static TorchSharp.DistributionTools;
using static TorchSharp.torch;
using constraints = TorchSharp.torch.distributions.constraints;
using Distribution = TorchSharp.torch.distributions.Distribution;
using ExponentialFamily = TorchSharp.torch.distributions.ExponentialFamily;

namespace TorchSharp.Modules;

/// <summary>The beta distribution, over numbers between 0 and 1.</summary>
public class Beta : ExponentialFamily
{
    /// <summary>Beta distributions.</summary>
    /// <param name="concentration1">The first shapes (alpha), greater than 0.</param>
    /// <param name="concentration0">The second shapes (beta), greater than 0.</param>
    /// <param name="generator">Where the randomness comes from; null: the default generator.</param>
    /// <exception cref="ArgumentException">A parameter is out of its range or NaN, or the shapes do not broadcast.</exception>
    public Beta(Tensor concentration1, Tensor concentration0, Generator? generator = null)
        : base(generator)
    {
        Checked(concentration1, nameof(concentration1), constraints.positive);
        Checked(concentration0, nameof(concentration0), constraints.positive);
        var shape = Broadcast((nameof(concentration1), concentration1.shape), (nameof(concentration0), concentration0.shape));
        Concentration1 = Hold(concentration1, shape);
        Concentration0 = Hold(concentration0, shape);
        _init(shape);
    }

    internal Tensor Concentration1 { get; }

    internal Tensor Concentration0 { get; }

    /// <inheritdoc/>
    protected override IList<Tensor> NaturalParams => [Concentration1.alias(), Concentration0.alias()];

    private Tensor Total => Concentration1 + Concentration0;

    /// <inheritdoc/>
    public override Tensor mean => Evaluate(() => Concentration1 / Total);

    /// <inheritdoc/>
    /// <remarks>NaN where neither shape is above 1: the density has no peak inside.</remarks>
    private protected override Tensor ModeCore => Evaluate(() =>
    {
        var (above1, above0) = ((Concentration1 - 1).clamp_min(0), (Concentration0 - 1).clamp_min(0));
        return above1 / (above1 + above0);
    });

    /// <inheritdoc/>
    public override Tensor variance => Evaluate(() => Concentration1 * Concentration0 / (Total.square() * (Total + 1)));

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(() => Xlogy(Concentration1 - 1, value) + Xlog1mY(Concentration0 - 1, value) + LogNormal());

    /// <inheritdoc/>
    public override Tensor entropy() => Evaluate(() =>
        Concentration1.lgamma() + Concentration0.lgamma() - Total.lgamma()
            - (Concentration1 - 1) * Concentration1.digamma() - (Concentration0 - 1) * Concentration0.digamma()
            + (Total - 2) * Total.digamma());

    /// <inheritdoc/>
    public override Tensor LogNormalizer(params Tensor[] parameters) =>
        Evaluate(() => parameters[0].lgamma() + parameters[1].lgamma() - (parameters[0] + parameters[1]).lgamma());

    private protected override Tensor Draw(long[] sampleShape, Generator? source) => Evaluate(() =>
    {
        var both = stack([Concentration1, Concentration0], -1).expand([.. ExtendedShape(sampleShape), 2]);
        return Dirichlet.Sample(both, source).select(-1, 0);
    });

    private Tensor LogNormal() => Total.lgamma() - Concentration1.lgamma() - Concentration0.lgamma();

    // (x - 1) log(1 - y), 0 at the end where the shape is 1.
    private static Tensor Xlog1mY(Tensor x, Tensor y) => special.xlog1py(x, -y);

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        CheckInstance(instance);
        return new Beta(Widen(Concentration1, batch_shape.Shape), Widen(Concentration0, batch_shape.Shape), generator);
    }
}
