namespace EpidemicInference.Inference;

/// <summary>How far the emulated posterior is from the exact one.</summary>
/// <param name="Shifts">The difference of each compared quantity.</param>
/// <param name="SavedShare">The share of true likelihood calls that the emulated run did not need.</param>
internal sealed record Comparison(IReadOnlyList<QuantityShift> Shifts, double SavedShare)
{
    /// <summary>The largest difference of a mean in units of the exact posterior's standard deviation.</summary>
    public double MaxMeanShiftInSd => Shifts.Max(shift => shift.MeanInSd);

    /// <summary>The largest difference of a mean in units of its Monte-Carlo standard error.</summary>
    public double MaxMeanShiftInMonteCarloError => Shifts.Max(shift => shift.MeanInMonteCarloError);

    /// <summary>The largest relative difference of a standard deviation.</summary>
    public double MaxSdDifference => Shifts.Max(shift => shift.SdDifference);

    public static Comparison Of(RunResult exact, RunResult emulated) => new(
        [.. Quantity.Compared.Select(quantity => QuantityShift.Of(exact[quantity], emulated[quantity]))],
        1 - (double)emulated.TrueCalls / exact.TrueCalls);
}
