using System.Globalization;
using EpidemicInference.Inference;
using Layg.Sampling;

namespace EpidemicInference.Report;

/// <summary>What came out, in a few sentences; the report and the console say the same ones.</summary>
internal static class Findings
{
    public static IReadOnlyList<string> Sentences(JobResult result)
    {
        var sentences = new List<string>();
        if (result.Exact is { } exact)
        {
            QuantitySummary r0 = exact[Quantity.R0];
            QuantitySummary time = exact[Quantity.TimeInBed];
            bool inside = r0.Mean is >= 3 and <= 4;
            sentences.Add(Text(
                $"R₀ = {r0.Mean:F2} (95 % interval {r0.Low95:F2} to {r0.High95:F2}) and a time in bed of {time.Mean:F2} days ({time.Low95:F2} to {time.High95:F2}). ") +
                Text($"Published analyses of these data find R₀ between about 3 and 4 and a time in bed near 2 days: our R₀ lies {(inside ? "inside" : "outside")} that range and our time in bed {(Math.Abs(time.Mean - 2) <= 0.5 ? "agrees" : "differs")}."));
        }

        double lengths = new[] { result.Exact, result.Emulated }.OfType<RunResult>().Select(run => run.KeptTimes).DefaultIfEmpty(double.PositiveInfinity).Min();
        if (lengths < AutocorrelationTime.TrustedLength)
        {
            sentences.Add(Text(
                $"The kept chain is only {lengths:F0} autocorrelation times long: below {AutocorrelationTime.TrustedLength:F0} the autocorrelation time and all Monte-Carlo errors are underestimated. Make more steps."));
        }

        if (result is { Comparison: { } comparison, Emulated: { } emulated, Exact: not null })
        {
            sentences.Add(Text(
                $"The emulated run needed {emulated.TrueCalls:N0} true likelihood calls where the exact one needed {result.Exact.TrueCalls:N0}: {100 * comparison.SavedShare:F1} % fewer."));
            sentences.Add(Text(
                $"Largest difference of a posterior mean: {comparison.MaxMeanShiftInSd:F3} posterior sd, which is {comparison.MaxMeanShiftInMonteCarloError:F2} Monte-Carlo errors; of a posterior sd: {100 * comparison.MaxSdDifference:F1} %."));
        }

        if (result.Audit is { Points.Count: > 0 } audit)
        {
            sentences.Add(Text(
                $"{audit.Points.Count} emulated answers checked afterwards: {100 * audit.Coverage:F1} % of the true errors are within the error bar (calibrated for 95.45 %), {100 * audit.ShareWithin(result.Settings.Tolerance):F1} % within the tolerance of {result.Settings.Tolerance:G3}."));
        }

        sentences.Add(Text(
            $"A Poisson likelihood would not do: around its best fit the counts scatter {result.Overdispersion.PearsonDispersion:F1} times as much as Poisson counts (Pearson χ² = {result.Overdispersion.ChiSquared:F0} on {result.Overdispersion.DegreesOfFreedom} degrees of freedom, p = {Scientific(result.Overdispersion.PValue)}), so its intervals would be about {Math.Sqrt(result.Overdispersion.PearsonDispersion):F1} times too narrow. The model takes a negative binomial and learns its dispersion."));
        return sentences;
    }

    private static string Scientific(double value)
    {
        int exponent = (int)Math.Floor(Math.Log10(value));
        return Text($"{value / Math.Pow(10, exponent):F0}·{Axis.PowerOfTen(exponent)}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
