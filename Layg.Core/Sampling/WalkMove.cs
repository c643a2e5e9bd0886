using System.Buffers;

namespace Layg.Sampling;

/// <summary>
/// The walk move: the walker takes a normal step with the covariance of the other half, or of some walkers of it.
/// </summary>
/// <remarks>
/// The step is Σ_j w_j (X_j - mean) / √(s - 1) with standard normal w_j over the s chosen walkers. It is affine invariant.
/// <para><b>Source:</b> Goodman and Weare (2010), "Ensemble samplers with affine invariance".</para>
/// </remarks>
public sealed class WalkMove : IEnsembleMove
{
    private const int MaxOnStack = 256;

    /// <summary>Creates the move.</summary>
    /// <param name="helpers">
    /// How many walkers of the other half, chosen at random, shape the step. Range: at least 2. Default: all of them.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public WalkMove(int? helpers = null)
    {
        if (helpers < 2)
            throw new ArgumentOutOfRangeException(nameof(helpers), helpers, "The walk move needs at least 2 helpers.");
        Helpers = helpers;
    }

    /// <summary>How many walkers of the other half shape the step, or <see langword="null"/> for all of them.</summary>
    public int? Helpers { get; }

    /// <inheritdoc/>
    public void Check(int dimension, int others)
    {
        if (others < (Helpers ?? 2))
            throw new ArgumentException($"The walk move needs at least {Helpers ?? 2} walkers in each half, not {others}.", nameof(others));
    }

    /// <inheritdoc/>
    public double Propose(in MoveContext context, Span<double> proposal)
    {
        int count = context.OtherCount;
        int helpers = Helpers ?? count;
        int[]? rented = count > MaxOnStack ? ArrayPool<int>.Shared.Rent(count) : null;
        Span<int> order = (rented ?? stackalloc int[MaxOnStack]).Slice(0, count);
        for (int i = 0; i < count; i++)
            order[i] = i;
        if (helpers < count)
        {
            for (int i = 0; i < helpers; i++)
            {
                int other = i + context.Random.NextInt32(count - i);
                (order[i], order[other]) = (order[other], order[i]);
            }
        }

        Step(context, order[..helpers], proposal);
        if (rented is not null)
            ArrayPool<int>.Shared.Return(rented);
        return 0;
    }

    private static void Step(in MoveContext context, ReadOnlySpan<int> helpers, Span<double> proposal)
    {
        // Σ w_j (X_j - mean) = Σ (w_j - mean of w) X_j, but subtracting one helper first keeps far-off ensembles accurate.
        ReadOnlySpan<double> origin = context.Other(helpers[0]);
        double scale = 1 / Math.Sqrt(helpers.Length - 1);
        double[]? rented = helpers.Length > MaxOnStack ? ArrayPool<double>.Shared.Rent(helpers.Length) : null;
        Span<double> weights = (rented ?? stackalloc double[MaxOnStack]).Slice(0, helpers.Length);
        context.Random.FillNormal(weights);
        double mean = 0;
        foreach (double weight in weights)
            mean += weight / weights.Length;

        context.Current.CopyTo(proposal);
        for (int j = 1; j < helpers.Length; j++)
        {
            ReadOnlySpan<double> helper = context.Other(helpers[j]);
            double weight = (weights[j] - mean) * scale;
            for (int i = 0; i < proposal.Length; i++)
                proposal[i] += weight * (helper[i] - origin[i]);
        }

        if (rented is not null)
            ArrayPool<double>.Shared.Return(rented);
    }
}
