using System.Numerics;
using System.Runtime.InteropServices;
using Shared.Tensors;

namespace Layg.Emulators.Torch;

/// <summary>
/// Known points that distances are measured to: mean Euclidean distance of the nearest ones. All of them are looked at, which for the
/// few hundred here takes less time than a search tree. Immutable.
/// </summary>
internal sealed class AnchorSet
{
    /// <summary>More points than this are represented by a random part of them.</summary>
    public const int Largest = 1024;

    private const int LargestOnStack = 256;

    // One coordinate after the other, each padded with infinity to whole vectors.
    private readonly double[] _columns;
    private readonly int _padded;

    /// <param name="points">The points, row after row, at least one; copied.</param>
    /// <param name="rank">Coordinates of a point.</param>
    /// <exception cref="ArgumentException">The numbers are not whole points.</exception>
    public AnchorSet(ReadOnlySpan<double> points, int rank)
    {
        if (rank < 1 || points.IsEmpty || points.Length % rank != 0)
            throw new ArgumentException($"{points.Length} numbers are not whole points of {rank} coordinates.", nameof(points));
        Rank = rank;
        Count = points.Length / rank;
        Neighbours = Math.Min(2 * rank, Count);
        _padded = (Count + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
        _columns = new double[rank * _padded];
        Array.Fill(_columns, double.PositiveInfinity);
        for (int i = 0; i < Count; i++)
        {
            for (int j = 0; j < rank; j++)
                _columns[(j * _padded) + i] = points[(i * rank) + j];
        }
    }

    public int Rank { get; }

    public int Count { get; }

    /// <summary>How many nearest points the mean is over: twice the coordinates.</summary>
    public int Neighbours { get; }

    /// <summary>The points, row after row.</summary>
    public double[] Points()
    {
        var points = new double[Count * Rank];
        for (int i = 0; i < points.Length; i++)
            points[i] = _columns[(i % Rank * _padded) + (i / Rank)];
        return points;
    }

    /// <summary>A random part of many points.</summary>
    public static AnchorSet Of(double[] points, int rank, RandomStream random)
    {
        int count = points.Length / rank;
        if (count <= Largest)
            return new AnchorSet(points, rank);
        int[] chosen = random.Permutation(count)[..Largest];
        Array.Sort(chosen);
        var part = new double[Largest * rank];
        for (int i = 0; i < Largest; i++)
            points.AsSpan(chosen[i] * rank, rank).CopyTo(part.AsSpan(i * rank));
        return new AnchorSet(part, rank);
    }

    /// <summary>Mean distance of a query from its nearest points.</summary>
    public double MeanDistance(ReadOnlySpan<double> query)
    {
        Span<double> nearest = Neighbours <= LargestOnStack ? stackalloc double[LargestOnStack] : new double[Neighbours];
        nearest = nearest[..Neighbours];
        nearest.Fill(double.PositiveInfinity);
        double worst = double.PositiveInfinity;
        ReadOnlySpan<Vector<double>> columns = MemoryMarshal.Cast<double, Vector<double>>(_columns);
        int width = _padded / Vector<double>.Count;
        for (int i = 0; i < width; i++)
        {
            Vector<double> sum = Vector<double>.Zero;
            for (int j = 0; j < query.Length; j++)
            {
                Vector<double> difference = columns[(j * width) + i] - new Vector<double>(query[j]);
                sum = Vector.FusedMultiplyAdd(difference, difference, sum);
            }

            if (!Vector.LessThanAny(sum, new Vector<double>(worst)))
                continue;
            for (int k = 0; k < Vector<double>.Count; k++)
            {
                if (sum[k] < worst)
                    worst = Insert(nearest, sum[k]);
            }
        }

        double total = 0;
        foreach (double square in nearest)
            total += Math.Sqrt(square);
        return total / nearest.Length;
    }

    /// <summary>Puts a number into an ascending list in place of the largest.</summary>
    /// <returns>The largest of the new list.</returns>
    private static double Insert(Span<double> ascending, double number)
    {
        int i = ascending.Length - 1;
        for (; i > 0 && ascending[i - 1] > number; i--)
            ascending[i] = ascending[i - 1];
        ascending[i] = number;
        return ascending[^1];
    }
}
