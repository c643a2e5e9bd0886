using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>
/// A dense layer for the means, orthogonal with gain 0.01 at first, and standard deviations: a learned number per dimension, the same in
/// every state, or a second dense layer.
/// </summary>
public sealed class DiagonalGaussianHead : PolicyHead
{
    private readonly (double Smallest, double Largest)? _variances;

    /// <summary>Makes the head.</summary>
    /// <param name="features">How many features go in. Range: at least 1.</param>
    /// <param name="dimensions">How many numbers an action has. Range: at least 1.</param>
    /// <param name="random">Where the first values come from.</param>
    /// <param name="standardDeviation">The first standard deviation of every dimension. Range: positive.</param>
    /// <param name="isStateDependent">Whether the standard deviations depend on the state.</param>
    /// <param name="variances">Softly kept bounds of the variances; null for none. Range: positive, the smallest below the largest.</param>
    /// <param name="gain">The gain of the first weights.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public DiagonalGaussianHead(
        int features,
        int dimensions,
        RandomStream random,
        double standardDeviation = 1,
        bool isStateDependent = false,
        (double Smallest, double Largest)? variances = null,
        double gain = 0.01)
        : base(nameof(DiagonalGaussianHead), features, dimensions)
    {
        if (!(standardDeviation > 0) || !double.IsFinite(standardDeviation))
            throw new ArgumentOutOfRangeException(nameof(standardDeviation), standardDeviation, "The standard deviation must be positive and finite.");
        if (variances is { } bounds && !(bounds.Smallest > 0 && bounds.Smallest < bounds.Largest))
            throw new ArgumentOutOfRangeException(nameof(variances), variances, "The bounds must be positive, the smallest below the largest.");
        _variances = variances;
        Mean = Initialization.Orthogonal(nn.Linear(features, dimensions), random, gain);
        register_module("mean", Mean);
        double first = Math.Log(standardDeviation);
        if (isStateDependent)
        {
            LogStandardDeviationLayer = Initialization.Orthogonal(nn.Linear(features, dimensions), random, gain, bias: first);
            register_module("log_std_layer", LogStandardDeviationLayer);
        }
        else
        {
            LogStandardDeviation = new Parameter(full(dimensions, first, dtype: ScalarType.Float32));
            register_parameter("log_std", LogStandardDeviation);
        }
    }

    /// <summary>The layer of the means.</summary>
    public Linear Mean { get; }

    /// <summary>The logarithms of the standard deviations [dimensions], before bounds; null where they depend on the state.</summary>
    public Parameter? LogStandardDeviation { get; }

    /// <summary>The layer of the logarithms of the standard deviations; null where they do not depend on the state.</summary>
    public Linear? LogStandardDeviationLayer { get; }

    /// <summary>Keeps logarithms of variances between bounds softly: far inside they stay as they are, far outside they become the bound.</summary>
    /// <param name="logVariance">The logarithms.</param>
    /// <param name="smallest">The smallest variance. Range: positive.</param>
    /// <param name="largest">The largest variance. Range: above the smallest.</param>
    /// <remarks><b>Source:</b> Chua, Calandra, McAllister and Levine (2018), "Deep reinforcement learning in a handful of trials using probabilistic dynamics models", appendix A.1.</remarks>
    public static Tensor BoundLogVariance(Tensor logVariance, double smallest, double largest)
    {
        ArgumentNullException.ThrowIfNull(logVariance);
        using DisposeScope scope = NewDisposeScope();
        double high = Math.Log(largest - smallest);
        double low = Math.Log(smallest);
        Tensor below = high - nn.functional.softplus(high - logVariance);
        return (low + nn.functional.softplus(below - low)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public override ActionDistribution forward(Tensor input)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor mean = Mean.call(input).MoveToOuterDisposeScope();
        Tensor logStd = LogStandardDeviationLayer?.call(input) ?? LogStandardDeviation!.alias();
        if (_variances is { } bounds)
            logStd = BoundLogVariance(logStd * 2, bounds.Smallest, bounds.Largest) * 0.5;
        return new DiagonalGaussianDistribution(mean, logStd.MoveToOuterDisposeScope());
    }
}
