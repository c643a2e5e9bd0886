namespace Layg.Sampling;

/// <summary>
/// The differential evolution move: the walker goes along the difference of two walkers of the other half,
/// Y = X_k + γ (X_i - X_j) + noise.
/// </summary>
/// <remarks>
/// One step in ten, at random, takes γ = 1, with which walkers jump between separate modes. Apart from the noise the move is affine
/// invariant.
/// <para><b>Source:</b> ter Braak (2006), "A Markov chain Monte Carlo version of the genetic algorithm differential evolution".</para>
/// </remarks>
public sealed class DifferentialEvolutionMove : IEnsembleMove
{
    private const double JumpProbability = 0.1;

    /// <summary>Creates the move.</summary>
    /// <param name="scale">
    /// The scale γ of nine steps in ten. Range: above 0, finite. Default: 2.38 / √(2n), best for a normal density in n dimensions.
    /// </param>
    /// <param name="noise">
    /// The standard deviation of the noise added to each coordinate, in the coordinates' own units: it keeps every point reachable.
    /// Choose it far below the density's width. Range: at least 0. Default: 1e-5.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public DifferentialEvolutionMove(double? scale = null, double noise = 1e-5)
    {
        if (scale is { } given && (!double.IsFinite(given) || given <= 0))
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "The scale must be above 0 and finite.");
        if (!double.IsFinite(noise) || noise < 0)
            throw new ArgumentOutOfRangeException(nameof(noise), noise, "The noise must be at least 0 and finite.");
        Scale = scale;
        Noise = noise;
    }

    /// <summary>The scale γ, or <see langword="null"/> for 2.38 / √(2n).</summary>
    public double? Scale { get; }

    /// <summary>The standard deviation of the noise, in the coordinates' units.</summary>
    public double Noise { get; }

    /// <inheritdoc/>
    public void Check(int dimension, int others)
    {
        if (others < 2)
            throw new ArgumentException($"The differential evolution move needs at least 4 walkers: 2 in each half, not {others}.", nameof(others));
    }

    /// <inheritdoc/>
    public double Propose(in MoveContext context, Span<double> proposal)
    {
        int first = context.Random.NextInt32(context.OtherCount);
        int second = context.Random.NextInt32(context.OtherCount - 1);
        if (second >= first)
            second++;
        double scale = context.Random.NextDouble() < JumpProbability ? 1 : Scale ?? 2.38 / Math.Sqrt(2.0 * context.Dimension);
        ReadOnlySpan<double> to = context.Other(first);
        ReadOnlySpan<double> from = context.Other(second);
        for (int i = 0; i < proposal.Length; i++)
            proposal[i] = context.Current[i] + scale * (to[i] - from[i]) + Noise * context.Random.NextNormal();
        return 0;
    }
}
