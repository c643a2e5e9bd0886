using System.Text.Json;
using System.Text.Json.Nodes;
using EpidemicInference.Inference;

namespace EpidemicInference.Output;

/// <summary>The figures of a run as JSON. A run that an early stop left out is null.</summary>
internal static class FiguresJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Write(JobResult result)
    {
        JsonObject? emulated = Run(result.Emulated);
        emulated?.Add("emulatedCalls", result.Emulated!.EmulatedCalls);
        var root = new JsonObject
        {
            ["exact"] = Run(result.Exact),
            ["emulated"] = emulated,
            ["maxMeanShiftInSd"] = result.Comparison?.MaxMeanShiftInSd,
            ["maxMeanShiftInMonteCarloError"] = result.Comparison?.MaxMeanShiftInMonteCarloError,
            ["maxSdDifference"] = result.Comparison?.MaxSdDifference,
            ["savedShare"] = result.Comparison?.SavedShare,
            ["errorBarCoverage"] = result.Audit?.Coverage,
            ["stoppedEarly"] = result.StoppedEarly,
            ["settings"] = new JsonObject
            {
                ["seed"] = result.Settings.Seed,
                ["walkers"] = result.Settings.Walkers,
                ["steps"] = result.Settings.Steps,
                ["tolerance"] = result.Settings.Tolerance,
            },
        };
        return root.ToJsonString(Indented) + "\n";
    }

    private static JsonObject? Run(RunResult? run) => run is null ? null : new JsonObject
    {
        ["trueCalls"] = run.TrueCalls,
        ["seconds"] = Math.Round(run.Seconds, 3),
        ["mean"] = Numbers(run, summary => summary.Mean),
        ["sd"] = Numbers(run, summary => summary.Sd),
        ["acceptance"] = run.Chain.Acceptance,
        ["autocorrelationTime"] = run.AutocorrelationTime,
    };

    private static JsonObject Numbers(RunResult run, Func<QuantitySummary, double> number)
    {
        var numbers = new JsonObject();
        foreach (Quantity quantity in Quantity.Compared)
            numbers[quantity.Key] = number(run[quantity]);
        return numbers;
    }
}
