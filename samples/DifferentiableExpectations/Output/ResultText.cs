using DifferentiableExpectations.Demos;
using Spectre.Console;

namespace DifferentiableExpectations.Output;

/// <summary>The results as a table.</summary>
internal static class ResultText
{
    public static void Show(IReadOnlyList<DemoResult> results, TextWriter output, bool isTerminal)
    {
        var table = new TextTable("Where the runs ended", "demonstration", "seed", "outcome", "target");
        foreach (DemoResult result in results)
        {
            foreach (DemoRun run in result.Runs)
            {
                string target = !result.IsFull ? "not a full run" : result.Demo.Reaches(run) ? "reached" : "missed";
                table.Add(result.Demo.Name, FormattableString.Invariant($"{run.Seed}"), result.Demo.Outcome(run), target);
            }
        }

        if (isTerminal)
            AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) }).Write(table.ToSpectre());
        else
            output.WriteLine(table.ToPlainText());
    }
}
