namespace EvoGrad;

/// <summary>Categories drawn by the inverse of their distribution function.</summary>
internal static class Choice
{
    /// <summary>The category for each number uniform in [0, 1), all with the same weights.</summary>
    public static long[] Of(ReadOnlySpan<double> weights, ReadOnlySpan<double> uniform)
    {
        double[] cumulated = Cumulated(weights);
        var chosen = new long[uniform.Length];
        for (int i = 0; i < chosen.Length; i++)
            chosen[i] = Find(cumulated, uniform[i]);
        return chosen;
    }

    private static double[] Cumulated(ReadOnlySpan<double> weights)
    {
        var cumulated = new double[weights.Length];
        double sum = 0;
        for (int k = 0; k < cumulated.Length; k++)
            cumulated[k] = sum += weights[k];
        return cumulated;
    }

    // The first category whose cumulated weight is above the share; one of weight 0 is never chosen.
    private static long Find(double[] cumulated, double uniform)
    {
        double share = uniform * cumulated[^1];
        int low = 0, high = cumulated.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (cumulated[middle] > share)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}
