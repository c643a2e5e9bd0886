namespace TorchSharp;

// Histograms with their edges.
public static partial class torch
{
    /// <summary>How many elements, or their weights, fall between edges at equal distances, and the edges.</summary>
    /// <param name="input">The elements; those outside the range are not counted.</param>
    /// <param name="bins">The number of intervals.</param>
    /// <param name="range">The first and last edge; the smallest and largest element when null.</param>
    /// <param name="weight">The weight of each element, of the input's shape; 1 when null.</param>
    /// <param name="density">Whether the result is a density, whose integral is 1.</param>
    public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, long bins, (double min, double max)? range = null, Tensor? weight = null,
        bool density = false) =>
        StatisticsOperators.HistogramByBinCt.Call2(input, bins, range is { } ends ? new[] { ends.min, ends.max } : null, weight, density);

    /// <summary>How many elements, or their weights, fall between the edges, and the edges.</summary>
    /// <param name="input">The elements; those outside are not counted.</param>
    /// <param name="bins">The edges in increasing order; the last interval holds its upper edge too.</param>
    /// <param name="weight">The weight of each element, of the input's shape; 1 when null.</param>
    /// <param name="density">Whether the result is a density, whose integral is 1.</param>
    public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, Tensor bins, Tensor? weight = null, bool density = false) =>
        StatisticsOperators.HistogramByBinsTensor.Call2(input, bins, weight, density);
}
