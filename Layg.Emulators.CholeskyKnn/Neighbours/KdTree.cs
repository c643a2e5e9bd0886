namespace Layg.Emulators.CholeskyKnn.Neighbours;

/// <summary>
/// An immutable k-d tree: exact nearest neighbours in Euclidean distance. Safe to query from any number of threads.
/// </summary>
/// <remarks>
/// <para>
/// Neighbours come in the order of their squared distance as computed, Σ(qᵢ - pᵢ)² accumulated with fused multiply-adds in
/// the order of the components, and of their index where that is equal. Results are the same bit for bit on any processor and any number
/// of threads, and equal those of a <see cref="NeighbourIndex"/> over the same points.
/// </para>
/// <para>Squared distances must fit a <see cref="double"/>: beyond about 1e154 a distance is reported as infinite.</para>
/// <para><b>Source:</b> Bentley (1975), "Multidimensional binary search trees used for associative searching".</para>
/// </remarks>
public sealed class KdTree
{
    private readonly Forest _forest;

    /// <summary>Builds the tree in O(n log n).</summary>
    /// <param name="points">The points, row-major [count, dimension], finite; they are copied. May be empty.</param>
    /// <param name="dimension">Components of a point. Range: at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dimension"/> is below 1.</exception>
    /// <exception cref="ArgumentException">The table has no whole number of rows, or a component is NaN or infinite.</exception>
    public KdTree(ReadOnlySpan<double> points, int dimension)
    {
        PointArguments.CheckDimension(dimension);
        int count = PointArguments.CountRows(points, dimension, nameof(points));
        _forest = Forest.Plant(points, count, dimension);
    }

    /// <summary>Number of points.</summary>
    public int Count => _forest.Count;

    /// <summary>Components of a point.</summary>
    public int Dimension => _forest.Dimension;

    /// <summary>Finds the nearest points; their number is the length of the outputs. Allocates nothing.</summary>
    /// <param name="query">The query point, [dimension], finite.</param>
    /// <param name="indices">Receives the row numbers of the points found, nearest first, [k].</param>
    /// <param name="distances">Receives their Euclidean distances, [k].</param>
    /// <returns>The number of points found, min(k, <see cref="Count"/>); the rest of the outputs is left as it was.</returns>
    /// <exception cref="ArgumentException">The query has the wrong length or is not finite, or the outputs differ in length.</exception>
    public int Nearest(ReadOnlySpan<double> query, Span<int> indices, Span<double> distances)
    {
        PointArguments.CheckPoint(query, Dimension, nameof(query));
        PointArguments.CheckOutputs(indices.Length, distances.Length);
        return _forest.Nearest(query, indices, distances, SearchScratch.OfThread);
    }

    /// <summary>Finds the nearest points of many queries; faster per query than one call each.</summary>
    /// <param name="queries">The query points, row-major [q, dimension], finite.</param>
    /// <param name="k">Neighbours per query. Range: at least 0.</param>
    /// <param name="indices">Receives the row numbers, row-major [q, k]; -1 where there are fewer than k points.</param>
    /// <param name="distances">Receives the Euclidean distances, row-major [q, k]; infinity where there are fewer than k points.</param>
    /// <param name="maxDegreeOfParallelism">
    /// Threads to use at most: at least 1, or -1 for all processors. The result does not depend on it.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="k"/> or <paramref name="maxDegreeOfParallelism"/> is out of range.
    /// </exception>
    /// <exception cref="ArgumentException">A query is not finite, or a length does not fit.</exception>
    public void NearestBatch(
        ReadOnlySpan<double> queries, int k, Span<int> indices, Span<double> distances, int maxDegreeOfParallelism = 1)
    {
        PointArguments.CheckBatch(queries, Dimension, k, indices.Length, distances.Length, maxDegreeOfParallelism);
        BatchSearch.Run(_forest, queries, k, indices, distances, maxDegreeOfParallelism);
    }
}
