using Layg.Sampling;

namespace CosmologyInference.Inference;

/// <summary>One finished run: its draws and what they cost.</summary>
/// <param name="Name">Which method.</param>
/// <param name="Style">Its colour class in the report.</param>
/// <param name="Draws">The draws after the burn-in.</param>
/// <param name="AutocorrelationTime">The largest of the parameters, in steps.</param>
/// <param name="Acceptance">Share of accepted proposals.</param>
/// <param name="TrueCalls">True likelihood calls after each step.</param>
/// <param name="Seconds">Wall time.</param>
internal sealed record RunResult(
    string Name, string Style, SampleSet Draws, double AutocorrelationTime, double Acceptance, IReadOnlyList<long> TrueCalls, double Seconds)
{
    public double[] Mean { get; } = Draws.Mean();

    public double[] Deviation { get; } = [.. Enumerable.Range(0, Draws.Dimension).Select(k => Math.Sqrt(Draws.Covariance()[k, k]))];

    /// <summary>Draws that are as good as independent.</summary>
    public double EffectiveDraws => Draws.Count / AutocorrelationTime;

    /// <summary>The largest difference of a mean to another run's, in Monte-Carlo errors of that difference.</summary>
    public double MeanShift(RunResult other) => Enumerable.Range(0, Mean.Length).Max(k =>
        Math.Abs(Mean[k] - other.Mean[k]) / (other.Deviation[k] * Math.Sqrt((1 / EffectiveDraws) + (1 / other.EffectiveDraws))));

    /// <summary>The largest relative difference of a standard deviation to another run's, in Monte-Carlo errors of that difference.</summary>
    public double DeviationShift(RunResult other) => Enumerable.Range(0, Mean.Length).Max(k =>
        Math.Abs((Deviation[k] / other.Deviation[k]) - 1) / Math.Sqrt((0.5 / EffectiveDraws) + (0.5 / other.EffectiveDraws)));
}
