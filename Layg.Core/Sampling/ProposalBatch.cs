namespace Layg.Sampling;

/// <summary>
/// Proposed points, and what an <see cref="IDecisionAwareLogDensity"/> may know about the decisions on them. A walker at x accepts its
/// proposal y when ln p(y) - ln p(x) is above its margin.
/// </summary>
public readonly ref struct ProposalBatch
{
    /// <summary>Describes proposals.</summary>
    /// <param name="points">The proposed points, row after row: [count, dimension].</param>
    /// <param name="margins">What ln p(y) - ln p(x) must exceed: [count].</param>
    /// <param name="currentPoints">The walkers' present positions, row after row: [count, dimension].</param>
    /// <param name="currentLogDensities">The log-densities there: [count].</param>
    /// <param name="currentBlobs">The blobs there, row after row: [count, number of blob names].</param>
    public ProposalBatch(
        ReadOnlySpan<double> points, ReadOnlySpan<double> margins, ReadOnlySpan<double> currentPoints, Span<double> currentLogDensities,
        Span<double> currentBlobs)
    {
        Points = points;
        Margins = margins;
        CurrentPoints = currentPoints;
        CurrentLogDensities = currentLogDensities;
        CurrentBlobs = currentBlobs;
    }

    /// <summary>The proposed points (y), row after row: [<see cref="Count"/>, dimension].</summary>
    public ReadOnlySpan<double> Points { get; }

    /// <summary>What ln p(y) - ln p(x) must exceed for y to be accepted: [<see cref="Count"/>]. May be infinite.</summary>
    public ReadOnlySpan<double> Margins { get; }

    /// <summary>The walkers' present positions (x), row after row: [<see cref="Count"/>, dimension].</summary>
    public ReadOnlySpan<double> CurrentPoints { get; }

    /// <summary>
    /// The log-densities there, ln p(x): [<see cref="Count"/>]. One that was approximate may be overwritten by a better one, which then
    /// counts in this decision and from here on.
    /// </summary>
    public Span<double> CurrentLogDensities { get; }

    /// <summary>The blobs there, row after row: [<see cref="Count"/>, number of blob names]. May be overwritten with the log-densities.</summary>
    public Span<double> CurrentBlobs { get; }

    /// <summary>How many proposals.</summary>
    public int Count => Margins.Length;
}
