using System.Globalization;
using EvolutionStrategies.Comparison;
using EvolutionStrategies.Policy;

namespace EvolutionStrategies.Report;

/// <summary>The report page.</summary>
internal static class HtmlReport
{
    private const double SmallestGap = 1e-10;

    public static string Write(ComparisonResult result)
    {
        var page = new HtmlPage(
            "Evolution strategies side by side",
            "Evolution strategies side by side",
            Text($"Each has the same start, seed and number of evaluations: {result.Function.Name} in {result.Function.Start.Length} dimensions, shifted and rotated (seed {result.Settings.Seed})") +
            (result.SwingUp is null ? "." : Text($"; and the {SwingUpTask.Dimension} weights of a policy that is to swing up a pole.")),
            "report.css");
        if (result.StoppedEarly)
            page.Notice("The run was stopped before it was complete. The page shows what there was.");
        page.Findings(Findings.Sentences(result));
        if (result.FunctionRuns.Count > 0)
            WriteFunction(page, result);
        if (result.SwingUp is { } swingUp && result.SwingUpRuns.Count > 0)
            WriteSwingUp(page, result, swingUp);
        return page.ToString();
    }

    private static void WriteFunction(HtmlPage page, ComparisonResult result)
    {
        IReadOnlyList<SearchRun> runs = result.FunctionRuns;
        double optimum = result.Function.Optimum;
        page.Html($"<h2>{HtmlPage.E(Title(result.Function.Name))}</h2>\n").Html(RunTable.Html(result.Function, runs))
            .Figure(ConvergenceFigure.Draw(
                "best", "Best value so far", "best value above the optimum",
                "How far the best candidate is above the optimum; a line that stays level has settled somewhere else, or is still on its way along a valley. A run ends at 1e-9 or with its evaluations.",
                runs, point => point.Best - optimum, SmallestGap))
            .Figure(ConvergenceFigure.Draw(
                "mean", "Mean value of each generation", "mean value above the optimum",
                "Where the search distribution as a whole stands. Strategies that keep a parent or a population show what they try, not what they keep.",
                runs, point => point.Mean - optimum, SmallestGap))
            .Figure(ConvergenceFigure.Draw(
                "sigma", "Step size", "step size σ",
                "The width of the search: adapted by most, the spread of the population for differential evolution, a schedule for OpenAI-ES, fixed for random search.",
                runs, point => point.Sigma, 1e-14))
            .Figure(ConvergenceFigure.Draw(
                "axis-ratio", "Axis ratio", "longest over shortest axis",
                "How elongated the search distribution has become: its longest over its shortest axis, or of its standard deviations where a strategy has no other.",
                runs, point => point.AxisRatio, 1));
    }

    private static void WriteSwingUp(HtmlPage page, ComparisonResult result, Problem swingUp)
    {
        page.Html($"<h2>{HtmlPage.E(Title(swingUp.Name))}</h2>\n")
            .Html(RunTable.Html(swingUp, result.SwingUpRuns))
            .Figure(ConvergenceFigure.Draw(
                "return", "Best return so far", "return",
                Text($"The mean return of four roll-outs of {SwingUpTask.Steps} steps; each step earns up to 1 for an upright pole. A run ends at {swingUp.Target:F0} or with its evaluations. The network sees position, speeds, sine and cosine of the angle through one layer of eight units."),
                result.SwingUpRuns, point => point.Best, floor: null, linear: true))
            .Figure(ConvergenceFigure.Draw(
                "mean-return", "Mean return of each generation", "return",
                "What the policies of a generation earn on average: the noise in the weights costs something even where the mean is good.",
                result.SwingUpRuns, point => point.Mean, floor: null, linear: true));
        if (result.BestPath.Count > 0)
            page.Figure(SwingUpFigure.Draw(result.BestPath));
    }

    private static string Title(string name) => char.ToUpper(name[0], CultureInfo.InvariantCulture) + name[1..];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
