using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>Three dense layers, orthogonal with gain 0.01 at first, for the weights, means and logarithms of the variances of a mixture of normal distributions.</summary>
public sealed class MixtureDensityHead : nn.Module<Tensor, MixtureParameters>
{
    private readonly Linear _logits;
    private readonly Linear _mean;
    private readonly Linear _logVariance;
    private readonly (double Smallest, double Largest)? _variances;

    /// <summary>Makes the head.</summary>
    /// <param name="features">How many features go in. Range: at least 1.</param>
    /// <param name="dimensions">How many numbers a target has. Range: at least 1.</param>
    /// <param name="components">How many normal distributions are mixed. Range: at least 1.</param>
    /// <param name="random">Where the first values come from.</param>
    /// <param name="weights">What the weights are for.</param>
    /// <param name="variances">Softly kept bounds of the variances; null for none. Range: positive, the smallest below the largest.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public MixtureDensityHead(
        int features,
        int dimensions,
        int components,
        RandomStream random,
        MixtureWeights weights = MixtureWeights.Joint,
        (double Smallest, double Largest)? variances = null)
        : base(nameof(MixtureDensityHead))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(components, 1);
        if (variances is { } bounds && !(bounds.Smallest > 0 && bounds.Smallest < bounds.Largest))
            throw new ArgumentOutOfRangeException(nameof(variances), variances, "The bounds must be positive, the smallest below the largest.");
        Dimensions = dimensions;
        Components = components;
        Weights = weights;
        _variances = variances;
        _logits = Layer(weights == MixtureWeights.Joint ? components : components * dimensions);
        _mean = Layer(components * dimensions);
        _logVariance = Layer(components * dimensions);
        register_module("logits", _logits);
        register_module("mean", _mean);
        register_module("log_variance", _logVariance);

        Linear Layer(int outputs) => Initialization.Orthogonal(nn.Linear(features, outputs), random, 0.01);
    }

    /// <summary>How many numbers a target has.</summary>
    public int Dimensions { get; }

    /// <summary>How many normal distributions are mixed.</summary>
    public int Components { get; }

    /// <summary>What the weights are for.</summary>
    public MixtureWeights Weights { get; }

    /// <inheritdoc/>
    public override MixtureParameters forward(Tensor input)
    {
        using DisposeScope scope = NewDisposeScope();
        long[] shape = [-1, Components, Dimensions];
        Tensor logits = _logits.call(input);
        if (Weights == MixtureWeights.PerDimension)
            logits = logits.view(shape);
        Tensor logVariance = _logVariance.call(input).view(shape);
        if (_variances is { } bounds)
            logVariance = DiagonalGaussianHead.BoundLogVariance(logVariance, bounds.Smallest, bounds.Largest);
        return new MixtureParameters(
            logits.MoveToOuterDisposeScope(), _mean.call(input).view(shape).MoveToOuterDisposeScope(), (logVariance * 0.5).exp().MoveToOuterDisposeScope());
    }
}
