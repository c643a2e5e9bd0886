using System.Globalization;

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
        ScoredRuns = scores.Length;
        ConfidenceInterval interval = scores.Length switch
        {
            0 => new ConfidenceInterval(double.NaN, double.NaN, double.NaN),

            // One run tells nothing of how far others may be from it.
            1 => new ConfidenceInterval(scores[0], double.NaN, double.NaN),
            _ => Bootstrap.Interval(scores, new BootstrapOptions { Resamples = Resamples }),
        };
        (Mean, Lower, Upper) = (interval.Estimate, interval.Lower, interval.Upper);
    }

    public ParameterSet Parameters { get; }

    public IReadOnlyList<RunSeries> Runs { get; }

    /// <summary>How many runs have a finite score; the others are in neither mean nor interval.</summary>
    public int ScoredRuns { get; }

    /// <summary>The mean score of the runs; NaN without any.</summary>
    public double Mean { get; }

    /// <summary>The lower end of the 95 % bootstrap interval of that mean; NaN with fewer than two runs.</summary>
    public double Lower { get; }

    /// <summary>The upper end.</summary>
    public double Upper { get; }

    public bool HasInterval => !double.IsNaN(Lower);

    /// <summary>The number of runs for reading, and how many of them have a score where these are fewer.</summary>
    public string RunsText => ScoredRuns == Runs.Count
        ? Runs.Count.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{ScoredRuns} of {Runs.Count}");

    /// <summary>The interval for reading.</summary>
    public string IntervalText => HasInterval ? $"{ExperimentReport.Number(Lower)} to {ExperimentReport.Number(Upper)}" : "-";

    /// <summary>The experiment's configurations that have completed runs with a metric, in the order of their numbers.</summary>
    public static IEnumerable<ScoredConfiguration> All(ExperimentDescription experiment, IResultStore store, string metric, double percent) => store.Read(metric)
        .GroupBy(run => run.Parameters)
        .Select(group => (Runs: group, Place: experiment.Sweep.IndexOf(group.Key)))
        .Where(entry => entry.Place >= 0)
        .OrderBy(entry => entry.Place)
        .Select(entry => new ScoredConfiguration(entry.Runs.Key, [.. entry.Runs], percent));

    private static double Score(double[] curve, double percent)
    {
        int count = Math.Max(1, (int)(curve.Length * percent));
        return curve.Length == 0 ? double.NaN : curve[^Math.Min(count, curve.Length)..].Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Average();
    }
}
