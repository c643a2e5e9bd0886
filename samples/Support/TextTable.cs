using System.Text;
using Spectre.Console;

namespace SampleSupport;

/// <summary>A table for people at a terminal and, as plain lines, for files and pipes.</summary>
internal sealed class TextTable(string title, params string[] headers)
{
    private readonly List<string[]> _rows = [];

    public TextTable Add(params string[] cells)
    {
        _rows.Add(cells);
        return this;
    }

    /// <summary>Writes it: framed at a terminal, as plain lines and an empty one elsewhere.</summary>
    public void Show(TextWriter output)
    {
        if (Terminal.Shows(output))
            AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) }).Write(ToSpectre());
        else
            output.WriteLine(ToPlainText());
    }

    /// <summary>Plain lines with aligned columns: the first to the left, numbers to the right.</summary>
    public string ToPlainText()
    {
        int[] widths = [.. headers.Select((header, column) => _rows.Select(row => row[column].Length).Append(header.Length).Max())];
        var text = new StringBuilder(title).Append('\n');
        foreach (string[] row in _rows.Prepend(headers))
        {
            IEnumerable<string> cells = row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            text.Append("  ").Append(string.Join("  ", cells).TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    public Table ToSpectre()
    {
        Table table = new Table().Title(title.EscapeMarkup()).Border(TableBorder.Rounded);
        for (int column = 0; column < headers.Length; column++)
        {
            var header = new TableColumn(headers[column].EscapeMarkup());
            table.AddColumn(column == 0 ? header : header.RightAligned());
        }

        foreach (string[] row in _rows)
            table.AddRow([.. row.Select(cell => cell.EscapeMarkup())]);
        return table;
    }
}
