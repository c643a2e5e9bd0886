using EpidemicInference.Inference;

namespace EpidemicInference.Report;

/// <summary>The emulator's error bar against its true error, on logarithmic axes.</summary>
internal static class ErrorFigure
{
    public static Figure Draw(EmulatorAudit audit, double tolerance)
    {
        var canvas = new SvgCanvas(760, 520, "Predicted error against true error of emulated log-likelihoods");
        double smallestBar = audit.Points.Min(point => point.Bar);
        double ceiling = Decade(Math.Max(2 * tolerance, audit.LargestError), Math.Ceiling);
        double xFloor = Decade(smallestBar, Math.Floor);
        double yFloor = Decade(smallestBar / 100, Math.Floor);
        var frame = new PlotFrame(
            canvas, new Axis(xFloor, ceiling, 84, 744, Logarithmic: true), new Axis(yFloor, ceiling, 466, 14, Logarithmic: true));
        frame.DrawAxes("predicted error (error bar) of ln L", "true error of ln L", xTicks: 8, yTicks: 8);
        frame.Upright(tolerance, "tolerance", "line dashed neutral");
        frame.Line([xFloor, ceiling], [xFloor, ceiling], "line neutral");
        frame.Dots(Inside(audit, yFloor, covered: true), 2.6, "dot exact translucent");
        frame.Dots(Inside(audit, yFloor, covered: false), 2.6, "dot emulated translucent");
        frame.Legend(104, 38, ("dot exact", "within the error bar"), ("dot emulated", "beyond the error bar"), ("line neutral", "true error = error bar"));

        string caption = $"{audit.Points.Count} emulated samples of the chain, checked afterwards against the true likelihood (these calls are not part of the run's " +
            $"figures). The error bar, calibrated to hold 95.45 % of the errors, covers {audit.Coverage * 100:F1} %; {audit.ShareWithin(tolerance) * 100:F1} % of the true errors are " +
            $"below the tolerance of {tolerance:G3}, half of them below {audit.MedianError:G2}, the largest is {audit.LargestError:G2}. " +
            "Errors smaller than the axis are drawn at its edge.";
        return new Figure("errors", "Predicted against true emulation error", canvas.ToString(), caption);
    }

    private static IEnumerable<(double X, double Y)> Inside(EmulatorAudit audit, double floor, bool covered) =>
        audit.Points
            .Where(point => point.TrueError <= point.Bar == covered)
            .Select(point => (point.Bar, Math.Max(point.TrueError, floor)));

    private static double Decade(double value, Func<double, double> round) => Math.Pow(10, round(Math.Log10(value)));
}
