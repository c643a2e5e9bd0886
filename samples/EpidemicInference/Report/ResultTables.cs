using System.Globalization;
using System.Text;
using EpidemicInference.Inference;

namespace EpidemicInference.Report;

/// <summary>The tables of the report.</summary>
internal static class ResultTables
{
    public static string Posterior(JobResult result)
    {
        RunResult exact = result.Exact!;
        bool both = result.Emulated is not null;
        var html = new StringBuilder("<table id=\"posterior\">\n<thead>\n<tr class=\"group\"><th></th><th colspan=\"3\" class=\"exact-name\">exact</th>");
        html.Append(both ? "<th colspan=\"3\" class=\"emulated-name\">emulated</th><th colspan=\"2\">shift of the mean</th></tr>\n" : "</tr>\n")
            .Append("<tr><th>quantity</th><th>mean</th><th>sd</th><th>95 % interval</th>")
            .Append(both ? "<th>mean</th><th>sd</th><th>95 % interval</th><th>/ sd</th><th>/ MC error</th>" : "")
            .Append("</tr>\n</thead>\n<tbody>\n");
        foreach (Quantity quantity in Quantity.All)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{quantity.Symbol}, {quantity.Meaning}</td>").Append(Cells(exact[quantity]));
            if (result.Emulated is { } emulated)
            {
                QuantityShift shift = QuantityShift.Of(exact[quantity], emulated[quantity]);
                html.Append(Cells(emulated[quantity]))
                    .Append(CultureInfo.InvariantCulture, $"<td>{shift.MeanInSd:F3}</td><td>{shift.MeanInMonteCarloError:F2}</td>");
            }

            html.Append("</tr>\n");
        }

        return html.Append("</tbody>\n</table>\n").ToString();
    }

    public static string Cost(JobResult result)
    {
        var html = new StringBuilder("<table id=\"cost\">\n<thead>\n<tr><th>run</th><th>true calls</th><th>emulated calls</th><th>wall time, s</th>")
            .Append("<th>acceptance</th><th>τ, steps</th><th>burn-in</th><th>effective samples</th></tr>\n</thead>\n<tbody>\n");
        foreach ((string name, RunResult? run) in new[] { ("exact", result.Exact), ("emulated", result.Emulated) })
        {
            if (run is null)
                continue;
            html.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"{name}-name\">{name}</td><td>{run.TrueCalls:N0}</td><td>{run.EmulatedCalls:N0}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td>{run.Seconds:F1}</td><td>{run.Chain.Acceptance:F3}</td><td>{run.AutocorrelationTime:F1}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td>{run.BurnIn:N0}</td><td>{run.Summaries.Min(summary => summary.EffectiveSamples):N0}</td></tr>\n");
        }

        return html.Append("</tbody>\n</table>\n").ToString();
    }

    private static string Cells(QuantitySummary summary) => string.Create(
        CultureInfo.InvariantCulture,
        $"<td>{summary.Mean:F3}</td><td>{summary.Sd:F3}</td><td>{summary.Low95:F2} – {summary.High95:F2}</td>");
}
