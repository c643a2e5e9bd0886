namespace ExpUtils.Reports;

/// <summary>A configuration with the curves of its runs and what they score.</summary>
internal sealed class ScoredConfiguration
{
    // Of the standard normal distribution: 95 % lie within.
    private const double Quantile = 1.96;

    public ScoredConfiguration(ParameterSet parameters, IReadOnlyList<RunSeries> runs, double percent)
    {
        Parameters = parameters;
        Runs = runs;
        double[] scores = [.. runs.Select(run => Score(run.Values, percent)).Where(double.IsFinite)];
        Mean = scores.Length == 0 ? double.NaN : scores.Average();
        double deviation = scores.Length < 2 ? 0 : Math.Sqrt(scores.Sum(score => (score - Mean) * (score - Mean)) / (scores.Length - 1));
        HalfWidth = scores.Length < 2 ? 0 : Quantile * deviation / Math.Sqrt(scores.Length);
    }

    public ParameterSet Parameters { get; }

    public IReadOnlyList<RunSeries> Runs { get; }

    /// <summary>The mean score of the runs; NaN without any.</summary>
    public double Mean { get; }

    /// <summary>Half the width of the 95 % confidence interval of that mean.</summary>
    public double HalfWidth { get; }

    private static double Score(double[] curve, double percent)
    {
        int count = Math.Max(1, (int)(curve.Length * percent));
        return curve.Length == 0 ? double.NaN : curve[^Math.Min(count, curve.Length)..].Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Average();
    }
}
