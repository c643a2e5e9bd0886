using DifferentiableExpectations.Demos;

namespace DifferentiableExpectations.Report;

/// <summary>The report page.</summary>
internal static class HtmlReport
{
    public static string Write(IReadOnlyList<DemoResult> results, bool stoppedEarly)
    {
        var page = new HtmlPage(
            "Differentiable expectations", "Differentiable expectations",
            "Distributions that climb the gradient of an expectation: of fitness, of a variance, of an entropy, of what one more step would reach.", "report.css");
        if (stoppedEarly)
            page.Notice("The run was stopped before it was complete. The page shows what there was.");
        page.Findings(results.Select(Finding));
        foreach (DemoResult result in results.Where(result => result.Runs.Count > 0))
        {
            page.Figure(Draw(result));
            if (result.Demo is Interference or Entropy && result.Demo.Name == results.Last(other => other.Demo is Interference or Variance or Entropy).Demo.Name)
                page.Figure(LandscapeFigure.Draw(results));
        }

        return page.ToString();
    }

    private static string Finding(DemoResult result) => result.IsFull
        ? $"{result.Demo.Title}: {result.Reached} of {result.Runs.Count} seeds reach the target ({result.Demo.Target})."
        : $"{result.Demo.Title}: not a full run.";

    private static Figure Draw(DemoResult result) => result.Demo switch
    {
        Quadratic => PathFigure.Draw(result, "mean of the distribution", "mean", null, null, (Quadratic.Best, "the best, 5"), (0.5, 5.8),
            "The fitness is −(x − 5)², standardised in each sample of 500. Far away the step is nearly the same everywhere; near the best it shrinks with the distance."),
        Interference => PathFigure.Draw(result, "mean of the distribution", "mean", null, null, (1, "the start"), (0.2, 1.8),
            "The control: the expected value of the landscape is 0 under every wide distribution, so the mean strays at random."),
        Variance => PathFigure.Draw(result, "mean of the distribution", "mean", null, (Variance.Prediction(result.Demo.Steps), "infinitely many individuals"), (2.5 * Math.PI, "5π/2"), null,
            "The values are the squares of standardised behaviour, whose expectation is the variance. The runs follow what is computed for infinitely many individuals."),
        Entropy => PathFigure.Draw(result, "mean of the distribution", "mean", null, null, (2.5 * Math.PI, "5π/2"), null,
            "An expectation inside another: the kernel density of each individual's behaviour among all, and the mean of its negative logarithm. One backward pass differentiates both."),
        LearntWidth => PathFigure.Draw(result, "mean and σ", "mean", "standard deviation σ", (LearntWidth.Prediction(result.Demo.Steps), "σ of infinitely many"), (Quadratic.Best, "the best, 5"), (0, 5.8),
            "The parabola again, with pairs of mirrored individuals and the fitness as it is. The gradient by ln σ narrows the distribution, since a parabola's best is a point."),
        Adaptation => PathFigure.Draw(result, "start of the adaptation", "through the inner step", "first order only", null, (5, "the middle of the tasks"), (-2, 8),
            "Two tasks, parabolas with their best at 4 and at 6. The start is judged by what one large evolution step makes of it. The gradient through that step has the factor 1 + α f″ = −0.6, a second derivative of the inner expectation; without it the direction is wrong and the search runs away."),
        _ => PathFigure.Draw(result, "return", "mean of a generation", "best of a generation", null, (CartPoleDemo.Solved, "solved, 195"), (0, 225),
            "Fifty linear policies in a generation, ten episodes of at most 200 steps each, run in parallel. Once all reach 200 their spread is 0, and the guarded standardisation gives no gradient, where 0/0 would have ended the search."),
    };
}
