using SharedSource;

namespace Lagom.Rl;

/// <summary>A central curve with a confidence interval at every place.</summary>
/// <param name="X">The places.</param>
/// <param name="Centre">The means, or interquartile means.</param>
/// <param name="Low">The lower ends; the centre itself where there is one curve only.</param>
/// <param name="High">The upper ends.</param>
public sealed record CurveBand(double[] X, double[] Centre, double[] Low, double[] High)
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

        int cut = interval.Centre == CurveCentre.Mean ? 0 : y.Count / 4;
        var centre = new double[x.Length];
        var values = new double[y.Count];
        for (int i = 0; i < centre.Length; i++)
        {
            for (int curve = 0; curve < values.Length; curve++)
                values[curve] = y[curve][i];
            centre[i] = Middle(values, cut);
        }

        (double[] low, double[] high) = y.Count == 1 ? ([.. centre], [.. centre])
            : interval.Kind == IntervalKind.Normal ? Normal(y, centre, interval)
            : Bootstrap(y, centre.Length, cut, interval);
        return new CurveBand(x, centre, low, high);
    }

    private static (double[] Low, double[] High) Normal(IReadOnlyList<double[]> y, double[] mean, IntervalOptions interval)
    {
        double errors = MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (1 + interval.Level) / 2) / Math.Sqrt(y.Count);
        var low = new double[mean.Length];
        var high = new double[mean.Length];
        for (int i = 0; i < mean.Length; i++)
        {
            double deviation = Math.Sqrt(y.Sum(curve => (curve[i] - mean[i]) * (curve[i] - mean[i])) / (y.Count - 1));
            (low[i], high[i]) = (mean[i] - errors * deviation, mean[i] + errors * deviation);
        }

        return (low, high);
    }

    private static (double[] Low, double[] High) Bootstrap(IReadOnlyList<double[]> y, int length, int cut, IntervalOptions interval)
    {
        var random = new RandomStream(interval.Seed);
        var drawn = new int[interval.Resamples][];
        for (int resample = 0; resample < drawn.Length; resample++)
        {
            drawn[resample] = new int[y.Count];
            for (int k = 0; k < y.Count; k++)
                drawn[resample][k] = random.NextInt32(y.Count);
        }

        var low = new double[length];
        var high = new double[length];
        var centres = new double[interval.Resamples];
        var values = new double[y.Count];
        for (int i = 0; i < length; i++)
        {
            for (int resample = 0; resample < centres.Length; resample++)
            {
                for (int k = 0; k < values.Length; k++)
                    values[k] = y[drawn[resample][k]][i];
                centres[resample] = Middle(values, cut);
            }

            Array.Sort(centres);
            low[i] = SortedQuantile.Of(centres, (1 - interval.Level) / 2);
            high[i] = SortedQuantile.Of(centres, (1 + interval.Level) / 2);
        }

        return (low, high);
    }

    // The mean without so many of the smallest and the largest values; may reorder them.
    private static double Middle(double[] values, int cut)
    {
        if (cut > 0)
            Array.Sort(values);
        double sum = 0;
        for (int i = cut; i < values.Length - cut; i++)
            sum += values[i];
        return sum / (values.Length - 2 * cut);
    }
}
