using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>The hyperbolic tangents of independent normal numbers; actions are [batch, dimensions] in (-1, 1).</summary>
/// <remarks><b>Source:</b> Haarnoja et al. (2018), "Soft actor-critic: off-policy maximum entropy deep reinforcement learning with a stochastic actor", appendix C.</remarks>
public sealed class SquashedGaussianDistribution : ActionDistribution
{
    private const double Ln2 = 0.69314718055994530942;
    private const double LargestAction = 1 - 1e-6;

    private readonly DiagonalGaussianDistribution _normal;

    /// <summary>Makes the distribution.</summary>
    /// <param name="mean">The means before the tangent [batch, dimensions].</param>
    /// <param name="logStandardDeviation">The logarithms of the standard deviations before it [batch, dimensions], or [dimensions] for all rows.</param>
    public SquashedGaussianDistribution(Tensor mean, Tensor logStandardDeviation) => _normal = new DiagonalGaussianDistribution(mean, logStandardDeviation);

    /// <summary>The means before the tangent [batch, dimensions].</summary>
    public Tensor Mean => _normal.Mean;

    /// <summary>The logarithms of the standard deviations before the tangent.</summary>
    public Tensor LogStandardDeviation => _normal.LogStandardDeviation;

    /// <inheritdoc/>
    public override Tensor Mode => Mean.tanh();

    /// <inheritdoc/>
    public override Tensor Sample(RandomStream random)
    {
        using Tensor unsquashed = _normal.Sample(random);
        return unsquashed.tanh();
    }

    /// <summary>Draws an action per row together with the logarithm of its density, which is exact where the tangent saturates; gradients flow through both.</summary>
    /// <param name="random">Where chance comes from.</param>
    /// <returns>The actions [batch, dimensions] and the logarithms [batch].</returns>
    public (Tensor Actions, Tensor LogProbabilities) SampleWithLogProbability(RandomStream random)
    {
        using DisposeScope scope = NewDisposeScope();
        // The scaled distance from the mean is the noise itself, so that nothing needs to be subtracted and divided back.
        Tensor noise = Noise.NormalLike(Mean, random);
        Tensor unsquashed = Mean + LogStandardDeviation.exp() * noise;
        Tensor density = (noise.square() * -0.5 - LogStandardDeviation - DiagonalGaussianDistribution.HalfLogTwoPi - LogSlope(unsquashed)).sum(-1);
        return scope.MoveToOuter(unsquashed.tanh(), density);
    }

    /// <inheritdoc/>
    /// <remarks>Actions at ±1, whose density is not defined, count as those a millionth away.</remarks>
    public override Tensor LogProbability(Tensor actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        using DisposeScope scope = NewDisposeScope();
        Tensor clamped = actions.clamp(-LargestAction, LargestAction);
        return LogProbabilityBefore((clamped.log1p() - (-clamped).log1p()) * 0.5).MoveToOuterDisposeScope();
    }

    /// <summary>The logarithm of the density of the actions whose inverse tangents are given [batch].</summary>
    /// <param name="unsquashed">The numbers before the tangent [batch, dimensions].</param>
    public Tensor LogProbabilityBefore(Tensor unsquashed)
    {
        ArgumentNullException.ThrowIfNull(unsquashed);
        using DisposeScope scope = NewDisposeScope();
        return (_normal.LogProbability(unsquashed) - LogSlope(unsquashed).sum(-1)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public override Tensor Entropy() =>
        throw new NotSupportedException("The entropy of a squashed normal distribution has no closed form; average minus the log-probabilities of samples.");

    // ln(1 - tanh² x) = 2 (ln 2 - x - softplus(-2x)), which does not lose its digits where the tangent is near ±1.
    internal static Tensor LogSlope(Tensor x) => (Ln2 - x - nn.functional.softplus(x * -2)) * 2;
}
