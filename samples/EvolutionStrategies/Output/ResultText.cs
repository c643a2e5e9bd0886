using EvolutionStrategies.Comparison;
using EvolutionStrategies.Report;
using Spectre.Console;

namespace EvolutionStrategies.Output;

/// <summary>The results on the console: framed tables at a terminal, plain lines elsewhere.</summary>
internal static class ResultText
{
    public static void Show(ComparisonResult result, TextWriter output, bool isTerminal)
    {
        if (result.StoppedEarly)
            output.WriteLine("Stopped early; these are the results of the generations made until then.");
        Show(Table(result.Function, result.FunctionRuns), output, isTerminal);
        if (result.SwingUp is { } swingUp && result.SwingUpRuns.Count > 0)
            Show(Table(swingUp, result.SwingUpRuns), output, isTerminal);
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

    private static void Show(TextTable table, TextWriter output, bool isTerminal)
    {
        if (isTerminal)
            AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) }).Write(table.ToSpectre());
        else
            output.WriteLine(table.ToPlainText());
    }
}
