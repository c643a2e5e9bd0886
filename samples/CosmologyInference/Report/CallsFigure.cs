using CosmologyInference.Inference;

namespace CosmologyInference.Report;

/// <summary>True likelihood calls over the run.</summary>
internal static class CallsFigure
{
    private const int Places = 200;

    public static Figure Draw(IReadOnlyList<RunResult> runs)
    {
        var canvas = new SvgCanvas(760, 330, "True likelihood calls over the run");
        int steps = runs[0].TrueCalls.Count;
        double most = runs.Max(run => run.TrueCalls[^1]);
        double least = runs.Min(run => run.TrueCalls[0]);
        var frame = new PlotFrame(canvas, new Axis(1, steps, 64, 744, Logarithmic: true), new Axis(Math.Max(1, least / 1.5), most * 1.6, 276, 14, Logarithmic: true));
        frame.DrawAxes("steps", "true calls so far");
        int[] places = [.. Enumerable.Range(0, Places).Select(i => (int)Math.Round(Math.Pow(steps, i / (Places - 1.0)))).Distinct()];
        foreach (RunResult run in runs)
            frame.Line([.. places.Select(step => (double)step)], [.. places.Select(step => (double)run.TrueCalls[step - 1])], $"line {run.Style}");
        frame.Legend(90, 40, [.. runs.Select(run => ($"line {run.Style}", $"{run.Name}: {run.TrueCalls[^1]:N0}"))]);
        const string Caption = "All runs are exact until their emulator has learnt its first points. Then the emulated ones call the likelihood only where the predicted error is too large, which for the Gaussian process is hardly anywhere; delayed " +
            "acceptance goes on calling it for each proposal that its emulator would accept, and in return draws from the exact posterior whatever the emulator's errors.";
        return new Figure("calls", "What the answers cost", canvas.ToString(), Caption);
    }
}
