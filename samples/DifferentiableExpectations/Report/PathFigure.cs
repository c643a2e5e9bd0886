using DifferentiableExpectations.Demos;

namespace DifferentiableExpectations.Report;

/// <summary>What runs went through, over their steps.</summary>
internal static class PathFigure
{
    private const int Width = 760;
    private const int Height = 330;
    private const int MostPoints = 500;

    /// <summary>Draws the paths of all runs.</summary>
    /// <param name="result">The runs.</param>
    /// <param name="yTitle">What the paths show.</param>
    /// <param name="name">The legend of the paths.</param>
    /// <param name="second">The legend of the second quantity; null if it is not drawn.</param>
    /// <param name="prediction">What theory says, and its legend; null without.</param>
    /// <param name="level">A height to mark, and its note; null without.</param>
    /// <param name="range">The ends of the vertical axis; from the data if null.</param>
    /// <param name="caption">What is seen.</param>
    public static Figure Draw(
        DemoResult result, string yTitle, string name, string? second, (double[] Path, string Text)? prediction, (double Height, string Text)? level,
        (double Low, double High)? range, string caption)
    {
        string id = result.Demo.Name, title = result.Demo.Title;
        var canvas = new SvgCanvas(Width, Height, title);
        int length = result.Runs.Max(run => run.Path.Count);
        if (length < 2)
            return new Figure(id, title, canvas.ToString(), caption);
        IEnumerable<double> shown = result.Runs.SelectMany(run => second is null ? run.Path : run.Path.Concat(run.Second));
        if (prediction is { } theory)
            shown = shown.Concat(theory.Path);
        if (level is { } mark)
            shown = shown.Append(mark.Height);
        double low = range?.Low ?? shown.Min(), high = range?.High ?? shown.Max(), margin = range is null ? Math.Max(0.02, 0.06 * (high - low)) : 0;
        var frame = new PlotFrame(canvas, new Axis(0, length - 1, 64, Width - 16), new Axis(low - margin, high + margin, Height - 54, 14));
        frame.DrawAxes("step", yTitle);
        if (level is { } line)
            frame.Level(line.Height, line.Text, "line neutral dashed");
        string faint = result.Runs.Count > 1 ? " thin" : "";
        foreach (DemoRun run in result.Runs)
        {
            if (second is not null)
                Line(frame, run.Second, "line other" + faint, low - margin, high + margin);
            Line(frame, run.Path, "line run" + faint, low - margin, high + margin);
        }

        var legend = new List<(string, string)> { ("line run", result.Runs.Count > 1 ? $"{name}, {result.Runs.Count} seeds" : name) };
        if (second is not null)
            legend.Add(("line other", second));
        if (prediction is { } curve)
        {
            Line(frame, curve.Path[..Math.Min(length, curve.Path.Length)], "line neutral dashed", low - margin, high + margin);
            legend.Add(("line neutral dashed", curve.Text));
        }

        frame.Legend(Width - 300, Height - 64 - 18 * legend.Count, [.. legend]);
        return new Figure(id, title, canvas.ToString(), caption);
    }

    // So many points that the eye misses nothing, none outside the axes.
    private static void Line(PlotFrame frame, IReadOnlyList<double> path, string style, double low, double high)
    {
        int stride = Math.Max(1, path.Count / MostPoints);
        var steps = new List<double>();
        var values = new List<double>();
        for (int step = 0; step < path.Count; step += stride)
        {
            if (path[step] < low || path[step] > high)
                break;
            steps.Add(step);
            values.Add(path[step]);
        }

        frame.Line(steps, values, style);
    }
}
