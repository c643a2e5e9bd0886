namespace SharedSource.Reports;

/// <summary>Curves with bands over common axes, and a legend under them. The axes hold all finite points.</summary>
/// <param name="Label">What the drawing shows, for readers that hear it.</param>
/// <param name="XTitle">The title of the horizontal axis.</param>
/// <param name="YTitle">The title of the vertical axis.</param>
/// <param name="Series">The curves.</param>
internal sealed record LineChart(string Label, string XTitle, string YTitle, IReadOnlyList<ChartSeries> Series)
{
    private const double Width = 820;
    private const double Left = 78;
    private const double Right = Width - 16;
    private const double Top = 14;
    private const double Bottom = 330;
    private const double LegendRow = 20;
    private const double LetterWidth = 7.2;

    /// <summary>Whether equal distances along the horizontal axis mean equal ratios; only abscissae above 0 are then drawn.</summary>
    public bool LogarithmicX { get; init; }

    /// <summary>Whether equal distances along the vertical axis mean equal ratios; only ordinates above 0 are then drawn.</summary>
    public bool LogarithmicY { get; init; }

    /// <summary>What stands at 0, 1, … of the horizontal axis; null where it has numbers.</summary>
    public IReadOnlyList<string>? XNames { get; init; }

    /// <summary>Dashed horizontal lines, each with a note, such as the return at which a task counts as solved.</summary>
    public IReadOnlyList<(double Height, string Note)> Levels { get; init; } = [];

    /// <summary>The SVG drawing.</summary>
    public string ToSvg()
    {
        List<Curve> curves = [.. Series.Select(Visible)];
        Axis x = Range(curves.SelectMany(curve => curve.X), LogarithmicX, margin: 0, Left, Right);
        IEnumerable<double> heights = curves.SelectMany(curve => curve.Y.Concat(curve.Low).Concat(curve.High));
        Axis y = Range(heights.Concat(Levels.Select(level => level.Height)).Where(height => !LogarithmicY || height > 0), LogarithmicY, margin: 0.05, Bottom, Top);

        List<(double X, double Y, int Series)> legend = LegendPlaces();
        double height = Bottom + 48 + (legend.Count == 0 ? 0 : legend[^1].Y + LegendRow);
        var canvas = new SvgCanvas(Width, height, Label);
        var frame = new PlotFrame(canvas, x, y);
        frame.DrawAxes(XTitle, YTitle, xNames: XNames);
        foreach (Curve curve in curves.Where(curve => curve.Low.Count > 1))
            frame.Band(curve.X, curve.Low, curve.High, $"fill faint series {curve.Colour}");
        foreach ((double level, string note) in Levels)
            frame.Level(level, note, "line neutral dashed");
        foreach (Curve curve in curves)
        {
            if (curve.Dots)
                frame.Dots(curve.X.Zip(curve.Y), 3, $"dot translucent series {curve.Colour}");
            else if (curve.X.Count == 1)
                frame.Dots([(curve.X[0], curve.Y[0])], 3, $"dot series {curve.Colour}");
            else
                frame.Line(curve.X, curve.Y, $"line series {curve.Colour}");
        }

        foreach ((double left, double top, int series) in legend)
            frame.Legend(left, Bottom + 62 + top, ($"{(curves[series].Dots ? "dot" : "line")} series {curves[series].Colour}", Series[series].Name));
        return canvas.ToString();
    }

    private Curve Visible(ChartSeries series, int index)
    {
        string colour = $"series{(series.Colour ?? index) % 8}";
        var curve = new Curve([], [], [], [], series.Dots, colour);
        bool hasBand = series.Low is not null && series.High is not null;
        for (int i = 0; i < series.X.Count; i++)
        {
            double low = hasBand ? series.Low![i] : series.Y[i];
            double high = hasBand ? series.High![i] : series.Y[i];
            if (!double.IsFinite(series.X[i]) || !double.IsFinite(series.Y[i]) || !double.IsFinite(low) || !double.IsFinite(high)
                || (LogarithmicX && series.X[i] <= 0) || (LogarithmicY && (series.Y[i] <= 0 || low <= 0)))
            {
                continue;
            }

            curve.X.Add(series.X[i]);
            curve.Y.Add(series.Y[i]);
            if (hasBand)
            {
                curve.Low.Add(low);
                curve.High.Add(high);
            }
        }

        return curve;
    }

    private static Axis Range(IEnumerable<double> values, bool logarithmic, double margin, double start, double end)
    {
        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        foreach (double value in values)
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        if (low > high)
            (low, high) = logarithmic ? (1, 10) : (0, 1);
        if (logarithmic)
            return low < high ? new Axis(low, high, start, end, Logarithmic: true) : new Axis(low / 2, high * 2, start, end, Logarithmic: true);
        double room = low < high ? margin * (high - low) : Math.Max(1, Math.Abs(low)) * 0.5;
        return new Axis(low - room, high + room, start, end);
    }

    // Rows from left to right, as many names in each as fit; tops are measured from the first row.
    private List<(double X, double Y, int Series)> LegendPlaces()
    {
        var places = new List<(double X, double Y, int Series)>();
        double x = Left;
        double y = 0;
        for (int i = 0; i < Series.Count; i++)
        {
            double width = 29 + LetterWidth * Series[i].Name.Length + 22;
            if (x > Left && x + width > Width)
            {
                x = Left;
                y += LegendRow;
            }

            places.Add((x, y, i));
            x += width;
        }

        return places;
    }

    private sealed record Curve(List<double> X, List<double> Y, List<double> Low, List<double> High, bool Dots, string Colour);
}
