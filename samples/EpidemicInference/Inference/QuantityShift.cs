namespace EpidemicInference.Inference;

/// <summary>The difference of one quantity between the exact and the emulated run.</summary>
/// <param name="Quantity">The quantity.</param>
/// <param name="MeanInSd">|difference of the means| / exact posterior sd.</param>
/// <param name="MeanInMonteCarloError">|difference of the means| / its Monte-Carlo standard error, both runs' errors added in squares.</param>
/// <param name="SdDifference">|sd ratio - 1|.</param>
internal sealed record QuantityShift(Quantity Quantity, double MeanInSd, double MeanInMonteCarloError, double SdDifference)
{
    public static QuantityShift Of(QuantitySummary exact, QuantitySummary emulated)
    {
        double difference = Math.Abs(emulated.Mean - exact.Mean);
        return new QuantityShift(
            exact.Quantity,
            difference / exact.Sd,
            difference / Math.Sqrt(exact.MeanError * exact.MeanError + emulated.MeanError * emulated.MeanError),
            Math.Abs(emulated.Sd / exact.Sd - 1));
    }
}
