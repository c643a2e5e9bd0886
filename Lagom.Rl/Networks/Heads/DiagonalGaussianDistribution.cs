using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>Normal numbers, independent of one another; actions are [batch, dimensions].</summary>
public sealed class DiagonalGaussianDistribution : ActionDistribution
{
    internal const double HalfLogTwoPi = 0.91893853320467274178;

    /// <summary>Makes the distribution.</summary>
    /// <param name="mean">The means [batch, dimensions].</param>
    /// <param name="logStandardDeviation">The logarithms of the standard deviations [batch, dimensions], or [dimensions] for all rows.</param>
    public DiagonalGaussianDistribution(Tensor mean, Tensor logStandardDeviation)
    {
        ArgumentNullException.ThrowIfNull(mean);
        ArgumentNullException.ThrowIfNull(logStandardDeviation);
        Mean = mean;
        LogStandardDeviation = logStandardDeviation;
    }

    /// <summary>The means [batch, dimensions].</summary>
    public Tensor Mean { get; }

    /// <summary>The logarithms of the standard deviations [batch, dimensions], or [dimensions].</summary>
    public Tensor LogStandardDeviation { get; }

    /// <inheritdoc/>
    public override Tensor Mode => Mean;

    /// <inheritdoc/>
    public override Tensor Sample(RandomStream random)
    {
        using DisposeScope scope = NewDisposeScope();
        return (Mean + LogStandardDeviation.exp() * Noise.NormalLike(Mean, random)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public override Tensor LogProbability(Tensor actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        using DisposeScope scope = NewDisposeScope();
        Tensor scaled = (actions - Mean) * (-LogStandardDeviation).exp();
        return (scaled.square() * -0.5 - LogStandardDeviation - HalfLogTwoPi).sum(-1).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public override Tensor Entropy()
    {
        using DisposeScope scope = NewDisposeScope();
        return (LogStandardDeviation.expand_as(Mean) + (0.5 + HalfLogTwoPi)).sum(-1).MoveToOuterDisposeScope();
    }
}
