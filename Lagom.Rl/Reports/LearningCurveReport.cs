using System.Globalization;
using SharedSource;

namespace Lagom.Rl;

/// <summary>
/// A page of learning curves: per figure the mean (or interquartile mean) over the seeds of each configuration with its confidence band, and a table of where the
/// runs ended. One HTML file that loads nothing.
/// </summary>
public sealed class LearningCurveReport
{
    private const int MostCurves = 8;

    private readonly HtmlPage _page;
    private readonly IntervalOptions _interval;
    private int _figures;

    /// <summary>Starts a page.</summary>
    /// <param name="title">The heading; plain text.</param>
    /// <param name="lead">What was run, in a sentence; plain text.</param>
    /// <param name="interval">How the confidence intervals are made; null for the defaults. The page says which.</param>
    /// <exception cref="ArgumentException">The title is empty, or an option is out of range.</exception>
    public LearningCurveReport(string title, string lead, IntervalOptions? interval = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentNullException.ThrowIfNull(lead);
        _interval = interval ?? new IntervalOptions();
        _interval.Validate();
        _page = new HtmlPage(title, title, lead);
    }

    /// <summary>Adds a figure with the curves of all configurations, and the table of their ends.</summary>
    /// <param name="title">What the figure is; plain text.</param>
    /// <param name="curves">The curves, such as <see cref="LearningCurves.Read"/> gives; at least one.</param>
    /// <param name="options">How it is drawn; null for the defaults.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentException">There is no curve.</exception>
    public LearningCurveReport Add(string title, IReadOnlyList<LearningCurve> curves, LearningCurveFigure? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentNullException.ThrowIfNull(curves);
        if (curves.Count == 0)
            throw new ArgumentException("There must be at least one curve.", nameof(curves));
        options ??= new LearningCurveFigure();
        IReadOnlyList<string> names = ConfigurationNames.Of([.. curves.Select(curve => curve.Configuration)]);
        List<CurveEnd> ends = [.. curves.Select((curve, index) => CurveEnd.Of(names[index], curve, _interval, options.EndShare))];
        IEnumerable<CurveEnd> ranked = options.HigherIsBetter ? ends.OrderByDescending(end => end.Centre) : ends.OrderBy(end => end.Centre);
        CurveEnd[] drawn = [.. ranked.Take(MostCurves)];

        var chart = new LineChart(
            title, options.XTitle, options.YTitle ?? title,
            [.. ends.Where(drawn.Contains).Select(end => new ChartSeries(end.Name, end.Band.X, end.Band.Centre) { Low = end.Band.Low, High = end.Band.High })])
        {
            LogarithmicX = options.LogarithmicX,
            LogarithmicY = options.LogarithmicY,
            Levels = [.. options.Levels.Select(level => (level.Value, level.Note))],
        };
        _figures++;
        _page.Figure(new Figure(string.Create(CultureInfo.InvariantCulture, $"figure-{_figures}"), title, chart.ToSvg(), Caption(curves, drawn.Length)))
            .Html(CurveEndTable.Html([.. ranked], options.EndShare, _interval));
        return this;
    }

    /// <summary>Adds what became of the jobs: how many finished, and why others failed.</summary>
    /// <param name="result">The outcomes.</param>
    /// <returns>The report.</returns>
    public LearningCurveReport Add(ExperimentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        JobOutcome[] failed = [.. result.Failed];
        if (failed.Length > 0)
            _page.Notice(string.Create(CultureInfo.InvariantCulture, $"{failed.Length} of {result.Outcomes.Count} jobs failed; the figures are those of the others, and of what the failed ones had logged."));
        _page.Findings(failed.Length == 0
            ? [string.Create(CultureInfo.InvariantCulture, $"All {result.Outcomes.Count} jobs finished.")]
            : failed.Select(outcome => string.Create(CultureInfo.InvariantCulture, $"Configuration {outcome.Job.Configuration.Id}, seed {outcome.Job.Seed}: {outcome.Failure}")));
        return this;
    }

    /// <summary>Writes the page to a file, whole or not at all.</summary>
    /// <param name="path">The file; its folder is made where it is missing.</param>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        AtomicFile.Write(path, stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true);
            writer.Write(ToString());
        });
    }

    /// <summary>The page.</summary>
    public override string ToString() => _page.ToString();

    private string Caption(IReadOnlyList<LearningCurve> curves, int drawn)
    {
        int fewest = curves.Min(curve => curve.Seeds.Count);
        int most = curves.Max(curve => curve.Seeds.Count);
        string seeds = fewest == most ? string.Create(CultureInfo.InvariantCulture, $"{most}") : string.Create(CultureInfo.InvariantCulture, $"{fewest} to {most}");
        string rest = drawn < curves.Count ? string.Create(CultureInfo.InvariantCulture, $" Drawn are the best {drawn} of {curves.Count} configurations; the table has all.") : "";
        string band = most > 1 ? $" Bands: {_interval}." : "";
        return $"Lines: {_interval.CentreName} over {seeds} seed{(most == 1 ? "" : "s")}.{band}{rest}";
    }
}
