namespace Layg.Emulators.CholeskyKnn.Neighbours;

/// <summary>
/// A persistent index of exact nearest neighbours that grows: an insertion returns a new index and leaves the old one as it was.
/// </summary>
/// <remarks>
/// <para>
/// The logarithmic method: static trees over consecutive runs of points, whose sizes fall geometrically, and a tail of at most 255
/// points that is scanned. A full tail becomes a tree and takes in the trees that are not much larger, so an insertion costs
/// O(log² n) amortised.
/// Indexes of one line of insertions share their memory; a second insertion into the same index starts a line of its own.
/// </para>
/// <para>
/// Every index may be queried from any number of threads, also while others insert. It answers exactly, and bit for bit as an index
/// built afresh over the same points: neighbours come in the order of their squared distance as computed, and of their index where
/// that is equal. Squared distances must fit a <see cref="double"/>: beyond about 1e154 a distance is reported as infinite.
/// </para>
/// <para><b>Source:</b> Bentley and Saxe (1980), "Decomposable searching problems I: static-to-dynamic transformation".</para>
/// </remarks>
public sealed class NeighbourIndex
{
    /// <summary>
    /// Every tree is more than this many times larger than the points after it. Against the usual 1 it doubles the cost of an insertion,
    /// still a microsecond or two, but leaves half the trees, so queries take a quarter to a third less.
    /// </summary>
    private const int SizeRatio = 4;

    private readonly PointStore _store;
    private readonly Forest _forest;

    private NeighbourIndex(PointStore store, Forest forest)
    {
        _store = store;
        _forest = forest;
    }

    /// <summary>Number of points.</summary>
    public int Count => _forest.Count;

    /// <summary>Components of a point.</summary>
    public int Dimension => _forest.Dimension;

    /// <summary>Builds an index in O(n log n).</summary>
    /// <param name="points">The points, row-major [count, dimension], finite; they are copied. May be empty.</param>
    /// <param name="dimension">Components of a point. Range: at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dimension"/> is below 1.</exception>
    /// <exception cref="ArgumentException">The table has no whole number of rows, or a component is NaN or infinite.</exception>
    public static NeighbourIndex Build(ReadOnlySpan<double> points, int dimension)
    {
        PointArguments.CheckDimension(dimension);
        int count = PointArguments.CountRows(points, dimension, nameof(points));
        return new NeighbourIndex(PointStore.Create(points, dimension), Forest.Plant(points, count, dimension));
    }

    /// <summary>The index with one more point, whose number is this index's <see cref="Count"/>.</summary>
    /// <param name="point">The point, [dimension], finite; it is copied.</param>
    /// <exception cref="ArgumentException">The point has the wrong length or is not finite.</exception>
    public NeighbourIndex Insert(ReadOnlySpan<double> point)
    {
        PointArguments.CheckPoint(point, Dimension, nameof(point));
        int count = Count;
        bool claimed = _store.TryClaim(count);
        PointStore store = claimed ? _store.Append(count, point) : _store.CopyAndAppend(count, point);

        TailBlocks tail = _forest.Tail switch
        {
            null => new TailBlocks(Dimension),
            { } shared when claimed => shared,
            { } shared => shared.Copy(),
        };
        int position = count - _forest.TailStart;
        tail.Write(position, point);
        Forest grown = position + 1 < TailBlocks.Capacity
            ? _forest with { Tail = tail, Count = count + 1 }
            : Merge(store, count + 1);
        return new NeighbourIndex(store, grown);
    }

    /// <summary>The components of a point.</summary>
    /// <param name="index">The point's number. Range: 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point.</exception>
    public ReadOnlySpan<double> Point(int index)
    {
        if ((uint)index >= (uint)Count)
            throw new ArgumentOutOfRangeException(nameof(index), index, $"The index holds points 0 to {Count - 1}.");
        return _store.Rows(index, index + 1);
    }

    /// <inheritdoc cref="KdTree.Nearest"/>
    public int Nearest(ReadOnlySpan<double> query, Span<int> indices, Span<double> distances)
    {
        PointArguments.CheckPoint(query, Dimension, nameof(query));
        PointArguments.CheckOutputs(indices.Length, distances.Length);
        return _forest.Nearest(query, indices, distances, SearchScratch.OfThread);
    }

    /// <inheritdoc cref="KdTree.NearestBatch"/>
    public void NearestBatch(
        ReadOnlySpan<double> queries, int k, Span<int> indices, Span<double> distances, int maxDegreeOfParallelism = 1)
    {
        PointArguments.CheckBatch(queries, Dimension, k, indices.Length, distances.Length, maxDegreeOfParallelism);
        BatchSearch.Run(_forest, queries, k, indices, distances, maxDegreeOfParallelism);
    }

    /// <summary>Puts the tail and the trees that are not much larger into one tree.</summary>
    private Forest Merge(PointStore store, int count)
    {
        BoxTree[] trees = _forest.Trees;
        int kept = trees.Length;
        int start = _forest.TailStart;
        while (kept > 0 && trees[kept - 1].Count <= SizeRatio * (long)(count - start))
        {
            kept--;
            start -= trees[kept].Count;
        }

        BoxTree merged = BoxTreeBuilder.Build(store.Rows(start, count), Dimension, start);
        return new Forest([.. trees[..kept], merged], null, count, count, Dimension);
    }
}
