using System.Runtime.CompilerServices;

namespace Layg.Emulators.CholeskyKnn.Neighbours;

/// <summary>Builds a <see cref="BoxTree"/>: repeated splits of the widest component, then boxes from the leaves up.</summary>
internal sealed class BoxTreeBuilder
{
    private const int Lanes = BoxTree.Lanes;
    private const int LeafSize = BoxTree.LeafSize;
    private const int SpreadSample = 128;

    private readonly int _count;
    private readonly int _dimension;
    private readonly double[] _rows;
    private readonly double[] _movedRows;
    private readonly int[] _indices;
    private readonly int[] _movedIndices;
    private readonly int[] _order;
    private readonly double[] _keys;

    private BoxTreeBuilder(ReadOnlySpan<double> points, int dimension, int firstIndex)
    {
        _dimension = dimension;
        _count = points.Length / dimension;
        _rows = points.ToArray();
        _movedRows = new double[points.Length];
        _indices = new int[_count];
        _movedIndices = new int[_count];
        _order = new int[_count];
        _keys = new double[_count];
        for (int i = 0; i < _count; i++)
            _indices[i] = firstIndex + i;
    }

    /// <summary>Builds the tree of a row-major table of at least one finite point.</summary>
    /// <param name="points">The points, row-major [count, dimension]; they are copied.</param>
    /// <param name="dimension">Components of a point.</param>
    /// <param name="firstIndex">The index that the first point is reported under; the others follow it.</param>
    public static BoxTree Build(ReadOnlySpan<double> points, int dimension, int firstIndex)
    {
        var builder = new BoxTreeBuilder(points, dimension, firstIndex);
        return builder.Build();
    }

    private BoxTree Build()
    {
        int leaves = (_count + LeafSize - 1) / LeafSize;
        var nodeCount = new List<int> { leaves };
        while (nodeCount[^1] > 1)
            nodeCount.Add((nodeCount[^1] + Lanes - 1) / Lanes);
        int height = nodeCount.Count - 1;
        var nodeStart = new int[height + 1];
        for (int h = 2; h <= height; h++)
            nodeStart[h] = nodeStart[h - 1] + nodeCount[h - 1];

        Arrange(0, _count, height);

        var points = new AlignedArray(checked(leaves * LeafSize * _dimension));
        int[] indices = new int[leaves * LeafSize];
        var boxes = new AlignedArray(height == 0 ? 0 : checked((nodeStart[height] + 1) * 2 * Lanes * _dimension));
        FillLeaves(points.Span, indices);
        for (int h = 1; h <= height; h++)
        {
            for (int node = 0; node < nodeCount[h]; node++)
            {
                for (int lane = 0; lane < Lanes; lane++)
                {
                    int child = node * Lanes + lane;
                    Span<double> box = boxes.Span.Slice((nodeStart[h] + node) * 2 * Lanes * _dimension, 2 * Lanes * _dimension);
                    if (child >= nodeCount[h - 1])
                        SetEmptyBox(box, lane);
                    else if (h == 1)
                        SetBox(box, lane, child);
                    else
                        SetBox(box, lane, boxes.Span.Slice((nodeStart[h - 1] + child) * 2 * Lanes * _dimension, 2 * Lanes * _dimension));
                }
            }
        }

        return new BoxTree(_count, _dimension, nodeStart, [.. nodeCount], boxes, points, indices);
    }

    /// <summary>Orders the rows of a node so that each of its children, and theirs, is a run of rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Arrange(int start, int end, int height)
    {
        if (height == 0)
            return;
        int childSize = LeafSize << (3 * (height - 1));
        for (int i = start; i < end; i++)
            _order[i] = i;
        Split(start, end, childSize);

        // Moving the rows once per node keeps the reads of the levels below within an ever smaller piece of memory.
        int dimension = _dimension;
        for (int i = start; i < end; i++)
        {
            int from = _order[i];
            _rows.AsSpan(from * dimension, dimension).CopyTo(_movedRows.AsSpan(i * dimension, dimension));
            _movedIndices[i] = _indices[from];
        }

        _movedRows.AsSpan(start * dimension, (end - start) * dimension).CopyTo(_rows.AsSpan(start * dimension));
        _movedIndices.AsSpan(start, end - start).CopyTo(_indices.AsSpan(start));
        while (start < end)
        {
            int next = end - start <= childSize ? end : start + childSize;
            Arrange(start, next, height - 1);
            start = next;
        }
    }

    /// <summary>Halves a run until its parts have the size of a child; all but the last part are full.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Split(int start, int end, int childSize)
    {
        int children = (end - start + childSize - 1) / childSize;
        if (children <= 1)
            return;
        int left = (children + 1) / 2 * childSize;
        int component = WidestComponent(start, end);
        for (int i = start; i < end; i++)
            _keys[i] = _rows[_order[i] * _dimension + component];
        PairSelection.Partition(_keys.AsSpan(start, end - start), _order.AsSpan(start, end - start), left);
        Split(start, start + left, childSize);
        Split(start + left, end, childSize);
    }

    /// <summary>The component with the largest range, judged on a strided sample when the run is long.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int WidestComponent(int start, int end)
    {
        int size = Math.Min(SpreadSample, end - start);
        int widest = 0;
        double widestRange = -1;
        for (int component = 0; component < _dimension; component++)
        {
            double low = double.PositiveInfinity;
            double high = double.NegativeInfinity;
            for (int i = 0; i < size; i++)
            {
                int row = _order[start + (int)((long)(end - start) * i / size)];
                double value = _rows[row * _dimension + component];
                low = Math.Min(low, value);
                high = Math.Max(high, value);
            }

            if (high - low > widestRange)
            {
                widestRange = high - low;
                widest = component;
            }
        }

        return widest;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillLeaves(Span<double> points, int[] indices)
    {
        // No comparison with NaN holds, so the empty lanes of the last leaf never qualify.
        points[(_count / LeafSize * LeafSize * _dimension)..].Fill(double.NaN);
        _indices.CopyTo(indices, 0);
        indices.AsSpan(_count).Fill(-1);
        for (int row = 0; row < _count; row++)
        {
            for (int component = 0; component < _dimension; component++)
                points[PointBlock.Offset(row, component, _dimension)] = _rows[row * _dimension + component];
        }
    }

    private void SetEmptyBox(Span<double> box, int lane)
    {
        for (int component = 0; component < _dimension; component++)
        {
            box[component * Lanes + lane] = double.PositiveInfinity;
            box[(_dimension + component) * Lanes + lane] = double.NegativeInfinity;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SetBox(Span<double> box, int lane, int leaf)
    {
        int start = leaf * LeafSize;
        int end = Math.Min(_count, start + LeafSize);
        for (int component = 0; component < _dimension; component++)
        {
            double low = double.PositiveInfinity;
            double high = double.NegativeInfinity;
            for (int row = start; row < end; row++)
            {
                double value = _rows[row * _dimension + component];
                low = Math.Min(low, value);
                high = Math.Max(high, value);
            }

            box[component * Lanes + lane] = low;
            box[(_dimension + component) * Lanes + lane] = high;
        }
    }

    private void SetBox(Span<double> box, int lane, ReadOnlySpan<double> childBoxes)
    {
        for (int component = 0; component < _dimension; component++)
        {
            double low = double.PositiveInfinity;
            double high = double.NegativeInfinity;
            for (int i = 0; i < Lanes; i++)
            {
                low = Math.Min(low, childBoxes[component * Lanes + i]);
                high = Math.Max(high, childBoxes[(_dimension + component) * Lanes + i]);
            }

            box[component * Lanes + lane] = low;
            box[(_dimension + component) * Lanes + lane] = high;
        }
    }
}
