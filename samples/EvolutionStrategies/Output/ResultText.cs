using EvolutionStrategies.Comparison;
using EvolutionStrategies.Report;

namespace EvolutionStrategies.Output;

/// <summary>The results on the console: framed tables at a terminal, plain lines elsewhere.</summary>
internal static class ResultText
{
    public static void Show(ComparisonResult result, TextWriter output)
    {
        if (result.StoppedEarly)
            output.WriteLine("Stopped early; these are the results of the generations made until then.");
        Table(result.Function, result.FunctionRuns).Show(output);
        if (result.SwingUp is { } swingUp && result.SwingUpRuns.Count > 0)
            Table(swingUp, result.SwingUpRuns).Show(output);
        foreach (string sentence in Findings.Sentences(result))
            output.WriteLine(sentence);
    }

    private static TextTable Table(Problem problem, IReadOnlyList<SearchRun> runs)
    {
        var table = new TextTable($"{problem.Name}, {problem.Start.Length} dimensions", RunTable.Headers(problem));
        foreach (SearchRun run in runs)
            table.Add([.. RunTable.Cells(problem, run)]);
        return table;
    }
}
