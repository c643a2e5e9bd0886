namespace ExpUtils;

/// <summary>Makes ballots of scores: one ballot per problem (environment, data set).</summary>
public static class Ranking
{
    /// <summary>Ranks by score alone: 0, 1, 2, …; equal scores keep their order.</summary>
    /// <typeparam name="TName">What names candidates.</typeparam>
    /// <param name="candidates">The candidates; those with a NaN score are left out.</param>
    /// <param name="preference">Which scores are better.</param>
    public static IReadOnlyList<RankedCandidate<TName>> ByScore<TName>(IEnumerable<ScoredCandidate<TName>> candidates, Preference preference)
        where TName : notnull =>
        [.. Sorted(candidates, preference).Select((candidate, rank) => new RankedCandidate<TName>(candidate.Name, rank, candidate.Score))];

    /// <summary>
    /// Ranks by score, but candidates whose interval touches that of the first one of a rank share it. An interval is the score ± a number of standard errors.
    /// </summary>
    /// <typeparam name="TName">What names candidates.</typeparam>
    /// <param name="candidates">The candidates; those with a NaN score are left out.</param>
    /// <param name="preference">Which scores are better.</param>
    /// <param name="standardErrors">The half width of intervals. Range: at least 0.</param>
    public static IReadOnlyList<RankedCandidate<TName>> ByConfidence<TName>(
        IEnumerable<ScoredCandidate<TName>> candidates, Preference preference, double standardErrors = 2)
        where TName : notnull
    {
        ArgumentOutOfRangeException.ThrowIfNegative(standardErrors);
        List<RankedCandidate<TName>> ranked = [];
        ScoredCandidate<TName> leader = default;
        int rank = 0;
        foreach (ScoredCandidate<TName> candidate in Sorted(candidates, preference))
        {
            double reach = standardErrors * (candidate.StandardError + leader.StandardError);

            // An unknown standard error reaches everywhere: the comparison with NaN is false.
            if (ranked.Count == 0 || Math.Abs(candidate.Score - leader.Score) > reach)
            {
                rank += ranked.Count == 0 ? 0 : 1;
                leader = candidate;
            }

            ranked.Add(new RankedCandidate<TName>(candidate.Name, rank, candidate.Score));
        }

        return ranked;
    }

    private static IEnumerable<ScoredCandidate<TName>> Sorted<TName>(IEnumerable<ScoredCandidate<TName>> candidates, Preference preference)
        where TName : notnull
    {
        ArgumentNullException.ThrowIfNull(candidates);
        IEnumerable<ScoredCandidate<TName>> numbers = candidates.Where(candidate => !double.IsNaN(candidate.Score));
        return preference == Preference.Larger ? numbers.OrderByDescending(candidate => candidate.Score) : numbers.OrderBy(candidate => candidate.Score);
    }
}
