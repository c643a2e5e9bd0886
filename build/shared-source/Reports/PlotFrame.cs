namespace SharedSource.Reports;

/// <summary>A rectangle with two axes in which data are drawn.</summary>
internal sealed class PlotFrame(SvgCanvas canvas, Axis x, Axis y)
{
    private double Left => Math.Min(x.Start, x.End);

    private double Right => Math.Max(x.Start, x.End);

    private double Top => Math.Min(y.Start, y.End);

    private double Bottom => Math.Max(y.Start, y.End);

    /// <summary>Draws the axes: ticks with labels, an optional grid and titles; null leaves out the labels of that side.</summary>
    /// <param name="xTitle">The title of the horizontal axis.</param>
    /// <param name="yTitle">The title of the vertical axis.</param>
    /// <param name="xTicks">About how many ticks the horizontal axis gets.</param>
    /// <param name="yTicks">About how many ticks the vertical axis gets.</param>
    /// <param name="grid">Whether lines go across from the vertical axis.</param>
    /// <param name="yLabels">Whether the vertical axis is drawn and has labels.</param>
    /// <param name="xLabels">Whether the horizontal axis has labels.</param>
    /// <param name="xNames">What stands at 0, 1, … of the horizontal axis; null where it has numbers.</param>
    public void DrawAxes(
        string? xTitle, string? yTitle, int xTicks = 7, int yTicks = 5, bool grid = true, bool yLabels = true, bool xLabels = true, IReadOnlyList<string>? xNames = null)
    {
        foreach ((double value, string label) in xNames is null ? x.Ticks(xTicks) : Places(xNames))
        {
            double at = x.Map(value);
            canvas.Line(at, Bottom, at, Bottom + 4, "axis");
            if (xLabels)
                canvas.Text(at, Bottom + 17, label, "tick middle");
        }

        foreach (double value in x.MinorTicks())
            canvas.Line(x.Map(value), Bottom, x.Map(value), Bottom + 2, "axis");
        if (yLabels)
        {
            foreach (double value in y.MinorTicks())
                canvas.Line(Left - 2, y.Map(value), Left, y.Map(value), "axis");
            foreach ((double value, string label) in y.Ticks(yTicks))
            {
                double at = y.Map(value);
                if (grid)
                    canvas.Line(Left, at, Right, at, "grid");
                canvas.Line(Left - 4, at, Left, at, "axis");
                canvas.Text(Left - 8, at + 4, label, "tick end");
            }
        }

        canvas.Line(Left, Bottom, Right, Bottom, "axis");
        if (yLabels)
            canvas.Line(Left, Top, Left, Bottom, "axis");
        if (xTitle is not null)
            canvas.Text((Left + Right) / 2, Bottom + 38, xTitle, "title middle");
        if (yTitle is not null)
            canvas.Text(Left - 52, (Top + Bottom) / 2, yTitle, "title middle", rotate: -90);
    }

    // Names as long as there is room for between two of them.
    private IEnumerable<(double Value, string Label)> Places(IReadOnlyList<string> names)
    {
        const double LetterWidth = 7.2;
        int longest = Math.Max(2, (int)((Right - Left) / Math.Max(1, names.Count - 1) / LetterWidth) - 1);
        return names.Select((name, place) => ((double)place, name.Length <= longest ? name : string.Concat(name.AsSpan(0, longest - 1), "…")));
    }

    public void Line(IReadOnlyList<double> xs, IReadOnlyList<double> ys, string style) =>
        canvas.Path([Points(xs, ys)], style);

    /// <summary>Fills the area between two curves over the same abscissae.</summary>
    public void Band(IReadOnlyList<double> xs, IReadOnlyList<double> low, IReadOnlyList<double> high, string style)
    {
        List<(double X, double Y)> outline = Points(xs, high);
        List<(double X, double Y)> back = Points(xs, low);
        back.Reverse();
        outline.AddRange(back);
        canvas.Path([outline], style, closed: true);
    }

    /// <summary>Draws a histogram's outline: heights between edges, one edge more than heights.</summary>
    public void Steps(IReadOnlyList<double> edges, IReadOnlyList<double> heights, string style, bool closed = false)
    {
        var line = new List<(double X, double Y)>();
        if (closed)
            line.Add((x.Map(edges[0]), y.Map(y.Low)));
        for (int i = 0; i < heights.Count; i++)
        {
            line.Add((x.Map(edges[i]), y.Map(heights[i])));
            line.Add((x.Map(edges[i + 1]), y.Map(heights[i])));
        }

        if (closed)
            line.Add((x.Map(edges[^1]), y.Map(y.Low)));
        canvas.Path([line], style, closed);
    }

    public void Dots(IEnumerable<(double X, double Y)> points, double radius, string style)
    {
        foreach ((double px, double py) in points)
            canvas.Circle(x.Map(px), y.Map(py), radius, style);
    }

    public void Contours(IEnumerable<IReadOnlyList<(double X, double Y)>> loops, string style) =>
        canvas.Path(loops.Select(loop => loop.Select(p => (x.Map(p.X), y.Map(p.Y))).ToList()), style, closed: true);

    /// <summary>A line from edge to edge at a height, with a note above its right end.</summary>
    public void Level(double height, string note, string style)
    {
        canvas.Line(Left, y.Map(height), Right, y.Map(height), style);
        canvas.Text(Right - 4, y.Map(height) - 5, note, "note end");
    }

    public void Upright(double at, string note, string style)
    {
        canvas.Line(x.Map(at), Top, x.Map(at), Bottom, style);
        canvas.Text(x.Map(at) + 5, Bottom - 8, note, "note");
    }

    /// <summary>A legend inside the frame: a swatch and a text per row.</summary>
    public void Legend(double left, double top, params ReadOnlySpan<(string Style, string Text)> rows)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            double at = top + 18 * i;
            if (rows[i].Style.StartsWith("dot", StringComparison.Ordinal))
                canvas.Circle(left + 11, at - 4, 3.6, rows[i].Style);
            else if (rows[i].Style.StartsWith("fill", StringComparison.Ordinal))
                canvas.Rectangle(left, at - 10, 22, 11, rows[i].Style);
            else
                canvas.Line(left, at - 4, left + 22, at - 4, rows[i].Style);
            canvas.Text(left + 29, at, rows[i].Text, "legend");
        }
    }

    private List<(double X, double Y)> Points(IReadOnlyList<double> xs, IReadOnlyList<double> ys)
    {
        var points = new List<(double X, double Y)>(xs.Count);
        for (int i = 0; i < xs.Count; i++)
            points.Add((x.Map(xs[i]), y.Map(ys[i])));
        return points;
    }
}
