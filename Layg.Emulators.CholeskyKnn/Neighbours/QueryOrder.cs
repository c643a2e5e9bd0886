using System.Buffers;
using System.Runtime.InteropServices;

namespace Layg.Emulators.CholeskyKnn.Neighbours;

/// <summary>
/// Orders the queries of a batch so that neighbouring ones follow each other and find their part of the tree in the cache.
/// </summary>
internal static class QueryOrder
{
    /// <summary>The regions are subtrees of this height: 64 leaves, which fit the fastest caches.</summary>
    private const int RegionHeight = 2;

    /// <summary>Fills in the numbers of the queries, those of one region of the largest tree together.</summary>
    public static void Fill(Forest forest, ReadOnlySpan<double> queries, Span<int> order)
    {
        BoxTree? tree = forest.Trees.Length == 0 ? null : forest.Trees[0];
        int regions = tree?.NodeCount(RegionHeight) ?? 0;
        if (regions <= 1 || order.Length < regions)
        {
            for (int i = 0; i < order.Length; i++)
                order[i] = i;
            return;
        }

        int[] regionOf = ArrayPool<int>.Shared.Rent(order.Length);
        int[] next = ArrayPool<int>.Shared.Rent(regions + 1);
        try
        {
            SearchScratch scratch = SearchScratch.OfThread;
            next.AsSpan(0, regions + 1).Clear();
            for (int i = 0; i < order.Length; i++)
            {
                int region = tree!.HomeNode(ref MemoryMarshal.GetReference(queries[(i * forest.Dimension)..]), RegionHeight, scratch);
                regionOf[i] = region;
                next[region + 1]++;
            }

            for (int region = 0; region < regions; region++)
                next[region + 1] += next[region];
            for (int i = 0; i < order.Length; i++)
                order[next[regionOf[i]]++] = i;
        }
        finally
        {
            ArrayPool<int>.Shared.Return(regionOf);
            ArrayPool<int>.Shared.Return(next);
        }
    }
}
