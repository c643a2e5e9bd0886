using System.Globalization;
using EpidemicInference.Inference;
using EpidemicInference.Report;

namespace EpidemicInference.Output;

/// <summary>The tables that the program prints. Those of one seed are the same in every run, but for the wall times.</summary>
internal static class ResultText
{
    public static void Show(JobResult result, TextWriter output)
    {
        if (result.StoppedEarly)
            output.WriteLine("Stopped early; these are the results of the steps made until then.");
        if (result.Exact is null)
        {
            output.WriteLine("There were too few steps for results.");
            return;
        }

        Posterior(result).Show(output);
        Calls(result).Show(output);
        foreach (string sentence in Findings.Sentences(result))
            output.WriteLine(sentence);
        output.WriteLine();
        Times(result).Show(output);
    }

    /// <summary>Mean, sd and interval of every quantity in both runs, and how far they are apart.</summary>
    public static TextTable Posterior(JobResult result)
    {
        var table = new TextTable("Posterior", "quantity", "run", "mean", "sd", "95 % interval", "τ", "shift / sd", "shift / MC error", "sd ratio");
        foreach (Quantity quantity in Quantity.All)
        {
            string name = $"{quantity.Symbol} {quantity.Meaning}";
            if (result.Exact is { } exact)
                table.Add([name, "exact", .. Numbers(exact[quantity]), "", "", ""]);
            if (result is { Exact: not null, Emulated: { } emulated })
            {
                QuantityShift shift = QuantityShift.Of(result.Exact[quantity], emulated[quantity]);
                double ratio = emulated[quantity].Sd / result.Exact[quantity].Sd;
                table.Add(["", "emulated", .. Numbers(emulated[quantity]), Text($"{shift.MeanInSd:F3}"), Text($"{shift.MeanInMonteCarloError:F2}"), Text($"{ratio:F3}")]);
            }
        }

        return table;
    }

    /// <summary>What each run did.</summary>
    public static TextTable Calls(JobResult result)
    {
        var table = new TextTable("Calls", "run", "steps", "burn-in", "true calls", "emulated calls", "acceptance", "τ", "effective samples");
        foreach ((string name, RunResult run) in Runs(result))
        {
            table.Add(
                name, Text($"{run.Chain.Steps}"), Text($"{run.BurnIn}"), Text($"{run.TrueCalls}"), Text($"{run.EmulatedCalls}"),
                Text($"{run.Chain.Acceptance:F4}"), Text($"{run.AutocorrelationTime:F1}"), Text($"{run.Summaries.Min(summary => summary.EffectiveSamples):F0}"));
        }

        return table;
    }

    /// <summary>How long each run took.</summary>
    public static TextTable Times(JobResult result)
    {
        var table = new TextTable("Wall times", "run", "seconds", "ms per call");
        foreach ((string name, RunResult run) in Runs(result))
            table.Add(name, Text($"{run.Seconds:F2}"), Text($"{1000 * run.Seconds / Math.Max(1, run.TrueCalls + run.EmulatedCalls):F3}"));
        return table;
    }

    private static IEnumerable<(string Name, RunResult Run)> Runs(JobResult result)
    {
        if (result.Exact is not null)
            yield return ("exact", result.Exact);
        if (result.Emulated is not null)
            yield return ("emulated", result.Emulated);
    }

    private static string[] Numbers(QuantitySummary summary) =>
    [
        Text($"{summary.Mean:F4}"), Text($"{summary.Sd:F4}"), Text($"{summary.Low95:F3} to {summary.High95:F3}"), Text($"{summary.AutocorrelationTime:F1}"),
    ];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
