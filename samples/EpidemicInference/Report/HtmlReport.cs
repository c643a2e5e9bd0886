using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;
using EpidemicInference.Inference;
using EpidemicInference.Model;

namespace EpidemicInference.Report;

/// <summary>The report page: one file, drawings inside, nothing loaded from anywhere.</summary>
internal static class HtmlReport
{
    public static string Write(JobResult result, SirModel sir)
    {
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<title>Influenza in a boarding school, 1978: exact and emulated inference</title>\n")
            .Append("<style>\n").Append(StyleSheet()).Append("</style>\n</head>\n<body>\n<main>\n")
            .Append("<h1>Influenza in a boarding school, 1978</h1>\n")
            .Append("<p class=\"lead\">The same posterior sampled twice: with the true likelihood, and with one that is learnt during the run.</p>\n");
        if (result.StoppedEarly)
            page.Append("<p class=\"notice\">The run was stopped before it was complete. The page shows what there was.</p>\n");
        page.Append(Findings.List(result));
        if (result.Exact is not null)
            page.Append("<h2>Results</h2>\n<div class=\"tables\">\n").Append(ResultTables.Posterior(result)).Append(ResultTables.Cost(result)).Append("</div>\n");
        int number = 0;
        foreach (Figure figure in Figures(result, sir))
        {
            number++;
            page.Append(CultureInfo.InvariantCulture, $"<figure id=\"{figure.Id}\">\n<h2>{E(figure.Title)}</h2>\n{figure.Svg}\n")
                .Append(CultureInfo.InvariantCulture, $"<figcaption><b>Figure {number}.</b> {E(figure.Caption)}</figcaption>\n</figure>\n");
        }

        page.Append(Method.Text(result)).Append("</main>\n</body>\n</html>\n");
        return page.ToString();
    }

    /// <summary>Text for the page, with a percent sign kept on the line of its number.</summary>
    internal static string E(string text) => WebUtility.HtmlEncode(text).Replace(" %", "&nbsp;%", StringComparison.Ordinal);

    private static IEnumerable<Figure> Figures(JobResult result, SirModel sir)
    {
        if (result.Exact is not { } exact)
            yield break;
        PosteriorPredictive? other = result.Emulated is null ? null : PosteriorPredictive.Of(result.Emulated, sir);
        yield return PredictiveFigure.Draw(PosteriorPredictive.Of(exact, sir), other);
        yield return CornerFigure.Draw(exact, result.Emulated);
        if (result is { Emulated: { } emulated, Comparison: { } comparison })
            yield return ExactShareFigure.Draw(emulated, comparison.SavedShare);
        if (result.Audit is { Points.Count: > 0 } audit)
            yield return ErrorFigure.Draw(audit, result.Settings.Tolerance);
    }

    private static string StyleSheet()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
