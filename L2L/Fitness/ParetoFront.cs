namespace L2L;

/// <summary>Which of several fitness vectors no other one beats. All functions take weighted numbers, which are to be maximised.</summary>
public static class ParetoFront
{
    /// <summary>Whether one is at least as good in every number and better in one.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other one, of the same length.</param>
    public static bool Dominates(IReadOnlyList<double> left, IReadOnlyList<double> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        bool better = false;
        for (int i = 0; i < left.Count; i++)
        {
            if (left[i] < right[i])
                return false;
            better |= left[i] > right[i];
        }

        return better;
    }

    /// <summary>The places of those that no other one dominates, in order.</summary>
    /// <param name="weighted">The weighted numbers.</param>
    public static int[] Of(IReadOnlyList<IReadOnlyList<double>> weighted) => weighted.Count == 0 ? [] : [.. Sort(weighted)[0].Order()];

    /// <summary>All places, front after front: the second one is what the first one's absence would make of the rest.</summary>
    /// <param name="weighted">The weighted numbers.</param>
    /// <remarks><b>Source:</b> Deb et al. (2002), "A fast and elitist multiobjective genetic algorithm: NSGA-II".</remarks>
    public static IReadOnlyList<int[]> Sort(IReadOnlyList<IReadOnlyList<double>> weighted)
    {
        ArgumentNullException.ThrowIfNull(weighted);
        var beaten = new List<int>[weighted.Count];
        var by = new int[weighted.Count];
        for (int i = 0; i < beaten.Length; i++)
            beaten[i] = [];
        for (int i = 0; i < beaten.Length; i++)
        {
            for (int j = i + 1; j < beaten.Length; j++)
            {
                (int winner, int loser) = Dominates(weighted[i], weighted[j]) ? (i, j) : Dominates(weighted[j], weighted[i]) ? (j, i) : (-1, -1);
                if (winner < 0)
                    continue;
                beaten[winner].Add(loser);
                by[loser]++;
            }
        }

        var fronts = new List<int[]>();
        int[] front = [.. Enumerable.Range(0, by.Length).Where(i => by[i] == 0)];
        while (front.Length > 0)
        {
            fronts.Add(front);
            var next = new List<int>();
            foreach (int loser in front.SelectMany(winner => beaten[winner]))
            {
                if (--by[loser] == 0)
                    next.Add(loser);
            }

            front = [.. next];
        }

        return fronts;
    }

    /// <summary>How far apart the neighbours of each are along the front, summed over the numbers; ∞ at the ends.</summary>
    /// <param name="weighted">The weighted numbers of one front.</param>
    public static double[] Crowding(IReadOnlyList<IReadOnlyList<double>> weighted)
    {
        ArgumentNullException.ThrowIfNull(weighted);
        var distance = new double[weighted.Count];
        for (int objective = 0; weighted.Count > 0 && objective < weighted[0].Count; objective++)
        {
            int[] order = [.. Enumerable.Range(0, weighted.Count).OrderBy(i => weighted[i][objective])];
            double range = weighted[order[^1]][objective] - weighted[order[0]][objective];
            distance[order[0]] = distance[order[^1]] = double.PositiveInfinity;
            for (int k = 1; range > 0 && k + 1 < order.Length; k++)
                distance[order[k]] += (weighted[order[k + 1]][objective] - weighted[order[k - 1]][objective]) / range;
        }

        return distance;
    }
}
