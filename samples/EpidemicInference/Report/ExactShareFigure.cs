using EpidemicInference.Inference;

namespace EpidemicInference.Report;

/// <summary>The share of calls that needed the true likelihood, over the course of the emulated run.</summary>
internal static class ExactShareFigure
{
    private const int Groups = 60;

    public static Figure Draw(RunResult emulated, double savedShare)
    {
        var canvas = new SvgCanvas(760, 330, "Share of exact calls over the run");
        IReadOnlyList<CallCounts> history = emulated.History;
        int groups = Math.Min(Groups, history.Count);
        var edges = new double[groups + 1];
        var shares = new double[groups];
        var before = new CallCounts(0, 0);
        for (int group = 0; group < groups; group++)
        {
            CallCounts until = history[(int)((long)(group + 1) * history.Count / groups) - 1];
            shares[group] = Share(until - before);
            edges[group + 1] = (until.Exact + until.Emulated) / 1000.0;
            before = until;
        }

        var frame = new PlotFrame(canvas, new Axis(0, edges[^1], 64, 744), new Axis(0, 100, 276, 14));
        frame.DrawAxes("likelihood calls so far, thousands", "answered exactly, %", xTicks: 8);
        frame.Steps(edges, shares, "fill exact medium", closed: true);
        frame.Steps(edges, shares, "line exact");
        double total = Share(history[^1]);
        frame.Level(total, $"whole run: {total:F1} %", "line emulated dashed");

        int tail = Math.Max(1, groups / 10);
        string caption = $"The emulator takes over once it has learnt its first points. {emulated.TrueCalls:N0} of {emulated.TrueCalls + emulated.EmulatedCalls:N0} calls " +
            $"solved the differential equation, {savedShare * 100:F1} % fewer than in the exact run; in the last tenth of the run the share is " +
            $"{shares[^tail..].Average():F1} %. Proposals outside the prior's limits need no call and are not counted.";
        return new Figure("exact-share", "Fraction of exact calls over time", canvas.ToString(), caption);
    }

    private static double Share(CallCounts counts) =>
        counts.Exact + counts.Emulated == 0 ? 0 : 100.0 * counts.Exact / (counts.Exact + counts.Emulated);
}
