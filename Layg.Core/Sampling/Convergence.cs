using MathNet.Numerics.Distributions;

namespace Layg.Sampling;

/// <summary>Tells whether series that should have the same distribution do.</summary>
public static class Convergence
{
    /// <summary>
    /// Rank-normalised split R̂: each walker's series is cut into halves, and the variance between the halves is compared with that
    /// within them, of the ranks and of the ranks of the distances from the median; the larger ratio counts.
    /// </summary>
    /// <remarks>
    /// 1 at convergence; above 1.01 the series are too short. The walkers of an ensemble are not independent, so a value near 1 is
    /// necessary, not sufficient: look at <see cref="AutocorrelationTime"/> as well.
    /// <para><b>Source:</b> Vehtari, Gelman, Simpson, Carpenter and Bürkner (2021), "Rank-normalization, folding, and localization: an
    /// improved R̂ for assessing convergence of MCMC".</para>
    /// </remarks>
    /// <param name="series">One number per step and walker: [steps, walkers].</param>
    /// <param name="walkers">How many walkers. Range: at least 1.</param>
    /// <returns>R̂; NaN with fewer than four steps, or where all numbers are equal.</returns>
    /// <exception cref="ArgumentException">The series is not whole steps.</exception>
    public static double RHat(ReadOnlySpan<double> series, int walkers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(walkers, 1);
        if (series.Length % walkers != 0)
            throw new ArgumentException($"{series.Length} numbers are not whole steps of {walkers} walkers.", nameof(series));
        int length = series.Length / walkers / 2;
        if (length < 2)
            return double.NaN;
        double[] values = Halve(series, walkers, length);
        double bulk = SplitRHat(NormalScores(values), length);
        double median = Median(values);
        double tail = SplitRHat(NormalScores(Array.ConvertAll(values, value => Math.Abs(value - median))), length);
        return Math.Max(bulk, tail);
    }

    /// <summary>One row per half series; of an odd number of steps the middle one is left out.</summary>
    private static double[] Halve(ReadOnlySpan<double> series, int walkers, int length)
    {
        int steps = series.Length / walkers;
        var values = new double[2 * walkers * length];
        for (int walker = 0; walker < walkers; walker++)
        {
            for (int i = 0; i < length; i++)
            {
                values[2 * walker * length + i] = series[i * walkers + walker];
                values[(2 * walker + 1) * length + i] = series[(steps - length + i) * walkers + walker];
            }
        }

        return values;
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        return 0.5 * (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]);
    }

    /// <summary>Replaces each number by the normal quantile of its rank; equal numbers share their mean rank.</summary>
    private static double[] NormalScores(double[] values)
    {
        double[] sorted = [.. values];
        int[] order = [.. Enumerable.Range(0, values.Length)];
        Array.Sort(sorted, order);
        var scores = new double[values.Length];
        for (int first = 0; first < order.Length;)
        {
            int end = first + 1;
            while (end < order.Length && sorted[end] == sorted[first])
                end++;
            double rank = 0.5 * (first + 1 + end);
            double score = Normal.InvCDF(0, 1, (rank - 0.375) / (values.Length + 0.25));
            for (int i = first; i < end; i++)
                scores[order[i]] = score;
            first = end;
        }

        return scores;
    }

    private static double SplitRHat(double[] rows, int length)
    {
        int count = rows.Length / length;
        var means = new double[count];
        double within = 0;
        for (int row = 0; row < count; row++)
        {
            ReadOnlySpan<double> values = rows.AsSpan(row * length, length);
            means[row] = Mean(values);
            within += Variance(values, means[row]) / count;
        }

        double between = Variance(means, Mean(means));
        return Math.Sqrt(((length - 1.0) / length * within + between) / within);
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += value;
        return sum / values.Length;
    }

    private static double Variance(ReadOnlySpan<double> values, double mean)
    {
        double sum = 0;
        foreach (double value in values)
            sum += (value - mean) * (value - mean);
        return sum / (values.Length - 1);
    }
}
