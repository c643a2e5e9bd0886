namespace Layg.Emulators.CholeskyKnn.Tests.Neighbours;

/// <summary>The reference: every point's distance, sorted by squared distance and index.</summary>
internal static class BruteForce
{
    public static (int[] Indices, double[] Distances) Nearest(ReadOnlySpan<double> points, int dimension, double[] query, int k)
    {
        int count = points.Length / dimension;
        var all = new (double Squared, int Index)[count];
        for (int row = 0; row < count; row++)
        {
            double sum = 0;
            for (int i = 0; i < dimension; i++)
            {
                double gap = points[row * dimension + i] - query[i];
                sum = Math.FusedMultiplyAdd(gap, gap, sum);
            }

            all[row] = (sum, row);
        }

        Array.Sort(all);
        (double Squared, int Index)[] best = all[..Math.Min(k, count)];
        return ([.. best.Select(b => b.Index)], [.. best.Select(b => Math.Sqrt(b.Squared))]);
    }
}
