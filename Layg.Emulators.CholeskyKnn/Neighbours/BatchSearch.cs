using System.Buffers;

namespace Layg.Emulators.CholeskyKnn.Neighbours;

/// <summary>Runs many queries, on several threads if wanted.</summary>
internal static class BatchSearch
{
    private const int ChunkSize = 256;

    /// <summary>Fills one row of the outputs per query; arguments have been checked.</summary>
    public static void Run(
        Forest forest, ReadOnlySpan<double> queries, int k, Span<int> indices, Span<double> distances, int maxDegreeOfParallelism)
    {
        int count = queries.Length / forest.Dimension;
        if (count == 0 || k == 0)
            return;
        int[] order = ArrayPool<int>.Shared.Rent(count);
        try
        {
            QueryOrder.Fill(forest, queries, order.AsSpan(0, count));
            if (maxDegreeOfParallelism == 1 || count <= ChunkSize)
                RunRange(forest, queries, order.AsSpan(0, count), k, indices, distances);
            else
                RunParallel(forest, queries, order, k, indices, distances, maxDegreeOfParallelism);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(order);
        }
    }

    private static void RunRange(
        Forest forest, ReadOnlySpan<double> queries, ReadOnlySpan<int> order, int k, Span<int> indices, Span<double> distances)
    {
        SearchScratch scratch = SearchScratch.OfThread;
        foreach (int query in order)
        {
            Span<int> rowIndices = indices.Slice(query * k, k);
            Span<double> rowDistances = distances.Slice(query * k, k);
            int found = forest.Nearest(
                queries.Slice(query * forest.Dimension, forest.Dimension), rowIndices, rowDistances, scratch);
            rowIndices[found..].Fill(-1);
            rowDistances[found..].Fill(double.PositiveInfinity);
        }
    }

    /// <summary>Spans cannot cross threads, so the workers read and write rented arrays.</summary>
    private static void RunParallel(
        Forest forest,
        ReadOnlySpan<double> queries,
        int[] order,
        int k,
        Span<int> indices,
        Span<double> distances,
        int maxDegreeOfParallelism)
    {
        int count = queries.Length / forest.Dimension;
        double[] sharedQueries = ArrayPool<double>.Shared.Rent(queries.Length);
        int[] sharedIndices = ArrayPool<int>.Shared.Rent(indices.Length);
        double[] sharedDistances = ArrayPool<double>.Shared.Rent(distances.Length);
        try
        {
            queries.CopyTo(sharedQueries);
            var options = new ParallelOptions { MaxDegreeOfParallelism = maxDegreeOfParallelism };
            Parallel.For(0, (count + ChunkSize - 1) / ChunkSize, options, chunk =>
            {
                int start = chunk * ChunkSize;
                RunRange(
                    forest, sharedQueries, order.AsSpan(start, Math.Min(ChunkSize, count - start)), k, sharedIndices, sharedDistances);
            });
            sharedIndices.AsSpan(0, indices.Length).CopyTo(indices);
            sharedDistances.AsSpan(0, distances.Length).CopyTo(distances);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(sharedQueries);
            ArrayPool<int>.Shared.Return(sharedIndices);
            ArrayPool<double>.Shared.Return(sharedDistances);
        }
    }
}
