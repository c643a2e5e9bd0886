using Spectre.Console;

namespace Showcase.Report;

/// <summary>The table at the end of a run.</summary>
internal static class ResultText
{
    public static void Show(ShowcaseResult result, TextWriter output, bool isTerminal)
    {
        var table = new TextTable("What came out", "", "");
        foreach ((string name, string value) in Findings.Figures(result))
            table.Add(name, value);
        if (isTerminal)
            AnsiConsole.Write(table.ToSpectre());
        else
            output.Write(table.ToPlainText());
    }
}
