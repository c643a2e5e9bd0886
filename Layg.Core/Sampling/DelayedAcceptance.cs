namespace Layg.Sampling;

/// <summary>The first stage of delayed acceptance: sorts out the proposals that the approximation rejects.</summary>
internal sealed class DelayedAcceptance(ISurrogateLogDensity density, int walkers)
{
    private readonly double[] _points = new double[2 * walkers * density.Dimension];
    private readonly double[] _logDensities = new double[2 * walkers];
    private readonly int[] _walkers = new int[2 * walkers];

    /// <summary>Moves the surviving proposals to the front.</summary>
    /// <param name="active">The walkers that propose; those of the survivors are moved to the front.</param>
    /// <param name="positions">Where all walkers stand.</param>
    /// <param name="proposals">The proposals, in the order of <paramref name="active"/>.</param>
    /// <param name="margins">What ln p*(y) - ln p*(x) must exceed; for the survivors, what ln p(y) - ln p(x) must exceed.</param>
    /// <param name="draws">Gives the survivors' second deciding numbers.</param>
    /// <param name="cancellationToken">Asks for an early end.</param>
    /// <returns>How many survive.</returns>
    public int Screen(
        Span<int> active, ReadOnlySpan<double> positions, Span<double> proposals, Span<double> margins, EnsembleDraws draws,
        CancellationToken cancellationToken)
    {
        int n = density.Dimension;
        int count = active.Length;
        Approximate(active, positions, proposals[..(count * n)], cancellationToken);
        int survivors = 0;
        for (int i = 0; i < count; i++)
        {
            double logRatio = _logDensities[count + i] - _logDensities[i];
            if (!(margins[i] < logRatio))
                continue;
            int walker = active[i];
            active[survivors] = walker;
            proposals.Slice(i * n, n).CopyTo(proposals[(survivors * n)..]);
            margins[survivors++] = Math.Log(draws.Acceptance(walker)) + logRatio;
        }

        return survivors;
    }

    /// <summary>Approximates the walkers' positions, then their proposals, in one batch.</summary>
    private void Approximate(ReadOnlySpan<int> active, ReadOnlySpan<double> positions, ReadOnlySpan<double> proposals, CancellationToken cancellationToken)
    {
        int n = density.Dimension;
        int count = active.Length;
        for (int i = 0; i < count; i++)
        {
            positions.Slice(active[i] * n, n).CopyTo(_points.AsSpan(i * n));
            _walkers[i] = _walkers[count + i] = active[i];
        }

        proposals.CopyTo(_points.AsSpan(count * n));
        Span<double> logDensities = _logDensities.AsSpan(0, 2 * count);
        logDensities.Fill(double.NaN);
        density.EvaluateSurrogate(_points.AsSpan(0, 2 * count * n), logDensities, cancellationToken);
        InvalidLogDensityException.ThrowIfAny(logDensities, _walkers, _points);
    }
}
