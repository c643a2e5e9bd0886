using System.Globalization;
using SharedSource;

namespace Lagom.Rl;

/// <summary>Reads learning curves from the logs of an experiment.</summary>
public static class LearningCurves
{
    /// <summary>
    /// Reads a figure from the log of every job that has one, finished or not, and brings the seeds of each configuration to common places:
    /// interpolated linearly, and constant outside a run's own range.
    /// </summary>
    /// <param name="directory">The folder of the experiment.</param>
    /// <param name="metric">The figure's name. Records without it, or where it is not finite, are left out.</param>
    /// <param name="options">Which file and how; null for the defaults.</param>
    /// <returns>A curve per configuration that has any, in the order of the configurations.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no experiment.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or no log has the figure; the message says which figures there are.</exception>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public static IReadOnlyList<LearningCurve> Read(string directory, string metric, LearningCurveOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        ArgumentException.ThrowIfNullOrWhiteSpace(metric);
        options ??= new LearningCurveOptions();
        options.Validate();
        var folder = new ExperimentFolder(directory);
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var curves = new List<LearningCurve>();
        foreach (IGrouping<int, ExperimentJob> jobs in folder.ReadPlan().Jobs(folder.Path).GroupBy(job => job.Configuration.Id))
        {
            (ExperimentJob Job, double[] X, double[] Y)[] runs =
                [.. jobs.Select(job => ReadRun(job, metric, options, names)).OfType<(ExperimentJob Job, double[] X, double[] Y)>()];
            if (runs.Length > 0)
                curves.Add(Join(runs, options));
        }

        return curves.Count > 0
            ? curves
            : throw new InvalidDataException($"No '{options.FileName}' below '{folder.Path}' has the figure '{metric}'. There are: {(names.Count == 0 ? "none" : string.Join(", ", names))}.");
    }

    /// <summary>Writes curves as a table for other programs: a row per point, with the columns x, y, seed, ID and one for each item.</summary>
    /// <param name="writer">Where to; comma-separated values.</param>
    /// <param name="curves">The curves.</param>
    public static void WriteCsv(TextWriter writer, IReadOnlyList<LearningCurve> curves)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(curves);
        string[] items = [.. curves.SelectMany(curve => curve.Configuration.Names).Distinct(StringComparer.Ordinal)];
        writer.Write($"{string.Join(',', ((string[])["x", "y", "seed", Configuration.IdName, .. items]).Select(CsvCell.Of))}\n");
        foreach (LearningCurve curve in curves)
        {
            string values = string.Concat(items.Select(item => "," + (curve.Configuration.TryGetValue(item, out ConfigValue? value) ? Cell(value) : "")));
            for (int seed = 0; seed < curve.Seeds.Count; seed++)
            {
                for (int i = 0; i < curve.X.Length; i++)
                    writer.Write(string.Create(CultureInfo.InvariantCulture, $"{curve.X[i]:R},{curve.Y[seed][i]:R},{curve.Seeds[seed]},{curve.Configuration.Id}{values}\n"));
            }
        }
    }

    private static string Cell(ConfigValue value) => CsvCell.Of(value.Kind == ConfigValueKind.Text ? value.ToText() : value.ToString());

    private static LearningCurve Join((ExperimentJob Job, double[] X, double[] Y)[] runs, LearningCurveOptions options)
    {
        (double[] x, double[][] y) = CurveInterpolation.Linear([.. runs.Select(run => run.X)], [.. runs.Select(run => run.Y)], options.Points);
        if (options.SmoothingWindow > 0)
            y = [.. y.Select(curve => Smooth(curve, options))];
        return new LearningCurve(runs[0].Job.Configuration, [.. runs.Select(run => run.Job.Seed)], Thin(x, options), [.. y.Select(curve => Thin(curve, options))]);
    }

    private static (ExperimentJob Job, double[] X, double[] Y)? ReadRun(ExperimentJob job, string metric, LearningCurveOptions options, SortedSet<string> names)
    {
        string path = job.PathOf(options.FileName);
        if (!File.Exists(path))
            return null;
        IReadOnlyList<MetricRecord> records = JsonLinesLog.Read(path);
        var points = new SortedDictionary<double, double>();
        foreach (MetricRecord record in records)
        {
            names.UnionWith(record.Metrics.Keys);
            if (record.Metrics.TryGetValue(metric, out double y) && double.IsFinite(y) && Abscissa(record, options) is { } x)
                points[x] = y;
        }

        return points.Count == 0 ? null : (job, [.. points.Keys], [.. points.Values]);
    }

    private static double? Abscissa(MetricRecord record, LearningCurveOptions options) => options.XMetric is null
        ? record.Step
        : record.Metrics.TryGetValue(options.XMetric, out double x) && double.IsFinite(x) ? x : null;

    // A window longer than the curve becomes the longest odd one that fits; what is shorter than the order needs stays as it is.
    private static double[] Smooth(double[] curve, LearningCurveOptions options)
    {
        int window = Math.Min(options.SmoothingWindow, curve.Length);
        window -= 1 - window % 2;
        return window > options.SmoothingOrder ? SmoothFilter.SavitzkyGolay(curve, window, options.SmoothingOrder) : curve;
    }

    private static double[] Thin(double[] numbers, LearningCurveOptions options) => [.. numbers.Where((_, index) => index % options.PointStep == 0)];
}
