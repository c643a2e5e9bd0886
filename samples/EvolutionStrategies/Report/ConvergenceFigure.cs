using EvolutionStrategies.Comparison;

namespace EvolutionStrategies.Report;

/// <summary>One quantity of all runs over their evaluations, both axes logarithmic unless said otherwise.</summary>
internal static class ConvergenceFigure
{
    private const int Width = 760;
    private const int Height = 400;
    private const int PlotRight = 588;
    private const int LongestLine = 500;
    private const double FirstShown = 10;

    public static Figure Draw(
        string id, string title, string yTitle, string caption, IReadOnlyList<SearchRun> runs, Func<TracePoint, double> quantity, double? floor, bool linear = false)
    {
        var canvas = new SvgCanvas(Width, Height, title);
        List<(SearchRun Run, List<(double X, double Y)> Points)> lines =
            [.. runs.Select(run => (run, Thin(run.Trace, quantity, floor, linear))).Where(line => line.Item2.Count > 0)];
        if (lines.Count == 0)
            return new Figure(id, title, canvas.ToString(), caption);

        double first = Math.Max(FirstShown, lines.Min(line => line.Points[0].X));
        double last = Math.Max(lines.Max(line => line.Points[^1].X), first * 10);
        double low = lines.Min(line => line.Points.Min(point => point.Y));
        double high = lines.Max(line => line.Points.Max(point => point.Y));
        Axis y = linear
            ? new Axis(Math.Min(0, low), high > low ? high + 0.05 * (high - low) : low + 1, Height - 56, 14)
            : new Axis(Decade(low, Math.Floor), Decade(Math.Max(high, low * 10), Math.Ceiling), Height - 56, 14, Logarithmic: true);
        var frame = new PlotFrame(canvas, new Axis(first, last, 78, PlotRight, Logarithmic: true), y);
        frame.DrawAxes("evaluations", yTitle, xTicks: 6, yTicks: 8);
        foreach ((SearchRun run, List<(double X, double Y)> points) in lines)
            frame.Line([.. points.Select(point => point.X)], [.. points.Select(point => point.Y)], $"line s{run.Series}");
        frame.Legend(PlotRight + 14, 24, [.. lines.Select(line => ($"line s{line.Run.Series}", line.Run.Strategy))]);
        return new Figure(id, title, canvas.ToString(), caption);
    }

    // So many points that the eye misses nothing, evenly placed on the logarithmic axis.
    private static List<(double X, double Y)> Thin(IReadOnlyList<TracePoint> trace, Func<TracePoint, double> quantity, double? floor, bool linear)
    {
        var points = new List<(double X, double Y)>();
        double factor = trace.Count == 0 ? 1 : Math.Pow((double)trace[^1].Evaluations / trace[0].Evaluations, 1.0 / LongestLine);
        double next = 0;
        for (int i = 0; i < trace.Count; i++)
        {
            double x = trace[i].Evaluations;
            if ((x < next || x < FirstShown) && i < trace.Count - 1)
                continue;
            double value = quantity(trace[i]);
            double y = floor is { } least ? Math.Max(least, value) : value;
            if (!double.IsFinite(y) || (!linear && y <= 0))
                continue;
            points.Add((x, y));
            next = x * factor;
        }

        return points;
    }

    private static double Decade(double value, Func<double, double> round) => Math.Pow(10, round(Math.Log10(value) + (round == Math.Floor ? 1e-9 : -1e-9)));
}
