using SharedSource;

namespace Layg.Calibration;

/// <summary>Quantiles of a sorted sample.</summary>
public static class Quantiles
{
    /// <summary>
    /// The conformal quantile: the value at the 1-based rank min(J, ceil(level (J + 1))) of J values. A fresh exchangeable value
    /// lies at or below it with at least the probability <paramref name="level"/> (as long as the rank is not capped).
    /// </summary>
    /// <param name="sorted">The sample, ascending; at least one value.</param>
    /// <param name="level">The probability. Range: 0 to 1, both excluded.</param>
    /// <remarks>Source: Vovk, Gammerman and Shafer 2005, Algorithmic Learning in a Random World (split form).</remarks>
    /// <exception cref="ArgumentException">The sample is empty, or the level is out of range.</exception>
    public static double Conformal(ReadOnlySpan<double> sorted, double level)
    {
        Require(sorted, level);
        int rank = (int)Math.Ceiling(level * (sorted.Length + 1.0));
        return sorted[Math.Min(rank, sorted.Length) - 1];
    }

    /// <summary>The quantile interpolated linearly between the two order statistics around the position level (J - 1).</summary>
    /// <param name="sorted">The sample, ascending; at least one value.</param>
    /// <param name="level">The probability. Range: 0 to 1, both excluded.</param>
    /// <exception cref="ArgumentException">The sample is empty, or the level is out of range.</exception>
    public static double Interpolated(ReadOnlySpan<double> sorted, double level)
    {
        Require(sorted, level);
        return SortedQuantile.Of(sorted, level);
    }

    private static void Require(ReadOnlySpan<double> sorted, double level)
    {
        if (sorted.IsEmpty)
            throw new ArgumentException("A quantile needs at least one value.", nameof(sorted));
        if (level is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "The level must lie between 0 and 1, both excluded.");
    }
}
