namespace L2L;

/// <summary>Orders by fitness.</summary>
internal static class Ranking
{
    /// <summary>The trials, best first; of two as good ones the earlier one first.</summary>
    public static Trial[] BestFirst(IEnumerable<Trial> trials) => [.. trials.OrderByDescending(static trial => trial.Sum)];

    /// <summary>Positions of values, largest first; of two as large ones the earlier one first.</summary>
    public static int[] Descending(double[] values) => [.. Enumerable.Range(0, values.Length).OrderByDescending(i => values[i])];

    /// <summary>Compares weighted fitness number by number: the first that differs decides.</summary>
    public static int Lexicographic(IReadOnlyList<double> left, IReadOnlyList<double> right)
    {
        for (int i = 0; i < left.Count; i++)
        {
            int order = left[i].CompareTo(right[i]);
            if (order != 0)
                return order;
        }

        return 0;
    }

    /// <summary>
    /// The utilities of n ranks, best first: max(0, ln(n/2 + 1) − ln k) for k = 1..n, scaled to the sum 1, less 1/n.
    /// </summary>
    /// <remarks><b>Source:</b> Wierstra et al. (2014), "Natural evolution strategies".</remarks>
    public static double[] Utilities(int count)
    {
        var utilities = new double[count];
        for (int k = 0; k < count; k++)
            utilities[k] = Math.Max(0, Math.Log(count / 2.0 + 1) - Math.Log(k + 1));
        double sum = utilities.Sum();
        for (int k = 0; k < count; k++)
            utilities[k] = utilities[k] / sum - 1.0 / count;
        return utilities;
    }
}
