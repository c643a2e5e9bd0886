using System.Globalization;
using Showcase.Comparing;
using Showcase.Policies;
using Showcase.Refining;
using Showcase.Tuning;

namespace Showcase.Report;

/// <summary>The main figures, for the page and the console alike.</summary>
internal static class Findings
{
    public static IEnumerable<(string Name, string Value)> Figures(ShowcaseResult result)
    {
        Finalist winner = result.Verification.Finalists[0];
        yield return ("settings tried while tuning", Text($"{result.Calls.Count}"));
        yield return ("answered by the emulator", Text($"{result.Emulated} ({100 * result.EmulatedShare:F0} %)"));
        yield return ("answered exactly", Text($"{result.Calls.Count - result.Emulated}"));
        yield return ("default setting", HyperParameters.Default.ToString());
        yield return ("tuned setting", winner.Parameters.ToString());
        yield return ("its value while tuning", Text($"{winner.Answer:F0} ({(winner.IsEmulated ? "emulated" : "exact")})"));
        yield return ("its exact value, verified", Text($"{winner.Exact:F0}; {winner.Fresh:F0} at other seeds"));
        if (result.Verification.Coverage is { } coverage)
            yield return ("emulated answers within their error", Text($"{100 * coverage:F0} % of {result.Verification.Calibration.Count}"));
        yield return ("mean return, default", Interval(result.Comparison.Default));
        yield return ("mean return, tuned", Interval(result.Comparison.Tuned));
        yield return ("95 % intervals", result.Comparison.IsSeparated ? "apart" : "overlap");
        yield return ("policy before the refinement", Text($"{result.Refinement.Before:F1}"));
        yield return ("policy after the refinement", result.Refinement.After is { } after ? Text($"{after:F1}{(after > result.Refinement.Before ? "" : "; no gain, so it stays as it was")}") : $"left out: {result.Refinement.LeftOut}");
    }

    public static IEnumerable<string> Sentences(ShowcaseResult result)
    {
        Comparison comparison = result.Comparison;
        yield return Text($"Of {result.Calls.Count} settings that L2L asked for, the emulator answered {result.Emulated} ({100 * result.EmulatedShare:F0} %); {result.Calls.Count - result.Emulated} were evaluated, each by {result.Settings.SearchesPerFitness} policy searches. That saved {result.Emulated * result.Settings.SearchesPerFitness:N0} of {result.Calls.Count * result.Settings.SearchesPerFitness:N0} searches.");
        if (result.Verification.Coverage is { } coverage)
            yield return Text($"{100 * coverage:F0} % of {result.Verification.Calibration.Count} emulated answers that were checked lie within the error predicted for them, which is meant to hold for 95 %. The best settings were evaluated exactly before one was chosen.");
        yield return Text($"Over {comparison.Tuned.Returns.Length} fresh seeds the tuned setting earns {Interval(comparison.Tuned)} and the default {Interval(comparison.Default)}: the 95 % intervals {(comparison.IsSeparated ? "do not overlap" : "overlap")}.");
        Refinement refinement = result.Refinement;
        yield return refinement.After is { } after
            ? Text($"EvoGrad took the best policy from {refinement.Before:F1} to {after:F1}, over the same fresh episodes.") + (after > refinement.Before ? "" : " That is no gain, and the policy stays as it was.")
            : $"The refinement was left out: {refinement.LeftOut}.";
    }

    private static string Interval(ComparedSetting setting) => Text($"{setting.Interval.Estimate:F0} ({setting.Interval.Lower:F0} to {setting.Interval.Upper:F0})");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
