using static TorchSharp.DistributionTools;
using static TorchSharp.torch;
using constraints = TorchSharp.torch.distributions.constraints;
using Distribution = TorchSharp.torch.distributions.Distribution;
using transforms = TorchSharp.torch.distributions.transforms;

namespace TorchSharp.Modules;

/// <summary>The Weibull distribution.</summary>
public class Weibull : TransformedDistribution
{
    private const double Euler = 0.577215664901532860606512090082402431;

    /// <summary>Weibull distributions.</summary>
    /// <param name="scale">The scales, greater than 0.</param>
    /// <param name="concentration">The shapes, greater than 0.</param>
    /// <param name="generator">Where the randomness comes from; null: the default generator.</param>
    /// <exception cref="ArgumentException">A parameter is out of its range or NaN, or the shapes do not broadcast.</exception>
    internal Weibull(Tensor scale, Tensor concentration, Generator? generator = null)
        : base(generator)
    {
        Checked(scale, nameof(scale), constraints.positive);
        Checked(concentration, nameof(concentration), constraints.positive);
        var shape = Broadcast((nameof(scale), scale.shape), (nameof(concentration), concentration.shape));
        Scale = Hold(scale, shape);
        Concentration = Hold(concentration, shape);
        _init(new Exponential(Keep(Scale.ones_like(), Scale), generator),
        [
            new transforms.PowerTransform(Keep(Concentration.reciprocal(), Concentration)),
            new transforms.AffineTransform(Keep(Scale.zeros_like(), Scale), Scale),
        ]);
    }

    internal Tensor Scale { get; }

    internal Tensor Concentration { get; }

    /// <inheritdoc/>
    public override Tensor mean => Evaluate(() => Scale * (1 + Concentration.reciprocal()).lgamma().exp());

    /// <inheritdoc/>
    /// <remarks>NaN where the concentration is below 1.</remarks>
    public override Tensor mode => Evaluate(() => Scale * ((Concentration - 1) / Concentration).pow(Concentration.reciprocal()));

    /// <inheritdoc/>
    public override Tensor variance => Evaluate(() =>
    {
        var reciprocal = Concentration.reciprocal();
        return Scale.square() * ((1 + reciprocal * 2).lgamma().exp() - ((1 + reciprocal).lgamma() * 2).exp());
    });

    /// <inheritdoc/>
    public override Tensor entropy() => Evaluate(() => (1 - Concentration.reciprocal()) * Euler + (Scale / Concentration).log() + 1);

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        CheckInstance(instance);
        return new Weibull(Widen(Scale, batch_shape.Shape), Widen(Concentration, batch_shape.Shape), generator);
    }
}
