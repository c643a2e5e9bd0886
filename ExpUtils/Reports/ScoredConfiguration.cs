namespace ExpUtils.Reports;

/// <summary>A configuration with the curves of its runs and what they score.</summary>
internal sealed class ScoredConfiguration
{
    private const int Resamples = 2000;

    public ScoredConfiguration(ParameterSet parameters, IReadOnlyList<RunSeries> runs, double percent)
    {
        Parameters = parameters;
        Runs = runs;
        double[] scores = [.. runs.Select(run => Score(run.Values, percent)).Where(double.IsFinite)];
        ConfidenceInterval interval = scores.Length switch
        {
            0 => new ConfidenceInterval(double.NaN, double.NaN, double.NaN),
            1 => new ConfidenceInterval(scores[0], scores[0], scores[0]),
            _ => Bootstrap.Interval(scores, new BootstrapOptions { Resamples = Resamples }),
        };
        (Mean, Lower, Upper) = (interval.Estimate, interval.Lower, interval.Upper);
    }

    public ParameterSet Parameters { get; }

    public IReadOnlyList<RunSeries> Runs { get; }

    /// <summary>The mean score of the runs; NaN without any.</summary>
    public double Mean { get; }

    /// <summary>The lower end of the 95 % bootstrap interval of that mean.</summary>
    public double Lower { get; }

    /// <summary>The upper end.</summary>
    public double Upper { get; }

    private static double Score(double[] curve, double percent)
    {
        int count = Math.Max(1, (int)(curve.Length * percent));
        return curve.Length == 0 ? double.NaN : curve[^Math.Min(count, curve.Length)..].Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Average();
    }
}
