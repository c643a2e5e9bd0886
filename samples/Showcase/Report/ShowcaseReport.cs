using System.Globalization;
using System.Text;
using Showcase.Policies;
using Showcase.Tuning;

namespace Showcase.Report;

/// <summary>The report page.</summary>
internal static class ShowcaseReport
{
    public static string Write(ShowcaseResult result, IReadOnlyDictionary<string, long> metrics, byte[] film)
    {
        HtmlPage page = new HtmlPage(
                "A policy search, tuned", "A policy search, tuned",
                $"L2L tunes the hyper-parameters of a Lagom policy search that swings up a pendulum; Layg's emulator answers most of its questions; ExpUtils compares the outcome with the default; EvoGrad refines the policy. Seed {result.Settings.Seed}.")
            .Findings(Findings.Sentences(result))
            .Html(Table("figures", ["", ""], Findings.Figures(result).Select(figure => new[] { figure.Name, figure.Value })))
            .Figure(Figures.History(result))
            .Figure(Figures.Shares(result));
        if (result.Verification.Calibration.Count > 0)
            page.Figure(Figures.Calibration(result.Verification));
        page.Html("<h2>The best settings, evaluated exactly</h2>\n")
            .Html(Table("finalists", ["setting", "while tuning", "exact", "exact, other seeds"], result.Verification.Finalists.Select(Row)))
            .Html($"<h2>The emulator at the end, at the checked points</h2>\n<pre id=\"calibration-report\">{HtmlPage.E(result.Verification.FinalReport)}</pre>\n")
            .Figure(Figures.LearningCurves(result.Comparison));
        if (result.Refinement.Curve.Count > 0)
            page.Figure(Figures.Refinement(result.Refinement));
        else
            page.Notice($"The refinement was left out: {result.Refinement.LeftOut}.");
        return page
            .Html($"<figure id=\"policy\">\n<h2>The policy at work</h2>\n<img alt=\"A pendulum that is swung up\" src=\"data:image/gif;base64,{Convert.ToBase64String(film)}\">\n<figcaption>{SwingUpPolicy.Steps} steps from where the pendulum hangs. The arrow shows the torque.</figcaption>\n</figure>\n")
            .Html("<h2>Metrics of the last part of the run</h2>\n")
            .Html(Table("metrics", ["counter", "total"], metrics.Select(metric => new[] { metric.Key, metric.Value.ToString("N0", CultureInfo.InvariantCulture) })))
            .ToString();
    }

    private static string[] Row(Finalist finalist) =>
    [
        finalist.Parameters.ToString(),
        string.Create(CultureInfo.InvariantCulture, $"{finalist.Answer:F0} ({(finalist.IsEmulated ? "emulated" : "exact")})"),
        finalist.Exact.ToString("F0", CultureInfo.InvariantCulture),
        finalist.Fresh.ToString("F0", CultureInfo.InvariantCulture),
    ];

    private static string Table(string id, string[] headers, IEnumerable<string[]> rows)
    {
        var html = new StringBuilder($"<div class=\"tables\">\n<table id=\"{id}\">\n");
        if (headers.Any(header => header.Length > 0))
            html.Append("<thead><tr>").AppendJoin("", headers.Select(header => $"<th>{HtmlPage.E(header)}</th>")).Append("</tr></thead>\n");
        html.Append("<tbody>\n");
        foreach (string[] row in rows)
            html.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{HtmlPage.E(cell)}</td>")).Append("</tr>\n");
        return html.Append("</tbody>\n</table>\n</div>\n").ToString();
    }
}
