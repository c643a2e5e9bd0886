using System.Runtime.InteropServices;

namespace Layg.Emulators.CholeskyKnn.Neighbours;

/// <summary>A set of points held by trees over consecutive runs, largest first, and a tail of points not yet in a tree.</summary>
/// <param name="Trees">The trees; their sizes fall.</param>
/// <param name="Tail">The points after those in trees; null when there are none.</param>
/// <param name="TailStart">Index of the first point in the tail: the number of points in trees.</param>
/// <param name="Count">Number of points.</param>
/// <param name="Dimension">Components of a point.</param>
internal sealed record Forest(BoxTree[] Trees, TailBlocks? Tail, int TailStart, int Count, int Dimension)
{
    /// <summary>A forest of at most one tree.</summary>
    public static Forest Plant(ReadOnlySpan<double> points, int count, int dimension) =>
        new(count == 0 ? [] : [BoxTreeBuilder.Build(points, dimension, 0)], null, count, count, dimension);

    /// <summary>Finds the nearest points of a query that has been checked.</summary>
    public int Nearest(ReadOnlySpan<double> query, Span<int> indices, Span<double> distances, SearchScratch scratch)
    {
        if (indices.Length == 0 || Count == 0)
            return 0;
        CandidateList best = scratch.Best;
        best.Reset(Math.Min(indices.Length, Count));
        ref double first = ref MemoryMarshal.GetReference(query);
        foreach (BoxTree tree in Trees)
            tree.Search(ref first, scratch);
        Tail?.Search(ref first, Count - TailStart, TailStart, best);
        return best.CopyTo(indices, distances);
    }
}
