namespace SharedSource;

/// <summary>Quantiles of sorted numbers, interpolated between neighbours as NumPy and R (type 7) do by default.</summary>
internal static class SortedQuantile
{
    /// <summary>The number that a share of the sorted ones lies below; NaN where there are none.</summary>
    /// <param name="sorted">The numbers, ascending.</param>
    /// <param name="share">Range: 0 to 1.</param>
    public static double Of(ReadOnlySpan<double> sorted, double share)
    {
        if (sorted.IsEmpty)
            return double.NaN;
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]) : sorted[below];
    }
}
