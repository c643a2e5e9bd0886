using System.Globalization;

namespace SharedSource.Reports;

/// <summary>A table of numbers as coloured cells, the fuller the colour the greater the number, with each number written in its cell.</summary>
/// <param name="Label">What the drawing shows, for readers that hear it.</param>
/// <param name="ColumnTitle">What the columns mean.</param>
/// <param name="RowTitle">What the rows mean.</param>
/// <param name="Columns">The columns' labels, left to right.</param>
/// <param name="Rows">The rows' labels, top to bottom.</param>
/// <param name="Values">The numbers [rows][columns]; NaN where there is none.</param>
internal sealed record HeatMap(
    string Label, string ColumnTitle, string RowTitle, IReadOnlyList<string> Columns, IReadOnlyList<string> Rows, IReadOnlyList<IReadOnlyList<double>> Values)
{
    private const double Width = 820;
    private const double Left = 120;
    private const double Top = 14;
    private const double CellHeight = 34;

    /// <summary>The cell to mark, such as the best; null for none.</summary>
    public (int Row, int Column)? Marked { get; init; }

    /// <summary>How the numbers in the cells are written.</summary>
    public string Format { get; init; } = "G3";

    /// <summary>The SVG drawing.</summary>
    public string ToSvg()
    {
        double cellWidth = Math.Min(96, (Width - Left - 16) / Math.Max(1, Columns.Count));
        double bottom = Top + CellHeight * Rows.Count;
        double[] finite = [.. Values.SelectMany(row => row).Where(double.IsFinite)];
        double low = finite.DefaultIfEmpty(0).Min();
        double high = finite.DefaultIfEmpty(1).Max();
        var canvas = new SvgCanvas(Width, bottom + 48, Label);
        for (int row = 0; row < Rows.Count; row++)
        {
            double y = Top + CellHeight * row;
            canvas.Text(Left - 8, y + CellHeight / 2 + 4, Rows[row], "tick end");
            for (int column = 0; column < Columns.Count; column++)
                Cell(canvas, Left + cellWidth * column, y, cellWidth, Values[row][column], low, high);
        }

        for (int column = 0; column < Columns.Count; column++)
            canvas.Text(Left + cellWidth * (column + 0.5), bottom + 17, Columns[column], "tick middle");
        if (Marked is { } marked)
            canvas.Rectangle(Left + cellWidth * marked.Column, Top + CellHeight * marked.Row, cellWidth, CellHeight, "cell marked", opacity: 0);
        canvas.Text(Left + cellWidth * Columns.Count / 2, bottom + 38, ColumnTitle, "title middle");
        canvas.Text(22, (Top + bottom) / 2, RowTitle, "title middle", rotate: -90);
        return canvas.ToString();
    }

    private void Cell(SvgCanvas canvas, double x, double y, double width, double value, double low, double high)
    {
        if (!double.IsFinite(value))
        {
            canvas.Rectangle(x, y, width, CellHeight, "cell missing");
            return;
        }

        // Numbers stay readable in the text's colour because no cell is filled fully.
        double share = high > low ? (value - low) / (high - low) : 0.5;
        canvas.Rectangle(x, y, width, CellHeight, "cell", opacity: 0.05 + 0.55 * share);
        canvas.Text(x + width / 2, y + CellHeight / 2 + 4, value.ToString(Format, CultureInfo.InvariantCulture), "legend middle");
    }
}
