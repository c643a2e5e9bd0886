using DifferentiableExpectations.Demos;

namespace DifferentiableExpectations.Report;

/// <summary>The interference landscape with the distributions that different expectations led to.</summary>
internal static class LandscapeFigure
{
    private const int Width = 760;
    private const int Height = 380;

    public static Figure Draw(IReadOnlyList<DemoResult> results)
    {
        const string Title = "Where the distributions went on the interference landscape";
        var canvas = new SvgCanvas(Width, Height, Title);
        var frame = new PlotFrame(canvas, new Axis(-1, 12, 64, Width - 16), new Axis(-6, 17, Height - 54, 14));
        frame.DrawAxes("x", "5 sin(0.2 x) sin(20 x)");
        double[] xs = [.. Enumerable.Range(0, 2601).Select(i => -1 + i * 0.005)];
        frame.Line(xs, [.. xs.Select(Landscape.Wave)], "line curve faint");
        var legend = new List<(string, string)> { ("line neutral dashed", "at the start") };
        Bell(frame, LineDemo.Start, 4, "line neutral dashed");
        foreach ((string name, string style, string text) in ((string, string, string)[])
            [("interference", "line neutral", "expected value"), ("variance", "line run", "variance"), ("entropy", "line other", "entropy")])
        {
            if (results.FirstOrDefault(result => result.Demo.Name == name) is not { Runs.Count: > 0 } result)
                continue;
            // Of different heights, since two of them end at the same place.
            Bell(frame, result.Runs[0].Path[^1], 4 - 0.7 * legend.Count, style);
            legend.Add((style, $"maximised {text}"));
        }

        frame.Legend(76, 30, [.. legend]);
        return new Figure("landscape", Title, canvas.ToString(),
            "The bells are the densities of the distributions, drawn above the landscape, of different heights to tell them apart. The expected value is 0 wherever a bell stands, so its gradient is noise and the mean strays; the spread of behaviour is largest at 5π/2 = 7.85, which its variance and its entropy find.");
    }

    private static void Bell(PlotFrame frame, double mean, double height, string style)
    {
        double[] xs = [.. Enumerable.Range(0, 201).Select(i => mean + (i - 100) * 0.02)];
        frame.Line(xs, [.. xs.Select(x => 5.5 + height * Math.Exp(-0.5 * Math.Pow((x - mean) / LineDemo.Sigma, 2)))], style);
    }
}
