using CosmologyInference.Inference;
using CosmologyInference.Model;
using Layg.Calibration;

namespace CosmologyInference.Report;

/// <summary>Every pair and every marginal of the posterior: exact filled, the other runs as lines.</summary>
internal static class PosteriorFigure
{
    private const double Cell = 206;
    private const double Gap = 24;
    private const double Left = 74;
    private const double Top = 14;
    private const int Bins = 40;

    public static Figure Draw(IReadOnlyList<RunResult> runs)
    {
        int count = CosmologyModel.Dimension;
        var canvas = new SvgCanvas(Left + (count * (Cell + Gap)), Top + (count * (Cell + Gap)) + 30, "Corner plot of the posterior");
        (double Low, double High)[] ranges = [.. Enumerable.Range(0, count).Select(k => Range(runs[0].Draws.Parameter(k)))];
        for (int row = 0; row < count; row++)
        {
            for (int column = 0; column <= row; column++)
                DrawCell(canvas, runs, ranges, row, column);
        }

        double x = Left + (2 * (Cell + Gap)) - 30;
        var legend = new PlotFrame(canvas, new Axis(0, 1, x, x + Cell), new Axis(0, 1, Top + Cell, Top));
        legend.Legend(x, Top + 30, [("fill exact core", "exact"), .. runs.Skip(1).Select(run => ($"line {run.Style}", run.Name))]);
        RunResult exact = runs[0];
        string caption = $"Smallest regions with 68 % and 95 % of the draws, and marginals. The data were drawn from Ωₘ = {SimulatedSurvey.Truth[0]}, w = {SimulatedSurvey.Truth[1]}; " +
            $"the exact posterior has Ωₘ = {exact.Mean[0]:F3} ± {exact.Deviation[0]:F3} and w = {exact.Mean[1]:F2} ± {exact.Deviation[1]:F2}.";
        return new Figure("posterior", "Posterior, five times", canvas.ToString(), caption);
    }

    private static void DrawCell(SvgCanvas canvas, IReadOnlyList<RunResult> runs, (double Low, double High)[] ranges, int row, int column)
    {
        double left = Left + (column * (Cell + Gap));
        double top = Top + (row * (Cell + Gap));
        bool bottom = row == CosmologyModel.Dimension - 1;
        var across = new Axis(ranges[column].Low, ranges[column].High, left, left + Cell);
        string? xTitle = bottom ? CosmologyModel.Names[column] : null;
        if (row == column)
        {
            double[][] heights = [.. runs.Select(run => Histogram(run.Draws.Parameter(row), ranges[row]))];
            double[] edges = [.. Enumerable.Range(0, Bins + 1).Select(i => ranges[row].Low + (i * (ranges[row].High - ranges[row].Low) / Bins))];
            var marginal = new PlotFrame(canvas, across, new Axis(0, 1.08 * heights.Max(h => h.Max()), top + Cell, top));
            marginal.DrawAxes(xTitle, null, xTicks: 4, grid: false, yLabels: false, xLabels: bottom);
            marginal.Steps(edges, heights[0], "fill exact medium", closed: true);
            for (int i = 1; i < runs.Count; i++)
                marginal.Steps(edges, heights[i], $"line thin {runs[i].Style}");
            return;
        }

        var pair = new PlotFrame(canvas, across, new Axis(ranges[row].Low, ranges[row].High, top + Cell, top));
        pair.DrawAxes(xTitle, column == 0 ? CosmologyModel.Names[row] : null, xTicks: 4, yTicks: 4, grid: false, yLabels: column == 0, xLabels: bottom);
        canvas.Line(left, top, left, top + Cell, "axis");
        for (int i = 0; i < runs.Count; i++)
        {
            var density = new DensityGrid(runs[i].Draws.Parameter(column), runs[i].Draws.Parameter(row), ranges[column], ranges[row]);
            pair.Contours(density.Region(0.95), i == 0 ? "fill exact faint" : $"line thin {runs[i].Style}");
            pair.Contours(density.Region(0.68), i == 0 ? "fill exact medium" : $"line thin {runs[i].Style}");
        }
    }

    private static (double Low, double High) Range(double[] values)
    {
        double[] sorted = [.. values.Order()];
        double low = Quantiles.Interpolated(sorted, 0.002);
        double high = Quantiles.Interpolated(sorted, 0.998);
        double margin = 0.08 * (high - low);
        return (low - margin, high + margin);
    }

    private static double[] Histogram(double[] values, (double Low, double High) range)
    {
        var heights = new double[Bins];
        foreach (double value in values)
        {
            int bin = (int)Math.Floor((value - range.Low) / (range.High - range.Low) * Bins);
            if (bin is >= 0 and < Bins)
                heights[bin] += 1.0 / values.Length;
        }

        return heights;
    }
}
