using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>
/// Two dense layers, for the means and the logarithms of the standard deviations before the hyperbolic tangent; the logarithms go from the
/// smallest to the largest along a tangent of their own.
/// </summary>
public sealed class SquashedGaussianHead : PolicyHead
{
    /// <summary>Makes the head in PyTorch's default first values.</summary>
    /// <param name="features">How many features go in. Range: at least 1.</param>
    /// <param name="dimensions">How many numbers an action has. Range: at least 1.</param>
    /// <param name="random">Where the first values come from.</param>
    /// <param name="smallestLogStandardDeviation">The smallest logarithm.</param>
    /// <param name="largestLogStandardDeviation">The largest logarithm. Range: above the smallest.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public SquashedGaussianHead(
        int features, int dimensions, RandomStream random, double smallestLogStandardDeviation = -20, double largestLogStandardDeviation = 2)
        : base(nameof(SquashedGaussianHead), features, dimensions)
    {
        if (!(largestLogStandardDeviation > smallestLogStandardDeviation))
        {
            throw new ArgumentOutOfRangeException(
                nameof(largestLogStandardDeviation), largestLogStandardDeviation, $"It must be above the smallest, {smallestLogStandardDeviation}.");
        }

        SmallestLogStandardDeviation = smallestLogStandardDeviation;
        LargestLogStandardDeviation = largestLogStandardDeviation;
        Mean = Initialization.Uniform(nn.Linear(features, dimensions), random);
        LogStandardDeviation = Initialization.Uniform(nn.Linear(features, dimensions), random);
        register_module("mean", Mean);
        register_module("log_std", LogStandardDeviation);
    }

    /// <summary>The smallest logarithm of a standard deviation.</summary>
    public double SmallestLogStandardDeviation { get; }

    /// <summary>The largest logarithm of a standard deviation.</summary>
    public double LargestLogStandardDeviation { get; }

    /// <summary>The layer of the means.</summary>
    public Linear Mean { get; }

    /// <summary>The layer of the logarithms, before they are bounded.</summary>
    public Linear LogStandardDeviation { get; }

    /// <summary>Bounds the raw outputs of a layer: smallest + (largest - smallest)/2 · (1 + tanh raw).</summary>
    /// <param name="raw">The outputs.</param>
    /// <param name="smallest">The smallest logarithm.</param>
    /// <param name="largest">The largest logarithm.</param>
    public static Tensor BoundLogStandardDeviation(Tensor raw, double smallest, double largest)
    {
        ArgumentNullException.ThrowIfNull(raw);
        using DisposeScope scope = NewDisposeScope();
        double half = 0.5 * (largest - smallest);
        return (raw.tanh() * half + (smallest + half)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public override ActionDistribution forward(Tensor input)
    {
        using Tensor raw = LogStandardDeviation.call(input);
        return new SquashedGaussianDistribution(
            Mean.call(input), BoundLogStandardDeviation(raw, SmallestLogStandardDeviation, LargestLogStandardDeviation));
    }
}
