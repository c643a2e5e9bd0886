using System.Globalization;
using EvolutionStrategies.Comparison;
using EvolutionStrategies.Policy;

namespace EvolutionStrategies.Report;

/// <summary>What came out, in a few sentences; the report and the console say the same ones.</summary>
internal static class Findings
{
    public static IReadOnlyList<string> Sentences(ComparisonResult result)
    {
        var sentences = new List<string>();
        if (result.FunctionRuns.Count > 0)
            sentences.Add(Function(result));
        if (result.SwingUpRuns.Count > 0)
            sentences.Add(SwingUp(result));
        return sentences;
    }

    private static string Function(ComparisonResult result)
    {
        SearchRun[] solved = [.. result.FunctionRuns.Where(run => run.Solved is not null).OrderBy(run => run.Solved)];
        string of = Text($"{solved.Length} of {result.FunctionRuns.Count} strategies came within 1e-9 of the optimum of {result.Function.Name} in {result.Function.Start.Length} dimensions");
        if (solved.Length == 0)
        {
            SearchRun best = result.FunctionRuns.MinBy(run => run.Result.FBest ?? double.PositiveInfinity)!;
            return of + Text($"; {best.Strategy} came closest, to {best.Result.FBest - result.Function.Optimum:0.0e+0} above it.");
        }

        return of + Text($"; {solved[0].Strategy} was the first, after {solved[0].Solved:N0} evaluations") +
            (solved.Length > 1 ? Text($", then {solved[1].Strategy} after {solved[1].Solved:N0}.") : ".");
    }

    private static string SwingUp(ComparisonResult result)
    {
        SearchRun best = result.SwingUpRuns.MaxBy(run => run.Result.FBest ?? double.NegativeInfinity)!;
        return Text($"The best policy is that of {best.Strategy}: a return of {best.Result.FBest:F0} of {SwingUpTask.Steps}. ") +
            (best.Solved is null ? "It does not yet hold the pole up for most of the time." : "It swings the pole up and holds it.");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
