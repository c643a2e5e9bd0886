using System.Globalization;
using System.Text;
using SharedSource;

namespace L2L;

/// <summary>
/// An HTML page about a trajectory, one file without anything from elsewhere: best and median fitness, the parameters' distributions over the
/// generations, parallel coordinates and, for several objectives, the Pareto front.
/// </summary>
public static class TrajectoryReport
{
    /// <summary>Writes the page.</summary>
    /// <param name="trajectory">The trajectory, with at least one generation.</param>
    /// <param name="path">The file to create or replace; its folder must exist.</param>
    /// <exception cref="ArgumentException">The trajectory has no generation.</exception>
    public static void Write(Trajectory trajectory, string path)
    {
        byte[] page = Encoding.UTF8.GetBytes(ToHtml(trajectory));
        AtomicFile.Write(path, stream => stream.Write(page));
    }

    /// <summary>The page.</summary>
    /// <param name="trajectory">The trajectory, with at least one generation.</param>
    /// <exception cref="ArgumentException">The trajectory has no generation.</exception>
    public static string ToHtml(Trajectory trajectory)
    {
        ArgumentNullException.ThrowIfNull(trajectory);
        if (!trajectory.Evaluations.Any())
            throw new ArgumentException("The trajectory has no evaluation to report on.", nameof(trajectory));
        var data = new ReportData(trajectory);
        string optimizer = trajectory.Parameters.TryGetValue("optimizer.name", out ParameterValue name) ? name.AsText() : "an optimizer";
        var page = new HtmlPage($"{trajectory.Name} - L2L", trajectory.Name, $"What {optimizer} found in {trajectory.Generations.Count} generations.");
        page.Findings(Findings(data));
        page.Figure(FitnessFigure.Create(data));
        if (data.Objectives > 1)
            page.Figure(ParetoFigure.Create(data));
        foreach (Figure figure in ParameterFigures.Create(data))
            page.Figure(figure);
        if (data.Columns.Count > 1)
            page.Figure(ParallelCoordinates.Create(data));
        page.Html(Table("The best individual", data.Best.Individual.Parameters));
        page.Html(Table("The experiment", new ParameterSet(trajectory.Parameters.All)));
        return page.ToString();
    }

    private static IEnumerable<string> Findings(ReportData data)
    {
        Evaluation best = data.Best;
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"Best fitness {Text(best.Fitness)} in generation {best.Individual.Generation}, individual {best.Individual.Index}.");
        yield return string.Create(
            CultureInfo.InvariantCulture, $"{data.Evaluations.Count} evaluations, {data.Evaluations.Average(static e => e.Duration.TotalSeconds):G3} s each on average.");
        int failures = data.Evaluations.Count(static e => e.IsFailure);
        if (failures > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"{failures} evaluations failed; the first: {data.Evaluations.First(static e => e.IsFailure).Error}");
        if (data.Objectives > 1)
            yield return string.Create(CultureInfo.InvariantCulture, $"{data.Front.Count} individuals that no other one beats in every objective.");
        if (data.Trajectory.Results.TryGetValue("stop_reason", out ParameterValue reason))
            yield return $"The run ended because of: {reason}.";
        else
            yield return "The run has not ended.";
    }

    private static string Text(FitnessVector fitness) => string.Join(", ", fitness.ToArray().Select(static x => x.ToString("G6", CultureInfo.InvariantCulture)));

    private static string Table(string title, ParameterSet values)
    {
        var html = new StringBuilder($"<h2>{HtmlPage.E(title)}</h2>\n<div class=\"tables\"><table>\n");
        foreach ((string name, ParameterValue value) in values)
        {
            string text = value.ToString();
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{HtmlPage.E(name)}</td><td>{HtmlPage.E(text.Length > 120 ? text[..120] + "…" : text)}</td></tr>\n");
        }

        return html.Append("</table></div>\n").ToString();
    }
}
