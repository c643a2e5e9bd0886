using System.Globalization;
using System.Text;

namespace Lagom.Rl;

/// <summary>The table under a figure of learning curves.</summary>
internal static class CurveEndTable
{
    public static string Html(IReadOnlyList<CurveEnd> ends, double share, IntervalOptions interval)
    {
        var html = new StringBuilder("<div class=\"tables\">\n<table>\n<thead><tr><th>configuration</th><th>seeds</th>")
            .Append(CultureInfo.InvariantCulture, $"<th>{interval.CentreName} of the last {100 * share:0.##}&nbsp;%</th><th>interval</th><th>least seed</th><th>greatest seed</th></tr></thead>\n<tbody>\n");
        foreach (CurveEnd end in ends)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{HtmlPage.E(end.Name)}</td><td>{end.Curve.Seeds.Count}</td><td>{N(end.Centre)}</td>")
                .Append(end.Curve.Seeds.Count > 1 ? $"<td>{N(end.Low)} to {N(end.High)}</td>" : "<td>one seed</td>")
                .Append(CultureInfo.InvariantCulture, $"<td>{N(end.Least)}</td><td>{N(end.Greatest)}</td></tr>\n");
        }

        return html.Append("</tbody>\n</table>\n</div>\n").ToString();
    }

    private static string N(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
