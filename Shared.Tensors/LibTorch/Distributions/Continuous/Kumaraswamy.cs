using static TorchSharp.DistributionTools;
using static TorchSharp.torch;
using constraints = TorchSharp.torch.distributions.constraints;
using Distribution = TorchSharp.torch.distributions.Distribution;
using transforms = TorchSharp.torch.distributions.transforms;

namespace TorchSharp.Modules;

/// <summary>The Kumaraswamy distribution over numbers between 0 and 1, whose cumulative function is 1 - (1 - x^a)^b.</summary>
public class Kumaraswamy : TransformedDistribution
{
    private const double Euler = 0.577215664901532860606512090082402431;

    /// <summary>Kumaraswamy distributions.</summary>
    /// <param name="concentration1">The first shapes (a), greater than 0.</param>
    /// <param name="concentration0">The second shapes (b), greater than 0.</param>
    /// <param name="generator">Where the randomness comes from; null: the default generator.</param>
    /// <exception cref="ArgumentException">A parameter is out of its range or NaN, or the shapes do not broadcast.</exception>
    internal Kumaraswamy(Tensor concentration1, Tensor concentration0, Generator? generator = null)
        : base(generator)
    {
        Checked(concentration1, nameof(concentration1), constraints.positive);
        Checked(concentration0, nameof(concentration0), constraints.positive);
        var shape = Broadcast((nameof(concentration1), concentration1.shape), (nameof(concentration0), concentration0.shape));
        Concentration1 = Hold(concentration1, shape);
        Concentration0 = Hold(concentration0, shape);
        var low = Keep(Concentration1.zeros_like(), Concentration1);
        var high = Keep(Concentration1.ones_like(), Concentration1);
        _init(new Uniform(low, high, generator),
        [
            new transforms.PowerTransform(Keep(Concentration0.reciprocal(), Concentration0)), new transforms.AffineTransform(1, -1),
            new transforms.PowerTransform(Keep(Concentration1.reciprocal(), Concentration1)),
        ]);
    }

    internal Tensor Concentration1 { get; }

    internal Tensor Concentration0 { get; }

    /// <summary>The parameter concentration1, in the shape of the batch.</summary>
    public Tensor concentration1 => Concentration1.alias();

    /// <summary>The parameter concentration0, in the shape of the batch.</summary>
    public Tensor concentration0 => Concentration0.alias();

    /// <inheritdoc/>
    public override Tensor mean => Evaluate(() => Moment(1));

    /// <inheritdoc/>
    /// <remarks>NaN where a shape is below 1.</remarks>
    public override Tensor mode => Evaluate(() =>
    {
        var log = ((Concentration1 - 1).log() - (Concentration0 * Concentration1 - 1).log()) / Concentration1;
        return log.masked_fill(Concentration0.lt(1).logical_or(Concentration1.lt(1)), double.NaN).exp();
    });

    /// <inheritdoc/>
    public override Tensor variance => Evaluate(() => Moment(2) - Moment(1).square());

    /// <inheritdoc/>
    public override Tensor entropy() => Evaluate(() =>
        1 - Concentration0.reciprocal() + (1 - Concentration1.reciprocal()) * ((Concentration0 + 1).digamma() + Euler)
            - Concentration1.log() - Concentration0.log());

    // The mean of x^n.
    private Tensor Moment(int n)
    {
        var shifted = 1 + n / Concentration1;
        return Concentration0 * (shifted.lgamma() + Concentration0.lgamma() - (shifted + Concentration0).lgamma()).exp();
    }

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        CheckInstance(instance);
        return new Kumaraswamy(Widen(Concentration1, batch_shape.Shape), Widen(Concentration0, batch_shape.Shape), generator);
    }
}
