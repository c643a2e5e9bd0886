namespace ExpUtils.Reports;

/// <summary>The mean of some runs' curves with its band, thinned to what a drawing can show.</summary>
internal static class ReportCurve
{
    private const int MostPoints = 250;
    private const int Resamples = 1000;

    /// <summary>Means over blocks of equal length, with their 95 % bootstrap interval over the runs.</summary>
    /// <returns>The last frame of every block, and the band.</returns>
    public static (double[] X, ConfidenceBand Band) Of(IReadOnlyList<RunSeries> runs)
    {
        RunSeries longest = runs.MaxBy(run => run.Values.Length)!;
        int block = Math.Max(1, (longest.Values.Length + MostPoints - 1) / MostPoints);
        var x = new double[longest.Values.Length / block];
        for (int i = 0; i < x.Length; i++)
            x[i] = longest.Frames[((i + 1) * block) - 1];
        var curves = new CurveSet([.. runs.Select(run => Thinned(run.Values, block))]);
        return (x, Bootstrap.Band(curves, new BootstrapOptions { Resamples = Resamples }));
    }

    private static double[] Thinned(double[] values, int block)
    {
        if (block == 1)
            return values;
        var thinned = new double[values.Length / block];
        for (int i = 0; i < thinned.Length; i++)
        {
            IEnumerable<double> part = values.AsSpan(i * block, block).ToArray().Where(value => !double.IsNaN(value));
            thinned[i] = part.DefaultIfEmpty(double.NaN).Average();
        }

        return thinned;
    }
}
