using System.Globalization;
using System.Text;
using SharedSource;

namespace ExpUtils.Reports;

/// <summary>
/// An HTML page about a sweep: learning curves with bands, how sensitive the score is to each parameter, heat maps of pairs, and a table of the best
/// configurations. One file that needs nothing else, for screens light and dark and for paper.
/// </summary>
public static class ExperimentReport
{
    private const int MostHeatMaps = 6;
    private const int MostRows = 20;

    /// <summary>Makes the page.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="store">Its results.</param>
    /// <param name="options">What to show.</param>
    /// <returns>The page.</returns>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="ExpUtilsException">The store has no completed run of the experiment with that metric.</exception>
    public static string Create(ExperimentDescription experiment, IResultStore store, ReportOptions options)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        ScoredConfiguration[] ranked = Rank(experiment, store, options);
        int runs = ranked.Sum(configuration => configuration.Runs.Count);
        long wanted = options.Runs ?? ranked.Max(configuration => configuration.Runs.Count);
        string direction = options.Preference == Preference.Larger ? "larger is better" : "smaller is better";
        string share = options.Percent == 1 ? "the whole curve" : string.Create(CultureInfo.InvariantCulture, $"the last {options.Percent:P0} of the curve");
        var page = new HtmlPage(
            $"{experiment.Name}: {options.Metric}", $"{experiment.Name}",
            string.Create(CultureInfo.InvariantCulture, $"{ranked.Length} of {experiment.NumPermutations} combinations with {runs} runs. Score: mean of {options.Metric} over {share}; {direction}. Bands and intervals are 95 % bootstrap intervals of the mean over runs."));
        long missing = (wanted * experiment.NumPermutations) - ranked.Sum(configuration => Math.Min(wanted, configuration.Runs.Count));
        if (missing > 0)
            page.Notice(string.Create(CultureInfo.InvariantCulture, $"{missing} of {wanted * experiment.NumPermutations} runs are missing."));
        foreach (string caution in Cautions(ranked))
            page.Notice(caution);
        SweptParameter[] swept = [.. experiment.Sweep.Parameters.Where(parameter => parameter.Values.Count > 1)];
        page.Findings(Findings(swept, ranked, options));
        page.Figure(Curves(swept, ranked, options));
        foreach (SweptParameter parameter in swept)
            page.Figure(SensitivityChart.Draw(parameter, ranked, options));
        foreach ((SweptParameter row, SweptParameter column) in Pairs(swept).Take(MostHeatMaps))
            page.Figure(PairMap.Draw(row, column, ranked, options));
        page.Html(Table(swept, ranked));
        return page.ToString();
    }

    /// <summary>Writes the page to a file, whole or not at all.</summary>
    /// <param name="path">The file to make or replace. Its folder must exist.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="store">Its results.</param>
    /// <param name="options">What to show.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="ExpUtilsException">The store has no completed run of the experiment with that metric.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, ExperimentDescription experiment, IResultStore store, ReportOptions options)
    {
        byte[] page = Encoding.UTF8.GetBytes(Create(experiment, store, options));
        AtomicFile.Write(path, stream => stream.Write(page));
    }

    internal static string Interval(ScoredConfiguration configuration) => configuration.HasInterval
        ? $"{Number(configuration.Mean)} [{Number(configuration.Lower)}, {Number(configuration.Upper)}]"
        : Number(configuration.Mean);

    internal static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    internal static ScoredConfiguration[] Rank(ExperimentDescription experiment, IResultStore store, ReportOptions options)
    {
        IEnumerable<ScoredConfiguration> configurations = ScoredConfiguration.All(experiment, store, options.Metric, options.Percent)
            .Where(configuration => double.IsFinite(configuration.Mean));
        ScoredConfiguration[] ranked =
        [
            .. options.Preference == Preference.Larger
                ? configurations.OrderByDescending(configuration => configuration.Mean)
                : configurations.OrderBy(configuration => configuration.Mean),
        ];
        if (ranked.Length > 0)
            return ranked;
        IReadOnlyList<string> metrics = store.Metrics();
        throw new ExpUtilsException(metrics.Count == 0
            ? $"No run of {experiment.Name} is complete yet, so there is nothing to report."
            : $"No completed run of {experiment.Name} has the metric '{options.Metric}'. There are: {string.Join(", ", metrics)}.");
    }

    // What a reader must know before he trusts a mean or an interval.
    private static IEnumerable<string> Cautions(ScoredConfiguration[] ranked)
    {
        const int Enough = 6;
        int unscored = ranked.Sum(configuration => configuration.Runs.Count - configuration.ScoredRuns);
        if (unscored > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"{unscored} {(unscored == 1 ? "run has no finite score and is" : "runs have no finite score and are")} in no mean or interval: where runs diverge, a combination looks better than it is. The ranking shows which.");
        }

        // An interval lies between the least and the largest of the runs, which are on one side of a symmetric distribution's mean as often as coins fall alike.
        int fewest = ranked.Where(configuration => configuration.HasInterval).Select(configuration => configuration.ScoredRuns).DefaultIfEmpty(Enough).Min();
        if (fewest < Enough)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Intervals over {fewest} runs hold the mean at most about {1 - Math.Pow(2, 1 - fewest):P0} of the time, not 95 %: a bootstrap never leaves the range of its runs. It takes {Enough} runs or more.");
        }
    }

    private static IEnumerable<string> Findings(SweptParameter[] swept, ScoredConfiguration[] ranked, ReportOptions options)
    {
        ScoredConfiguration best = ranked[0];
        yield return $"Best: {Name(swept, best)} with {options.Metric} {Interval(best)} over {best.RunsText} {(best.Runs.Count == 1 ? "run" : "runs")}.";
        if (!best.HasInterval)
        {
            yield return "One run tells nothing of how far chance reaches, so the best cannot be told apart from others.";
        }
        else if (ranked.Length > 1)
        {
            // What has no interval is told apart from nothing.
            int close = ranked.Skip(1).Count(other => !(other.Lower > best.Upper) && !(best.Lower > other.Upper));
            yield return close == 0
                ? "No other combination's interval touches that of the best."
                : $"{close} of {ranked.Length - 1} other combinations cannot be told apart from the best by their intervals.";
        }

        if (ranked.Length > 1)
            yield return $"Worst: {Name(swept, ranked[^1])} with {Interval(ranked[^1])}.";
    }

    private static Figure Curves(SweptParameter[] swept, ScoredConfiguration[] ranked, ReportOptions options)
    {
        ScoredConfiguration[] shown = [.. ranked.Take(options.Curves)];
        var series = shown.Select(configuration =>
        {
            (double[] x, ConfidenceBand band) = ReportCurve.Of(configuration.Runs);
            var curve = new ChartSeries(Name(swept, configuration), x, band.Estimate);
            return configuration.Runs.Count > 1 ? curve with { Low = band.Lower, High = band.Upper } : curve;
        });
        var chart = new LineChart($"Curves of {options.Metric}", options.FrameTitle, options.Metric, [.. series]);
        return new Figure("curves", $"The {(shown.Length == 1 ? "best combination" : $"{shown.Length} best combinations")}", chart.ToSvg(),
            $"Mean of {options.Metric} over the runs of each combination, best first, with its 95 % bootstrap interval.");
    }

    // What is the same everywhere tells nothing.
    private static string Name(SweptParameter[] swept, ScoredConfiguration configuration) => swept.Length == 0
        ? "the only combination"
        : string.Join(", ", swept.Select(parameter => $"{parameter.Name} {configuration.Parameters[parameter.Name].Text}"));

    private static IEnumerable<(SweptParameter Row, SweptParameter Column)> Pairs(SweptParameter[] swept)
    {
        for (int row = 0; row < swept.Length; row++)
        {
            for (int column = row + 1; column < swept.Length; column++)
                yield return (swept[row], swept[column]);
        }
    }

    private static string Table(SweptParameter[] swept, ScoredConfiguration[] ranked)
    {
        var table = new StringBuilder("<h2>Ranking</h2>\n<div class=\"tables\"><table>\n<thead><tr><th>rank</th>");
        foreach (SweptParameter parameter in swept)
            table.Append(CultureInfo.InvariantCulture, $"<th>{HtmlPage.E(parameter.Name)}</th>");
        table.Append("<th>score</th><th>95&nbsp;% interval</th><th>runs</th></tr></thead>\n<tbody>\n");
        for (int i = 0; i < Math.Min(MostRows, ranked.Length); i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"<tr><td>{i + 1}</td>");
            foreach (SweptParameter parameter in swept)
                table.Append(CultureInfo.InvariantCulture, $"<td>{HtmlPage.E(ranked[i].Parameters[parameter.Name].Text)}</td>");
            table.Append(CultureInfo.InvariantCulture, $"<td>{Number(ranked[i].Mean)}</td><td>{ranked[i].IntervalText}</td><td>{ranked[i].RunsText}</td></tr>\n");
        }

        table.Append("</tbody></table></div>\n");
        if (ranked.Length > MostRows)
            table.Append(CultureInfo.InvariantCulture, $"<p class=\"lead\">The best {MostRows} of {ranked.Length} combinations.</p>\n");
        return table.ToString();
    }
}
