namespace L2L;

/// <summary>Normal noise on a benchmark function.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="StandardDeviation">The standard deviation. Range: not negative.</param>
public sealed record FunctionNoise(double Mean = 0, double StandardDeviation = 0.01)
{
    internal void Validate()
    {
        OptionCheck.Require(double.IsFinite(Mean), nameof(Mean), Mean, "finite");
        OptionCheck.NotNegative(StandardDeviation, nameof(StandardDeviation));
    }
}
