using EpidemicInference.Inference;

namespace EpidemicInference.Report;

/// <summary>Every pair and every marginal of the posterior: exact filled, emulated as lines.</summary>
internal static class CornerFigure
{
    private const double Cell = 162;
    private const double Gap = 20;
    private const double Left = 62;
    private const double Top = 14;
    private const int Bins = 44;
    private static readonly Quantity[] Shown = [Quantity.R0, Quantity.Beta, Quantity.Gamma, Quantity.Dispersion];

    public static Figure Draw(RunResult exact, RunResult? emulated)
    {
        double size = Left + Shown.Length * (Cell + Gap) + 10;
        var canvas = new SvgCanvas(size, size - 10, "Corner plot of the posterior, exact against emulated");
        double[][] exactValues = [.. Shown.Select(quantity => exact.Chain.Values(quantity, exact.BurnIn))];
        double[][]? emulatedValues = emulated is null ? null : [.. Shown.Select(quantity => emulated.Chain.Values(quantity, emulated.BurnIn))];
        (double Low, double High)[] ranges = [.. exactValues.Select(Range)];

        for (int row = 0; row < Shown.Length; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                double x = Left + column * (Cell + Gap);
                double y = Top + row * (Cell + Gap);
                var across = new Axis(ranges[column].Low, ranges[column].High, x, x + Cell);
                bool bottom = row == Shown.Length - 1;
                string? xTitle = bottom ? Label(Shown[column]) : null;
                if (row == column)
                    Marginal(canvas, across, y, exactValues[row], emulatedValues?[row], ranges[row], xTitle, bottom);
                else
                    Pair(canvas, across, y, row, column, exactValues, emulatedValues, ranges, xTitle);
            }
        }

        Legend(canvas, emulated is not null);
        return new Figure("corner", "Posterior, exact against emulated", canvas.ToString(), Caption(exact, emulated));
    }

    private static void Marginal(
        SvgCanvas canvas, Axis across, double top, double[] exact, double[]? emulated, (double Low, double High) range, string? xTitle, bool xLabels)
    {
        (double[] edges, double[] heights) = Histogram(exact, range);
        double[]? others = emulated is null ? null : Histogram(emulated, range).Heights;
        double highest = Math.Max(heights.Max(), others?.Max() ?? 0) * 1.08;
        var frame = new PlotFrame(canvas, across, new Axis(0, highest, top + Cell, top));
        frame.DrawAxes(xTitle, yTitle: null, xTicks: 3, grid: false, yLabels: false, xLabels: xLabels);
        frame.Steps(edges, heights, "fill exact medium", closed: true);
        frame.Steps(edges, heights, "line exact thin");
        if (others is not null)
            frame.Steps(edges, others, "line emulated");
    }

    private static void Pair(
        SvgCanvas canvas, Axis across, double top, int row, int column, double[][] exact, double[][]? emulated, (double Low, double High)[] ranges, string? xTitle)
    {
        var frame = new PlotFrame(canvas, across, new Axis(ranges[row].Low, ranges[row].High, top + Cell, top));
        frame.DrawAxes(xTitle, column == 0 ? Label(Shown[row]) : null, xTicks: 3, yTicks: 4, grid: false, yLabels: column == 0, xLabels: xTitle is not null);
        canvas.Line(across.Start, top, across.Start, top + Cell, "axis");
        var density = new DensityGrid(exact[column], exact[row], ranges[column], ranges[row]);
        frame.Contours(density.Region(0.95), "fill exact faint");
        frame.Contours(density.Region(0.5), "fill exact medium");
        if (emulated is null)
            return;
        var other = new DensityGrid(emulated[column], emulated[row], ranges[column], ranges[row]);
        frame.Contours(other.Region(0.95), "line emulated");
        frame.Contours(other.Region(0.5), "line emulated");
    }

    private static void Legend(SvgCanvas canvas, bool both)
    {
        double x = Left + 2 * (Cell + Gap) + 20;
        var frame = new PlotFrame(canvas, new Axis(0, 1, x, x + Cell), new Axis(0, 1, Top + Cell, Top));
        if (both)
            frame.Legend(x, Top + 24, ("fill exact core", "exact, 50 %"), ("fill exact faint", "exact, 95 %"), ("line emulated", "emulated, 50 % and 95 %"));
        else
            frame.Legend(x, Top + 24, ("fill exact core", "exact, 50 %"), ("fill exact faint", "exact, 95 %"));
    }

    private static string Caption(RunResult exact, RunResult? emulated)
    {
        QuantitySummary r0 = exact[Quantity.R0];
        string caption = $"The smallest regions that hold 50 % and 95 % of the samples. R₀ is {r0.Mean:F2} with the 95 % interval {r0.Low95:F2} to {r0.High95:F2}.";
        if (emulated is null)
            return caption;
        Comparison comparison = Comparison.Of(exact, emulated);
        return caption + $" Exact and emulated agree: no mean differs by more than {comparison.MaxMeanShiftInSd:F3} posterior standard deviations " +
            $"({comparison.MaxMeanShiftInMonteCarloError:F1} Monte-Carlo errors) and no standard deviation by more than {comparison.MaxSdDifference * 100:F1} %.";
    }

    private static string Label(Quantity quantity) =>
        ReferenceEquals(quantity, Quantity.Beta) || ReferenceEquals(quantity, Quantity.Gamma) ? quantity.Symbol + " / day⁻¹" : quantity.Symbol;

    private static (double Low, double High) Range(double[] values)
    {
        var sorted = (double[])values.Clone();
        Array.Sort(sorted);
        double low = sorted[(int)(0.002 * (sorted.Length - 1))];
        double high = sorted[(int)(0.993 * (sorted.Length - 1))];
        double margin = 0.12 * (high - low);
        return (Math.Max(0, low - margin), high + margin);
    }

    private static (double[] Edges, double[] Heights) Histogram(double[] values, (double Low, double High) range)
    {
        var heights = new double[Bins];
        foreach (double value in values)
        {
            int bin = (int)Math.Floor((value - range.Low) / (range.High - range.Low) * Bins);
            if (bin is >= 0 and < Bins)
                heights[bin] += 1.0 / values.Length;
        }

        return ([.. Enumerable.Range(0, Bins + 1).Select(i => range.Low + i * (range.High - range.Low) / Bins)], heights);
    }
}
