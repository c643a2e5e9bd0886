using static TorchSharp.DistributionTools;
using static TorchSharp.torch;
using constraints = TorchSharp.torch.distributions.constraints;
using Distribution = TorchSharp.torch.distributions.Distribution;
using transforms = TorchSharp.torch.distributions.transforms;

namespace TorchSharp.Modules;

/// <summary>The Pareto distribution of type 1.</summary>
public class Pareto : TransformedDistribution
{
    /// <summary>Pareto distributions.</summary>
    /// <param name="scale">The smallest values, greater than 0.</param>
    /// <param name="alpha">The shapes, greater than 0.</param>
    /// <param name="generator">Where the randomness comes from; null: the default generator.</param>
    /// <exception cref="ArgumentException">A parameter is out of its range or NaN, or the shapes do not broadcast.</exception>
    internal Pareto(Tensor scale, Tensor alpha, Generator? generator = null)
        : base(generator)
    {
        Checked(scale, nameof(scale), constraints.positive);
        Checked(alpha, nameof(alpha), constraints.positive);
        var shape = Broadcast((nameof(scale), scale.shape), (nameof(alpha), alpha.shape));
        Scale = Hold(scale, shape);
        Alpha = Hold(alpha, shape);
        _init(new Exponential(Alpha, generator), [new transforms.ExpTransform(), new transforms.AffineTransform(Keep(Scale.zeros_like(), Scale), Scale)]);
    }

    internal Tensor Scale { get; }

    internal Tensor Alpha { get; }

    /// <summary>The parameter scale, in the shape of the batch.</summary>
    public Tensor scale => Scale.alias();

    /// <summary>The parameter alpha, in the shape of the batch.</summary>
    public Tensor alpha => Alpha.alias();

    /// <inheritdoc/>
    /// <remarks>Infinite where alpha is at most 1.</remarks>
    public override Tensor mean => Evaluate(() =>
    {
        var shape = Alpha.clamp_min(1);
        return shape * Scale / (shape - 1);
    });

    /// <inheritdoc/>
    public override Tensor mode => Scale.alias();

    /// <inheritdoc/>
    /// <remarks>Infinite where alpha is at most 2.</remarks>
    public override Tensor variance => Evaluate(() =>
    {
        var shape = Alpha.clamp_min(2);
        return Scale.square() * shape / ((shape - 1).square() * (shape - 2));
    });

    /// <inheritdoc/>
    public override Tensor entropy() => Evaluate(() => (Scale / Alpha).log() + (1 + Alpha.reciprocal()));

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        CheckInstance(instance);
        return new Pareto(Widen(Scale, batch_shape.Shape), Widen(Alpha, batch_shape.Shape), generator);
    }
}
