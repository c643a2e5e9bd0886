using SharedSource;

namespace ExpUtils;

/// <summary>Confidence intervals by the percentile bootstrap.</summary>
/// <remarks>
/// Resamples with replacement; the interval is between the percentiles α/2 and 1 - α/2 of their statistics, interpolated linearly. NaN is left out of the data.
/// <b>Source:</b> Efron and Tibshirani (1993), "An Introduction to the Bootstrap", chapter 13.
/// </remarks>
public static class Bootstrap
{
    /// <summary>The interval of a statistic of independent numbers, such as a score per run.</summary>
    /// <param name="data">The numbers; where all are NaN, or there are none, so is the interval.</param>
    /// <param name="options">How; null for the defaults.</param>
    public static ConfidenceInterval Interval(ReadOnlySpan<double> data, BootstrapOptions? options = null) =>
        Stratified([data.ToArray()], [1], options);

    /// <summary>The interval of a weighted sum of statistics of several groups (strata), each resampled by itself.</summary>
    /// <param name="strata">The numbers of each group.</param>
    /// <param name="probabilities">The weight of each group: its share of the population. Range: at least 0, their sum 1.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="ArgumentException">There is not a probability for each group, or they do not sum to 1.</exception>
    public static ConfidenceInterval Stratified(IReadOnlyList<double[]> strata, IReadOnlyList<double> probabilities, BootstrapOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(strata);
        ArgumentNullException.ThrowIfNull(probabilities);
        BootstrapOptions chosen = options ?? new BootstrapOptions();
        chosen.Check();
        if (strata.Count == 0 || strata.Count != probabilities.Count)
            throw new ArgumentException($"There are {probabilities.Count} probabilities for {strata.Count} groups.", nameof(probabilities));
        if (probabilities.Any(probability => !(probability >= 0)) || Math.Abs(probabilities.Sum() - 1) > 1e-9)
            throw new ArgumentException($"The probabilities are {string.Join(", ", probabilities)}; they must be at least 0 and sum to 1.", nameof(probabilities));

        double[][] groups = [.. strata.Select(group => group.Where(value => !double.IsNaN(value)).ToArray())];
        double estimate = 0;
        for (int i = 0; i < groups.Length; i++)
            estimate += probabilities[i] * Statistic(groups[i].Sum(), groups[i].Length, chosen);
        if (double.IsNaN(estimate) || groups.Any(group => group.Length == 0))
            return new ConfidenceInterval(double.NaN, double.NaN, double.NaN);

        var stream = new ResampleStream(chosen.Seed);
        var statistics = new double[chosen.Resamples];
        for (int resample = 0; resample < statistics.Length; resample++)
        {
            for (int i = 0; i < groups.Length; i++)
            {
                double[] group = groups[i];
                double sum = 0;
                for (int draw = 0; draw < group.Length; draw++)
                    sum += group[stream.Next(group.Length)];
                statistics[resample] += probabilities[i] * Statistic(sum, group.Length, chosen);
            }
        }

        return Percentiles(estimate, statistics, chosen.Alpha);
    }

    /// <summary>The mean curve of several runs with an interval at each step. A resample takes whole runs, the same at every step.</summary>
    /// <param name="curves">The runs.</param>
    /// <param name="options">How; null for the defaults.</param>
    public static ConfidenceBand Band(CurveSet curves, BootstrapOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(curves);
        BootstrapOptions chosen = options ?? new BootstrapOptions();
        chosen.Check();
        int[] positions = Positions(curves.Count, chosen);
        var lower = new double[curves.Length];
        var upper = new double[curves.Length];
        var middle = new double[curves.Length];
        var statistics = new double[chosen.Resamples];
        var column = new double[curves.Count];
        for (int step = 0; step < curves.Length; step++)
        {
            for (int run = 0; run < column.Length; run++)
                column[run] = step < curves.Curves[run].Length ? curves.Curves[run][step] : double.NaN;
            int count = column.Count(value => !double.IsNaN(value));
            middle[step] = Statistic(column.Where(value => !double.IsNaN(value)).Sum(), count, chosen);
            for (int resample = 0; resample < statistics.Length; resample++)
                statistics[resample] = Resampled(column, positions.AsSpan(resample * column.Length, column.Length), chosen);
            (_, lower[step], upper[step]) = Percentiles(middle[step], [.. statistics.Where(value => !double.IsNaN(value))], chosen.Alpha);
        }

        return new ConfidenceBand(middle, lower, upper);
    }

    internal static ConfidenceInterval Percentiles(double estimate, double[] statistics, double alpha)
    {
        Array.Sort(statistics);
        return new ConfidenceInterval(estimate, SortedQuantile.Of(statistics, alpha / 2), SortedQuantile.Of(statistics, 1 - (alpha / 2)));
    }

    private static int[] Positions(int count, BootstrapOptions options)
    {
        var stream = new ResampleStream(options.Seed);
        var positions = new int[checked(count * options.Resamples)];
        for (int i = 0; i < positions.Length; i++)
            positions[i] = stream.Next(count);
        return positions;
    }

    private static double Resampled(double[] column, ReadOnlySpan<int> positions, BootstrapOptions options)
    {
        double sum = 0;
        int count = 0;
        foreach (int position in positions)
        {
            double value = column[position];
            if (double.IsNaN(value))
                continue;
            sum += value;
            count++;
        }

        return Statistic(sum, count, options);
    }

    private static double Statistic(double sum, int count, BootstrapOptions options) =>
        count == 0 ? double.NaN : options.Statistic == BootstrapStatistic.Sum ? sum : sum / count;
}
