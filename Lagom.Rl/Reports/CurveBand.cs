namespace Lagom.Rl;

/// <summary>A mean curve with a confidence interval at every place.</summary>
/// <param name="X">The places.</param>
/// <param name="Mean">The means.</param>
/// <param name="Low">The lower ends; the mean itself where there is one curve only.</param>
/// <param name="High">The upper ends.</param>
public sealed record CurveBand(double[] X, double[] Mean, double[] Low, double[] High)
{
    /// <summary>Makes the band of curves that were run with different seeds.</summary>
    /// <param name="x">The places.</param>
    /// <param name="y">The curves [seeds][x]; at least one.</param>
    /// <param name="interval">How the intervals are made; null for the defaults. Whole curves are drawn, so that the band is as smooth as they are.</param>
    /// <exception cref="ArgumentException">There is no curve, a curve has another length, or an option is out of range.</exception>
    public static CurveBand Of(double[] x, IReadOnlyList<double[]> y, IntervalOptions? interval = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        interval ??= new IntervalOptions();
        interval.Validate();
        if (y.Count == 0 || y.Any(curve => curve.Length != x.Length))
            throw new ArgumentException($"There are {y.Count} curves of {string.Join(", ", y.Select(curve => curve.Length))} points; there must be at least one, each of {x.Length} points.", nameof(y));

        var mean = new double[x.Length];
        foreach (double[] curve in y)
        {
            for (int i = 0; i < mean.Length; i++)
                mean[i] += curve[i] / y.Count;
        }

        (double[] low, double[] high) = y.Count == 1 ? ([.. mean], [.. mean])
            : interval.Kind == IntervalKind.Normal ? Normal(y, mean, interval)
            : Bootstrap(y, mean, interval);
        return new CurveBand(x, mean, low, high);
    }

    private static (double[] Low, double[] High) Normal(IReadOnlyList<double[]> y, double[] mean, IntervalOptions interval)
    {
        double errors = NormalDistribution.Quantile((1 + interval.Level) / 2) / Math.Sqrt(y.Count);
        var low = new double[mean.Length];
        var high = new double[mean.Length];
        for (int i = 0; i < mean.Length; i++)
        {
            double deviation = Math.Sqrt(y.Sum(curve => (curve[i] - mean[i]) * (curve[i] - mean[i])) / (y.Count - 1));
            (low[i], high[i]) = (mean[i] - errors * deviation, mean[i] + errors * deviation);
        }

        return (low, high);
    }

    private static (double[] Low, double[] High) Bootstrap(IReadOnlyList<double[]> y, double[] mean, IntervalOptions interval)
    {
        var random = new RandomStream(interval.Seed);
        var drawn = new int[interval.Resamples][];
        for (int resample = 0; resample < drawn.Length; resample++)
        {
            drawn[resample] = new int[y.Count];
            for (int k = 0; k < y.Count; k++)
                drawn[resample][k] = random.NextInt32(y.Count);
        }

        var low = new double[mean.Length];
        var high = new double[mean.Length];
        var means = new double[interval.Resamples];
        for (int i = 0; i < mean.Length; i++)
        {
            for (int resample = 0; resample < means.Length; resample++)
            {
                double sum = 0;
                foreach (int curve in drawn[resample])
                    sum += y[curve][i];
                means[resample] = sum / y.Count;
            }

            Array.Sort(means);
            low[i] = Quantile(means, (1 - interval.Level) / 2);
            high[i] = Quantile(means, (1 + interval.Level) / 2);
        }

        return (low, high);
    }

    private static double Quantile(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]) : sorted[below];
    }
}
