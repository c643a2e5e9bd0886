using System.Numerics;
using System.Runtime.InteropServices;

namespace Layg.Emulators.Torch;

/// <summary>
/// Known points that distances are measured to: mean Euclidean distance of the nearest ones, exact. The points lie in leaves of neighbours;
/// a leaf is looked through only where its box is closer than what was found. Immutable.
/// </summary>
internal sealed class AnchorSet
{
    /// <summary>More points than this are represented by a random part of them.</summary>
    public const int Largest = 1024;

    private const int LeafPoints = 32;
    private const int SmallOnStack = 512;

    // Points leaf by leaf; within a leaf one coordinate after the other, padded with infinity.
    private readonly double[] _leaves;

    // Low and high corners of the leaves' boxes, one coordinate after the other.
    private readonly double[] _low;
    private readonly double[] _high;
    private readonly int _leafCount;
    private readonly int _boxes;

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
        double[] all = points.ToArray();
        List<int[]> leaves = [];
        Divide(all, [.. Enumerable.Range(0, Count)], leaves);
        _leafCount = leaves.Count;
        _boxes = (_leafCount + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
        _leaves = new double[_leafCount * rank * LeafPoints];
        _low = new double[rank * _boxes];
        _high = new double[rank * _boxes];
        Array.Fill(_leaves, double.PositiveInfinity);
        Array.Fill(_low, double.PositiveInfinity);
        Array.Fill(_high, double.PositiveInfinity);
        for (int leaf = 0; leaf < _leafCount; leaf++)
        {
            for (int j = 0; j < rank; j++)
            {
                double[] column = [.. leaves[leaf].Select(point => all[(point * rank) + j])];
                column.CopyTo(_leaves, ((leaf * rank) + j) * LeafPoints);
                _low[(j * _boxes) + leaf] = column.Min();
                _high[(j * _boxes) + leaf] = column.Max();
            }
        }
    }

    public int Rank { get; }

    public int Count { get; }

    /// <summary>How many nearest points the mean is over: twice the coordinates.</summary>
    public int Neighbours { get; }

    /// <summary>The points, row after row, in an order of their own.</summary>
    public double[] Points()
    {
        List<double> points = new(Count * Rank);
        for (int leaf = 0; leaf < _leafCount; leaf++)
        {
            for (int i = 0; i < LeafPoints && double.IsFinite(_leaves[(leaf * Rank * LeafPoints) + i]); i++)
            {
                for (int j = 0; j < Rank; j++)
                    points.Add(_leaves[(((leaf * Rank) + j) * LeafPoints) + i]);
            }
        }

        return [.. points];
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
        Span<double> nearest = Neighbours <= SmallOnStack ? stackalloc double[Neighbours] : new double[Neighbours];
        Span<double> boxes = _boxes <= SmallOnStack ? stackalloc double[_boxes] : new double[_boxes];
        nearest.Fill(double.PositiveInfinity);
        int closest = BoxDistances(query, boxes);
        SearchLeaf(closest, query, nearest);
        for (int leaf = 0; leaf < _leafCount; leaf++)
        {
            if (leaf != closest && boxes[leaf] < nearest[^1])
                SearchLeaf(leaf, query, nearest);
        }

        double total = 0;
        foreach (double square in nearest)
            total += Math.Sqrt(square);
        return total / nearest.Length;
    }

    /// <summary>Halves points at the median of their widest coordinate until they fit leaves.</summary>
    private void Divide(double[] points, Span<int> part, List<int[]> leaves)
    {
        if (part.Length <= LeafPoints)
        {
            leaves.Add(part.ToArray());
            return;
        }

        int widest = 0;
        double width = double.NegativeInfinity;
        for (int j = 0; j < Rank; j++)
        {
            double low = double.PositiveInfinity;
            double high = double.NegativeInfinity;
            foreach (int point in part)
            {
                low = Math.Min(low, points[(point * Rank) + j]);
                high = Math.Max(high, points[(point * Rank) + j]);
            }

            if (high - low > width)
                (widest, width) = (j, high - low);
        }

        part.Sort((one, other) => (points[(one * Rank) + widest], one).CompareTo((points[(other * Rank) + widest], other)));
        // A whole number of full leaves on the left.
        int half = (part.Length / 2 + LeafPoints - 1) / LeafPoints * LeafPoints;
        Divide(points, part[..half], leaves);
        Divide(points, part[half..], leaves);
    }

    /// <summary>Squared distances of the query from all boxes.</summary>
    /// <returns>The closest box.</returns>
    private int BoxDistances(ReadOnlySpan<double> query, Span<double> distances)
    {
        ReadOnlySpan<Vector<double>> low = MemoryMarshal.Cast<double, Vector<double>>(_low);
        ReadOnlySpan<Vector<double>> high = MemoryMarshal.Cast<double, Vector<double>>(_high);
        Span<Vector<double>> results = MemoryMarshal.Cast<double, Vector<double>>(distances);
        for (int i = 0; i < results.Length; i++)
        {
            Vector<double> sum = Vector<double>.Zero;
            for (int j = 0; j < query.Length; j++)
            {
                Vector<double> x = new(query[j]);
                int place = (j * results.Length) + i;
                Vector<double> outside = Vector.Max(Vector.Max(low[place] - x, x - high[place]), Vector<double>.Zero);
                sum = Vector.FusedMultiplyAdd(outside, outside, sum);
            }

            results[i] = sum;
        }

        int closest = 0;
        for (int leaf = 1; leaf < _leafCount; leaf++)
        {
            if (distances[leaf] < distances[closest])
                closest = leaf;
        }

        return closest;
    }

    private void SearchLeaf(int leaf, ReadOnlySpan<double> query, Span<double> nearest)
    {
        ReadOnlySpan<Vector<double>> columns =
            MemoryMarshal.Cast<double, Vector<double>>(_leaves.AsSpan(leaf * Rank * LeafPoints, Rank * LeafPoints));
        int width = LeafPoints / Vector<double>.Count;
        Span<double> squares = stackalloc double[LeafPoints];
        Span<Vector<double>> results = MemoryMarshal.Cast<double, Vector<double>>(squares);
        for (int i = 0; i < width; i++)
        {
            Vector<double> sum = Vector<double>.Zero;
            for (int j = 0; j < query.Length; j++)
            {
                Vector<double> difference = columns[(j * width) + i] - new Vector<double>(query[j]);
                sum = Vector.FusedMultiplyAdd(difference, difference, sum);
            }

            results[i] = sum;
        }

        foreach (double square in squares)
        {
            if (square < nearest[^1])
                Insert(nearest, square);
        }
    }

    /// <summary>Puts a number into an ascending list in place of the largest.</summary>
    private static void Insert(Span<double> ascending, double number)
    {
        int i = ascending.Length - 1;
        for (; i > 0 && ascending[i - 1] > number; i--)
            ascending[i] = ascending[i - 1];
        ascending[i] = number;
    }
}
