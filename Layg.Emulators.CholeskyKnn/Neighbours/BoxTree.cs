using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Layg.Emulators.CholeskyKnn.Neighbours;

/// <summary>
/// A static k-d tree with eight children per node over a run of consecutive points, laid out for wide vectors.
/// </summary>
/// <remarks>
/// <para>
/// Leaves hold <see cref="LeafSize"/> points and are full but for the last. Node j of height h covers leaves j·8^h to
/// (j+1)·8^h - 1, so children need no pointers: they are nodes 8j to 8j+7 of height h - 1. A node stores the tight boxes of its
/// children component by component, eight children side by side; a leaf stores its points the same way. One pass over the
/// components thus yields eight squared distances.
/// </para>
/// <para>
/// Boxes and points go through the same chain of fused multiply-adds in the same order. Rounding is monotonic, so the computed
/// distance of a box never exceeds that of a point inside, and pruning loses nothing, not even among equal distances.
/// </para>
/// <para><b>Source:</b> Bentley (1975), "Multidimensional binary search trees used for associative searching"; Friedman, Bentley and
/// Finkel (1977), "An algorithm for finding best matches in logarithmic expected time".</para>
/// </remarks>
internal sealed class BoxTree
{
    /// <summary>Points per leaf: a whole number of vectors.</summary>
    public const int LeafSize = 2 * Lanes;

    /// <summary>Children of a node, and points in a vector.</summary>
    public const int Lanes = 8;

    private readonly int _dimension;
    private readonly int _height;
    private readonly int[] _nodeStart;
    private readonly int[] _nodeCount;
    private readonly double[] _boxes;
    private readonly double[] _points;
    private readonly int[] _indices;

    /// <summary>Takes over arrays that <see cref="BoxTreeBuilder"/> filled.</summary>
    internal BoxTree(int count, int dimension, int[] nodeStart, int[] nodeCount, double[] boxes, double[] points, int[] indices)
    {
        Count = count;
        _dimension = dimension;
        _height = nodeCount.Length - 1;
        _nodeStart = nodeStart;
        _nodeCount = nodeCount;
        _boxes = boxes;
        _points = points;
        _indices = indices;
    }

    /// <summary>Number of points, at least 1.</summary>
    public int Count { get; }

    /// <summary>Number of leaves.</summary>
    public int LeafCount => _nodeCount[0];

    /// <summary>Offers every point that may be among the best to the list of candidates.</summary>
    public void Search(ref readonly double query, SearchScratch scratch)
    {
        CandidateList best = scratch.Best;
        if (_height == 0)
        {
            ScanLeaf(in query, 0, best);
            return;
        }

        Span<SearchFrame> frames = scratch.Frames;
        int height = _height;
        Open(in query, height, 0, ref frames[height]);
        while (true)
        {
            ref SearchFrame frame = ref frames[height];
            if (frame.Next == frame.Count || !(SearchFrame.BoundOf(frame.Keys[frame.Next]) <= best.Worst))
            {
                if (height == _height)
                    return;
                height++;
                continue;
            }

            int child = frame.FirstChild + SearchFrame.LaneOf(frame.Keys[frame.Next]);
            frame.Next++;
            if (height == 1)
            {
                ScanLeaf(in query, child, best);
            }
            else
            {
                height--;
                Open(in query, height, child, ref frames[height]);
            }
        }
    }

    /// <summary>The leaf that a search enters first.</summary>
    public int HomeLeaf(ref readonly double query, SearchScratch scratch)
    {
        int node = 0;
        ref SearchFrame frame = ref scratch.Frames[0];
        for (int height = _height; height > 0; height--)
        {
            Open(in query, height, node, ref frame);
            node = frame.FirstChild + SearchFrame.LaneOf(frame.Keys[0]);
        }

        return node;
    }

    /// <summary>Squared distances of eight points stored component by component.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> SquaredDistances(ref readonly double query, ref readonly double block, int dimension)
    {
        Vector512<double> sum = Vector512<double>.Zero;
        for (int i = 0; i < dimension; i++)
        {
            Vector512<double> difference = Vector512.LoadUnsafe(in block, (nuint)(i * Lanes))
                - Vector512.Create(Unsafe.Add(ref Unsafe.AsRef(in query), i));
            sum = Vector512.FusedMultiplyAdd(difference, difference, sum);
        }

        return sum;
    }

    /// <summary>Offers those of eight points that are near enough.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void OfferLanes(Vector512<double> squared, uint lanes, ref readonly int indices, CandidateList best)
    {
        while (lanes != 0)
        {
            int lane = BitOperations.TrailingZeroCount(lanes);
            lanes &= lanes - 1;
            best.Offer(squared.GetElement(lane), Unsafe.Add(ref Unsafe.AsRef(in indices), lane));
        }
    }

    private void ScanLeaf(ref readonly double query, int leaf, CandidateList best)
    {
        ref double block = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_points), leaf * LeafSize * _dimension);
        ref int indices = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_indices), leaf * LeafSize);
        Vector512<double> first = SquaredDistances(in query, in block, _dimension);
        Vector512<double> second = SquaredDistances(in query, in Unsafe.Add(ref block, Lanes * _dimension), _dimension);
        Vector512<double> worst = Vector512.Create(best.Worst);
        uint lanes = (uint)Vector512.LessThanOrEqual(first, worst).ExtractMostSignificantBits();
        if (lanes != 0)
            OfferLanes(first, lanes, in indices, best);
        lanes = (uint)Vector512.LessThanOrEqual(second, worst).ExtractMostSignificantBits();
        if (lanes != 0)
            OfferLanes(second, lanes, in Unsafe.Add(ref indices, Lanes), best);
    }

    /// <summary>Computes the distances of a node's children and sorts them into a frame.</summary>
    private void Open(ref readonly double query, int height, int node, ref SearchFrame frame)
    {
        int stride = Lanes * _dimension;
        ref double lower = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_boxes), (_nodeStart[height] + node) * 2 * stride);
        ref double upper = ref Unsafe.Add(ref lower, stride);
        Vector512<double> sum = Vector512<double>.Zero;
        for (int i = 0; i < _dimension; i++)
        {
            Vector512<double> at = Vector512.Create(Unsafe.Add(ref Unsafe.AsRef(in query), i));
            Vector512<double> below = Vector512.LoadUnsafe(ref lower, (nuint)(i * Lanes)) - at;
            Vector512<double> above = at - Vector512.LoadUnsafe(ref upper, (nuint)(i * Lanes));
            Vector512<double> gap = Vector512.Max(Vector512.Max(below, above), Vector512<double>.Zero);
            sum = Vector512.FusedMultiplyAdd(gap, gap, sum);
        }

        int first = node * Lanes;
        frame.Open(sum, first, Math.Min(Lanes, _nodeCount[height - 1] - first));
    }
}
