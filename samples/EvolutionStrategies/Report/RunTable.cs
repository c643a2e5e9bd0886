using System.Globalization;
using System.Text;
using EvolutionStrategies.Comparison;
using Lagom.Evolution;

namespace EvolutionStrategies.Report;

/// <summary>The figures of runs, for the page and the console alike.</summary>
internal static class RunTable
{
    public static string[] Headers(Problem problem) =>
    [
        "strategy", "population", "evaluations", "solved after", IsMaximised(problem) ? "best value" : "above optimum", "step size", "axis ratio", "time, s",
    ];

    public static IReadOnlyList<string> Cells(Problem problem, SearchRun run)
    {
        TracePoint? last = run.Trace.Count == 0 ? null : run.Trace[^1];
        double best = run.Result.FBest is { } found ? found : double.NaN;
        return
        [
            run.Strategy,
            Text($"{run.PopulationSize}"),
            Text($"{run.Result.Evaluations:N0}"),
            run.Solved is { } solved ? Text($"{solved:N0}") : "no",
            IsMaximised(problem) ? Text($"{best:F1}") : Text($"{best - problem.Optimum:0.0e+0}"),
            last is null ? "" : Text($"{last.Value.Sigma:0.0e+0}"),
            last is null ? "" : last.Value.AxisRatio.ToString(last.Value.AxisRatio < 1000 ? "G3" : "0.0e+0", CultureInfo.InvariantCulture),
            Text($"{run.Elapsed.TotalSeconds:F2}"),
        ];
    }

    public static string Html(Problem problem, IReadOnlyList<SearchRun> runs)
    {
        var html = new StringBuilder("<div class=\"tables\">\n<table>\n<thead><tr>");
        foreach (string header in Headers(problem))
            html.Append(CultureInfo.InvariantCulture, $"<th>{HtmlPage.E(header)}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (SearchRun run in runs)
        {
            html.Append("<tr>");
            int column = 0;
            foreach (string cell in Cells(problem, run))
            {
                string swatch = column++ == 0 ? $"<span class=\"swatch s{run.Series}\"></span>" : "";
                html.Append(CultureInfo.InvariantCulture, $"<td>{swatch}{HtmlPage.E(cell)}</td>");
            }

            html.Append("</tr>\n");
        }

        return html.Append("</tbody>\n</table>\n</div>\n").ToString();
    }

    private static bool IsMaximised(Problem problem) => problem.Direction == ObjectiveDirection.Maximize;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
