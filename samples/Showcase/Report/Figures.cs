using System.Globalization;
using Showcase.Comparing;
using Showcase.Refining;
using Showcase.Tuning;

namespace Showcase.Report;

/// <summary>The drawings of the report.</summary>
internal static class Figures
{
    private const int Blue = 0;
    private const int Orange = 1;
    private const int Green = 2;

    /// <summary>All answers in their order, and the best so far.</summary>
    public static Figure History(ShowcaseResult result)
    {
        var calls = result.Calls.Select((call, i) => (Number: i + 1.0, call.Value, call.IsEmulated)).ToList();
        double best = double.NegativeInfinity;
        double[] bests = [.. calls.Select(call => best = Math.Max(best, call.Value))];
        var chart = new LineChart("Value of each setting that was tried", "settings tried", "mean return",
        [
            Dots("exact", Blue, calls.Where(call => !call.IsEmulated).Select(call => (call.Number, call.Value))),
            Dots("emulated", Orange, calls.Where(call => call.IsEmulated).Select(call => (call.Number, call.Value))),
            new ChartSeries("best so far", [.. calls.Select(call => call.Number)], bests) { Colour = Green },
        ]);
        return new Figure("search-history", "The search for hyper-parameters", chart.ToSvg(), "Each dot is a setting that L2L asked for, with the answer that it got: from policy searches or from the emulator.");
    }

    /// <summary>Exact and emulated answers in each generation.</summary>
    public static Figure Shares(ShowcaseResult result)
    {
        var generations = result.Calls.GroupBy(call => call.Generation).OrderBy(group => group.Key).ToList();
        double[] numbers = [.. generations.Select(group => group.Key + 1.0)];
        var chart = new LineChart("Exact and emulated answers by generation", "generation", "settings",
        [
            new ChartSeries("exact", numbers, [.. generations.Select(group => (double)group.Count(call => !call.IsEmulated))]) { Colour = Blue },
            new ChartSeries("emulated", numbers, [.. generations.Select(group => (double)group.Count(call => call.IsEmulated))]) { Colour = Orange },
        ]);
        string caption = string.Create(
            CultureInfo.InvariantCulture,
            $"The emulator learns as the search goes on: {result.Calls.Count - result.Emulated} exact evaluations for {result.Calls.Count} settings; {generations[0].Count(call => !call.IsEmulated)} in the first generation, {generations[^1].Count(call => !call.IsEmulated)} in the last.");
        return new Figure("exact-runs", "Exact runs fall as generations pass", chart.ToSvg(), caption);
    }

    /// <summary>Emulated answers against the truth.</summary>
    public static Figure Calibration(Verification verification)
    {
        List<CheckedAnswer> answers = [.. verification.Calibration.OrderBy(answer => answer.Answer)];
        double[] ends = [answers[0].Answer, answers[^1].Answer];
        double[] xs = [.. answers.Select(answer => answer.Answer)];
        var chart = new LineChart("Exact values over emulated ones", "emulated value", "exact value",
        [
            new ChartSeries("predicted error, two standard deviations", xs, xs) { Low = [.. answers.Select(a => a.Answer - a.Error)], High = [.. answers.Select(a => a.Answer + a.Error)], Colour = Orange },
            Dots("exact value", Blue, answers.Select(answer => (answer.Answer, answer.Exact))),
            new ChartSeries("equal", ends, ends) { Colour = Green },
        ]);
        string caption = string.Create(
            CultureInfo.InvariantCulture,
            $"Emulated answers that were evaluated afterwards. {100 * verification.Coverage:F0} % of the exact values lie within the error that was predicted when the answer was given; 95 % are meant to. The search moves to where settings are better and their values rougher; every exact value is compared with the prediction made before it, and widens the errors predicted from then on.");
        return new Figure("calibration", "Can the emulator be trusted?", chart.ToSvg(), caption);
    }

    /// <summary>The mean learning curves of the default and of the tuned setting.</summary>
    public static Figure LearningCurves(Comparison comparison)
    {
        var chart = new LineChart("Learning curves of default and tuned setting", "generation of the policy search", "mean return",
            [Curve("default", Blue, comparison.Default), Curve("tuned", Orange, comparison.Tuned)]);
        return new Figure(
            "learning-curves", "Tuned against default", chart.ToSvg(),
            $"The mean return of each generation, over {comparison.Tuned.Returns.Length} fresh seeds, with 95 % bootstrap bands.");
    }

    /// <summary>The mean return while the policy is refined.</summary>
    public static Figure Refinement(Refinement refinement)
    {
        double[] generations = [.. refinement.Curve.Select(point => (double)point.Generation)];
        double[] returns = [.. refinement.Curve.Select(point => point.MeanReturn)];
        var chart = new LineChart("Mean return while the policy is refined", "generation", "mean return", [new ChartSeries("mean of the search", generations, returns) { Colour = Green }])
        {
            Levels = [(refinement.Before, "the policy before")],
        };
        return new Figure("refinement", "The refinement", chart.ToSvg(), "The mean return of the policy that is the search's mean, over the same fresh episodes each time.");
    }

    private static ChartSeries Dots(string name, int colour, IEnumerable<(double X, double Y)> points)
    {
        List<(double X, double Y)> all = [.. points];
        return new ChartSeries(name, [.. all.Select(point => point.X)], [.. all.Select(point => point.Y)]) { Dots = true, Colour = colour };
    }

    private static ChartSeries Curve(string name, int colour, ComparedSetting setting) =>
        new(name, [.. setting.Curve.Estimate.Select((_, i) => i + 1.0)], setting.Curve.Estimate) { Low = setting.Curve.Lower, High = setting.Curve.Upper, Colour = colour };
}
