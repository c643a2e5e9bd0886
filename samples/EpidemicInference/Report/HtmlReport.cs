using EpidemicInference.Inference;
using EpidemicInference.Model;

namespace EpidemicInference.Report;

/// <summary>The report page: one file, drawings inside, nothing loaded from anywhere.</summary>
internal static class HtmlReport
{
    public static string Write(JobResult result, SirModel sir)
    {
        var page = new HtmlPage(
            "Influenza in a boarding school, 1978: exact and emulated inference",
            "Influenza in a boarding school, 1978",
            "The same posterior sampled twice: with the true likelihood, and with one that is learnt during the run.",
            "report.css");
        if (result.StoppedEarly)
            page.Notice("The run was stopped before it was complete. The page shows what there was.");
        page.Findings(Findings.Sentences(result));
        if (result.Exact is not null)
            page.Html("<h2>Results</h2>\n<div class=\"tables\">\n").Html(ResultTables.Posterior(result)).Html(ResultTables.Cost(result)).Html("</div>\n");
        foreach (Figure figure in Figures(result, sir))
            page.Figure(figure);
        return page.Html(Method.Text(result)).ToString();
    }

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
}
