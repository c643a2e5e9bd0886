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
    /// <summary>Points per leaf.</summary>
    public const int LeafSize = PointBlock.Size;

    /// <summary>Children of a node: one vector.</summary>
    public const int Lanes = 8;

    private readonly int _dimension;
    private readonly int _height;
    private readonly int[] _nodeStart;
    private readonly int[] _nodeCount;
    private readonly AlignedArray _boxes;
    private readonly AlignedArray _points;
    private readonly int[] _indices;

    /// <summary>Takes over arrays that <see cref="BoxTreeBuilder"/> filled.</summary>
    internal BoxTree(int count, int dimension, int[] nodeStart, int[] nodeCount, AlignedArray boxes, AlignedArray points, int[] indices)
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

    /// <summary>Number of nodes of a height, 0 if the tree is lower.</summary>
    public int NodeCount(int height) => height <= _height ? _nodeCount[height] : 0;

    /// <summary>Offers every point that may be among the best to the list of candidates.</summary>
    public void Search(ref double query, SearchScratch scratch)
    {
        CandidateList best = scratch.Best;
        if (_height == 0)
        {
            ScanLeaf(ref query, 0, best);
            return;
        }

        Span<SearchFrame> frames = scratch.Frames;
        int height = _height;
        Open(ref query, height, 0, ref frames[height]);
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
                ScanLeaf(ref query, child, best);
            }
            else
            {
                height--;
                Open(ref query, height, child, ref frames[height]);
            }
        }
    }

    /// <summary>The node of a height that a search enters first.</summary>
    public int HomeNode(ref double query, int nodeHeight, SearchScratch scratch)
    {
        int node = 0;
        ref SearchFrame frame = ref scratch.Frames[0];
        for (int height = _height; height > nodeHeight; height--)
        {
            Open(ref query, height, node, ref frame);
            node = frame.FirstChild + SearchFrame.LaneOf(frame.Keys[0]);
        }

        return node;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void ScanLeaf(ref double query, int leaf, CandidateList best) =>
        PointBlock.Offer(
            ref query,
            ref _points.At(leaf * LeafSize * _dimension),
            _dimension,
            (1u << LeafSize) - 1,
            ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_indices), leaf * LeafSize),
            0,
            best);

    /// <summary>Computes the distances of a node's children and sorts them into a frame.</summary>
    private void Open(ref double query, int height, int node, ref SearchFrame frame)
    {
        int stride = Lanes * _dimension;
        ref double lower = ref _boxes.At((_nodeStart[height] + node) * 2 * stride);
        ref double upper = ref Unsafe.Add(ref lower, stride);
        Vector512<double> sum = Vector512<double>.Zero;
        nuint dimension = (nuint)_dimension;
        for (nuint i = 0; i < dimension; i++)
        {
            Vector512<double> at = Vector512.Create(Unsafe.Add(ref query, i));
            Vector512<double> below = Vector512.LoadUnsafe(ref lower, i * Lanes) - at;
            Vector512<double> above = at - Vector512.LoadUnsafe(ref upper, i * Lanes);
            Vector512<double> gap = Vector512.MaxNative(Vector512.MaxNative(below, above), Vector512<double>.Zero);
            sum = Vector512.FusedMultiplyAdd(gap, gap, sum);
        }

        int first = node * Lanes;
        frame.Open(sum, first, Math.Min(Lanes, _nodeCount[height - 1] - first));
    }
}
