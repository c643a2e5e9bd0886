using MathNet.Numerics.Statistics;

namespace EpidemicInference.Inference;

/// <summary>The posterior distribution of one quantity in a few numbers.</summary>
/// <param name="Quantity">The quantity.</param>
/// <param name="Mean">The posterior mean.</param>
/// <param name="Sd">The posterior standard deviation.</param>
/// <param name="Low95">The 2.5 % quantile.</param>
/// <param name="High95">The 97.5 % quantile.</param>
/// <param name="AutocorrelationTime">The integrated autocorrelation time τ in steps.</param>
/// <param name="EffectiveSamples">Samples divided by τ.</param>
internal sealed record QuantitySummary(
    Quantity Quantity, double Mean, double Sd, double Low95, double High95, double AutocorrelationTime, double EffectiveSamples)
{
    /// <summary>The Monte-Carlo standard error of the mean: sd / √(effective samples).</summary>
    public double MeanError => Sd / Math.Sqrt(EffectiveSamples);

    /// <summary>Summarises samples whose autocorrelation time is known.</summary>
    public static QuantitySummary Of(Quantity quantity, double[] samples, double autocorrelationTime)
    {
        var sorted = (double[])samples.Clone();
        Array.Sort(sorted);
        (double mean, double sd) = ArrayStatistics.MeanStandardDeviation(samples);
        return new QuantitySummary(
            quantity, mean, sd,
            SortedArrayStatistics.Quantile(sorted, 0.025), SortedArrayStatistics.Quantile(sorted, 0.975),
            autocorrelationTime, samples.Length / autocorrelationTime);
    }
}
