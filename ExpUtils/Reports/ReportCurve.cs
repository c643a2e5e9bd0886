namespace ExpUtils.Reports;

/// <summary>The mean of some runs' curves with its band, thinned to what a drawing can show.</summary>
internal static class ReportCurve
{
    private const int MostPoints = 300;
    private const double Quantile = 1.96;

    /// <summary>Means over blocks of equal length, each over all runs that reach into it.</summary>
    /// <returns>The last frame of every block, the mean, and the ends of the 95 % confidence interval.</returns>
    public static (double[] X, double[] Y, double[] Low, double[] High) Of(IReadOnlyList<RunSeries> runs)
    {
        RunSeries longest = runs.MaxBy(run => run.Values.Length)!;
        int block = Math.Max(1, (longest.Values.Length + MostPoints - 1) / MostPoints);
        int count = longest.Values.Length / block;
        var x = new double[count];
        var y = new double[count];
        var low = new double[count];
        var high = new double[count];
        for (int i = 0; i < count; i++)
        {
            double[] means = [.. runs.Select(run => Mean(run.Values, i * block, block)).Where(double.IsFinite)];
            double mean = means.Length == 0 ? double.NaN : means.Average();
            double error = means.Length < 2 ? 0 : Quantile * Math.Sqrt(means.Sum(value => (value - mean) * (value - mean)) / (means.Length - 1) / means.Length);
            x[i] = longest.Frames[((i + 1) * block) - 1];
            (y[i], low[i], high[i]) = (mean, mean - error, mean + error);
        }

        return (x, y, low, high);
    }

    private static double Mean(double[] values, int start, int length)
    {
        double sum = 0;
        int count = 0;
        for (int i = start; i < Math.Min(start + length, values.Length); i++)
        {
            if (double.IsNaN(values[i]))
                continue;
            sum += values[i];
            count++;
        }

        return count == 0 ? double.NaN : sum / count;
    }
}
