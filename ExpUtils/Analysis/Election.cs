namespace ExpUtils;

/// <summary>
/// Elects one candidate from several ballots, as to choose one configuration for several problems. Where a rule leaves a tie, the candidate that comes first on
/// the first ballot wins.
/// </summary>
/// <typeparam name="TName">What names candidates.</typeparam>
/// <remarks><b>Source:</b> the elections are described in Tideman (2006), "Collective Decisions and Voting".</remarks>
public sealed class Election<TName>
    where TName : notnull
{
    private readonly TName[] _names;
    private readonly Dictionary<TName, RankedCandidate<TName>>[] _ballots;

    /// <summary>Makes an election.</summary>
    /// <param name="ballots">The ballots; at least one. Only candidates that stand on all of them can be elected.</param>
    /// <exception cref="ArgumentException">There is no ballot, or no candidate stands on all of them.</exception>
    public Election(IReadOnlyList<IReadOnlyList<RankedCandidate<TName>>> ballots)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        if (ballots.Count == 0)
            throw new ArgumentException("There is no ballot.", nameof(ballots));
        _ballots = [.. ballots.Select(ballot => ballot.ToDictionary(candidate => candidate.Name))];
        _names = [.. ballots[0].Select(candidate => candidate.Name).Where(name => _ballots.All(ballot => ballot.ContainsKey(name)))];
        if (_names.Length == 0)
            throw new ArgumentException("No candidate stands on all ballots.", nameof(ballots));
    }

    /// <summary>The candidates, in the order of the first ballot.</summary>
    public IReadOnlyList<TName> Names => _names;

    /// <summary>How many ballots have each candidate in the first place; a shared place counts for all.</summary>
    public IReadOnlyList<int> Votes() => [.. _names.Select(name => _ballots.Count(ballot => ballot[name].Rank == 0))];

    /// <summary>The candidate in the first place most often.</summary>
    public TName FirstPastThePost() => _names[ArgMax(Votes())];

    /// <summary>
    /// The candidate that more than half of the ballots have in the first place; while there is none, the one with the fewest first places (of several, the
    /// one with the largest sum of ranks) is left out, and ballots on which it was alone in the first place move up.
    /// </summary>
    public TName InstantRunoff()
    {
        Dictionary<TName, int>[] ranks = [.. _ballots.Select(ballot => _names.ToDictionary(name => name, name => ballot[name].Rank))];
        List<TName> standing = [.. _names];
        while (true)
        {
            int[] votes = [.. standing.Select(name => ranks.Count(ballot => ballot[name] == 0))];
            if (votes.Max() * 2 > ranks.Length || votes.Min() == votes.Max())
                return standing[ArgMax(votes)];
            TName loser = standing.Where((_, i) => votes[i] == votes.Min()).MaxBy(name => ranks.Sum(ballot => ballot[name]))!;
            foreach (Dictionary<TName, int> ballot in ranks.Where(ballot => ballot[loser] == 0 && standing.Count(name => ballot[name] == 0) == 1))
            {
                foreach (TName name in standing)
                    ballot[name] = Math.Max(0, ballot[name] - 1);
            }

            standing.Remove(loser);
        }
    }

    /// <summary>How many ballots rank the candidate of the row better than that of the column.</summary>
    public double[,] Pairwise() => Pairwise(_names);

    /// <summary>Copeland's scores: 1 for each other candidate that a majority ranks worse, ½ for each tie.</summary>
    public double[] Copeland() => Copeland(_names);

    /// <summary>Keeps those with the highest Copeland scores, again and again (Small's rule); what stays tied goes to the best sum of scores.</summary>
    /// <param name="preference">Which scores are better.</param>
    public TName Small(Preference preference)
    {
        TName[] standing = _names;
        while (true)
        {
            double[] scores = Copeland(standing);
            TName[] best = [.. standing.Where((_, i) => scores[i] == scores.Max())];
            if (best.Length == 1)
                return best[0];
            if (best.Length == standing.Length)
                return HighScore(standing, preference);
            standing = best;
        }
    }

    /// <summary>Leaves out the loser of the largest pairwise defeat, again and again (Raynaud's rule).</summary>
    public TName Raynaud()
    {
        List<TName> standing = [.. _names];
        while (standing.Count > 1)
        {
            double[,] wins = Pairwise(standing);
            (double Largest, int Loser) worst = (0, -1);
            for (int row = 0; row < standing.Count; row++)
            {
                for (int column = 0; column < standing.Count; column++)
                {
                    if (wins[row, column] > worst.Largest)
                        worst = (wins[row, column], column);
                }
            }

            if (worst.Loser < 0)
                break;
            standing.RemoveAt(worst.Loser);
        }

        return standing[0];
    }

    /// <summary>The candidate with the best sum of scores.</summary>
    /// <param name="preference">Which scores are better.</param>
    public TName HighScore(Preference preference) => HighScore(_names, preference);

    private static int ArgMax(IReadOnlyList<int> values) => Enumerable.Range(0, values.Count).MaxBy(i => values[i]);

    private TName HighScore(TName[] standing, Preference preference)
    {
        double Sum(TName name) => _ballots.Sum(ballot => ballot[name].Score);
        return preference == Preference.Larger ? standing.MaxBy(Sum)! : standing.MinBy(Sum)!;
    }

    private double[,] Pairwise(IReadOnlyList<TName> standing)
    {
        var wins = new double[standing.Count, standing.Count];
        foreach (Dictionary<TName, RankedCandidate<TName>> ballot in _ballots)
        {
            for (int row = 0; row < standing.Count; row++)
            {
                for (int column = 0; column < standing.Count; column++)
                {
                    if (ballot[standing[row]].Rank < ballot[standing[column]].Rank)
                        wins[row, column]++;
                }
            }
        }

        return wins;
    }

    private double[] Copeland(IReadOnlyList<TName> standing)
    {
        double[,] wins = Pairwise(standing);
        var scores = new double[standing.Count];
        for (int row = 0; row < scores.Length; row++)
        {
            for (int column = 0; column < scores.Length; column++)
            {
                if (row != column)
                    scores[row] += wins[row, column] > wins[column, row] ? 1 : wins[row, column] == wins[column, row] ? 0.5 : 0;
            }
        }

        return scores;
    }
}
