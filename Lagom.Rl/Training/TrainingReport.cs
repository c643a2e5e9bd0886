using System.Globalization;
using System.Text;
using SharedSource;

namespace Lagom.Rl;

/// <summary>The report of a training: a page with its return over steps, its other figures, and the video of the policy.</summary>
internal static class TrainingReport
{
    private const int MostFigures = 12;

    public static void Write(
        string path, string algorithm, EnvironmentSpec environment, TrainingOptions options, TrainingResult result, IReadOnlyList<CurvePoint> curve)
    {
        string page = Page(algorithm, environment, options, result, curve);
        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(page)));
    }

    private static string Page(
        string algorithm, EnvironmentSpec environment, TrainingOptions options, TrainingResult result, IReadOnlyList<CurvePoint> curve)
    {
        var page = new HtmlPage(
            $"{algorithm} on {environment.Id}", $"{algorithm} on {environment.Id}", Text($"{result.StepsDone} environment steps, {result.Episodes} episodes; ended because {Reason(result.Reason)}."));
        page.Findings(Findings(environment, options, result));
        if (result.VideoPath is { } video)
        {
            page.Html($"<p><img alt=\"An episode of the final policy\" src=\"data:image/gif;base64,{Convert.ToBase64String(File.ReadAllBytes(video))}\" style=\"max-width:100%\"></p>\n");
        }

        page.Figure(Returns(environment, result, curve));
        foreach (string name in curve.SelectMany(point => point.Metrics.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MostFigures))
            page.Figure(Metric(name, curve));
        return page.ToString();
    }

    private static IEnumerable<string> Findings(EnvironmentSpec environment, TrainingOptions options, TrainingResult result)
    {
        if (result.Evaluations is [.., { } last])
        {
            yield return Text($"Final policy: mean return {last.MeanReturn:G5}, standard deviation {last.StandardDeviation:G3} over {last.Episodes} episodes of {last.MeanLength:F0} steps on average.");
            EvaluationPoint best = result.Evaluations.MaxBy(point => point.MeanReturn)!;
            yield return Text($"Best evaluation: mean return {best.MeanReturn:G5} at step {best.Step}.");
            if (environment.RewardThreshold is { } threshold)
            {
                yield return result.Evaluations.FirstOrDefault(point => point.MeanReturn >= threshold) is { } solved
                    ? Text($"The task counts as solved from a return of {threshold}; an evaluation first reached it at step {solved.Step}.")
                    : Text($"The task counts as solved from a return of {threshold}; no evaluation reached it.");
            }
        }

        if (double.IsFinite(result.MeanReturn))
            yield return Text($"Mean return of the last episodes of training: {result.MeanReturn:G5}.");
        yield return Text($"This process took {result.Elapsed.TotalSeconds:F1} s. Evaluations used seed {options.Seed}.");
    }

    private static Figure Returns(EnvironmentSpec environment, TrainingResult result, IReadOnlyList<CurvePoint> curve)
    {
        var series = new List<ChartSeries>
        {
            new("training, last 100 episodes", [.. curve.Select(point => (double)point.Step)], [.. curve.Select(point => point.MeanReturn)]),
        };
        if (!result.Evaluations.IsEmpty)
        {
            series.Add(new ChartSeries("evaluation", [.. result.Evaluations.Select(point => (double)point.Step)], [.. result.Evaluations.Select(point => point.MeanReturn)])
            {
                Low = [.. result.Evaluations.Select(point => point.MeanReturn - point.StandardDeviation)],
                High = [.. result.Evaluations.Select(point => point.MeanReturn + point.StandardDeviation)],
            });
        }

        var chart = new LineChart("Return over environment steps", "environment steps", "return", series)
        {
            Levels = environment.RewardThreshold is { } threshold ? [(threshold, "solved")] : [],
        };
        return new Figure("returns", "Return", chart.ToSvg(),
            "Mean return of the last 100 episodes of training, and of evaluations with the most likely actions; the band is one standard deviation of their episodes to either side.");
    }

    private static Figure Metric(string name, IReadOnlyList<CurvePoint> curve)
    {
        List<(double Step, double Value)> points = [.. curve.Where(point => point.Metrics.ContainsKey(name)).Select(point => ((double)point.Step, point.Metrics[name]))];
        var chart = new LineChart($"{name} over environment steps", "environment steps", name, [new ChartSeries(name, [.. points.Select(point => point.Step)], [.. points.Select(point => point.Value)])]);
        return new Figure(Text($"metric-{name.Replace('/', '-')}"), name, chart.ToSvg(), "As the algorithm tells it after each piece of learning.");
    }

    private static string Reason(StopReason reason) => reason switch
    {
        StopReason.ReturnReached => "the return was reached",
        StopReason.Requested => "it was asked to",
        _ => "all steps were taken",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
