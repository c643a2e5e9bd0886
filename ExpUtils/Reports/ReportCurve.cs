namespace ExpUtils.Reports;

/// <summary>The mean of some runs' curves with its band, thinned to what a drawing can show.</summary>
internal static class ReportCurve
{
    private const int MostPoints = 250;
    private const int Resamples = 1000;

    /// <summary>Means over blocks of frames, with their 95 % bootstrap interval over the runs.</summary>
    /// <returns>The last frame of every block, and the band.</returns>
    public static (double[] X, ConfidenceBand Band) Of(IReadOnlyList<RunSeries> runs)
    {
        RunSeries longest = runs.MaxBy(run => run.Values.Length)!;
        (double[] x, double[][] curves) = runs.All(run => longest.Frames.AsSpan(0, run.Frames.Length).SequenceEqual(run.Frames))
            ? ByPosition(runs, longest)
            : ByFrame(runs, longest.Values.Length);
        return (x, Bootstrap.Band(new CurveSet(curves), new BootstrapOptions { Resamples = Resamples }));
    }

    // All runs were measured at the same frames: a block is as many measurements of each.
    private static (double[] X, double[][] Curves) ByPosition(IReadOnlyList<RunSeries> runs, RunSeries longest)
    {
        int block = Math.Max(1, (longest.Values.Length + MostPoints - 1) / MostPoints);
        var x = new double[longest.Values.Length / block];
        for (int i = 0; i < x.Length; i++)
            x[i] = longest.Frames[((i + 1) * block) - 1];
        return (x, [.. runs.Select(run => block == 1 ? run.Values : Enumerable.Range(0, run.Values.Length / block).Select(i => Mean(run.Values.AsSpan(i * block, block))).ToArray())]);
    }

    // Each run was measured at frames of its own, as at the ends of its episodes: a block is a range of frames, and a run without a measurement in one keeps its
    // last value until its last frame.
    private static (double[] X, double[][] Curves) ByFrame(IReadOnlyList<RunSeries> runs, int mostValues)
    {
        long first = runs.Where(run => run.Frames.Length > 0).Min(run => run.Frames[0]);
        long last = runs.Where(run => run.Frames.Length > 0).Max(run => run.Frames[^1]);
        int blocks = (int)Math.Min(Math.Min(MostPoints, mostValues), last - first + 1);
        double[] x = [.. Enumerable.Range(1, blocks).Select(block => Math.Floor(first + ((last - first) * ((double)block / blocks))))];
        var curves = new double[runs.Count][];
        for (int run = 0; run < curves.Length; run++)
        {
            double[] curve = curves[run] = new double[blocks];
            Array.Fill(curve, double.NaN);
            (long[] frames, double[] values) = (runs[run].Frames, runs[run].Values);
            int next = 0;
            for (int block = 0; block < blocks && next < frames.Length; block++)
            {
                int start = next;
                while (next < frames.Length && frames[next] <= x[block])
                    next++;
                curve[block] = next > start ? Mean(values.AsSpan(start, next - start)) : block > 0 ? curve[block - 1] : double.NaN;
            }
        }

        return (x, curves);
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        int count = 0;
        foreach (double value in values)
        {
            if (double.IsNaN(value))
                continue;
            sum += value;
            count++;
        }

        return count == 0 ? double.NaN : sum / count;
    }
}
