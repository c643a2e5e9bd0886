namespace Layg.Emulators.CholeskyKnn.Neighbours;

/// <summary>
/// The rows of all points, shared by the snapshots of one line of insertions. Rows are only ever appended.
/// </summary>
internal sealed class PointStore
{
    private readonly int _dimension;
    private readonly double[] _rows;
    private int _claimed;

    /// <summary>Takes over rows of which the first <paramref name="count"/> are in use.</summary>
    private PointStore(double[] rows, int count, int dimension)
    {
        _rows = rows;
        _claimed = count;
        _dimension = dimension;
    }

    /// <summary>A store that holds a copy of the points.</summary>
    public static PointStore Create(ReadOnlySpan<double> points, int dimension) =>
        new(points.ToArray(), points.Length / dimension, dimension);

    /// <summary>The rows from one point up to, but not including, another.</summary>
    public ReadOnlySpan<double> Rows(int start, int end) => _rows.AsSpan(start * _dimension, (end - start) * _dimension);

    /// <summary>
    /// Claims the row after the first <paramref name="count"/>. One caller succeeds; others stand at a branch and must copy.
    /// </summary>
    public bool TryClaim(int count) => Interlocked.CompareExchange(ref _claimed, count + 1, count) == count;

    /// <summary>Appends a row that was claimed, in place if there is room.</summary>
    public PointStore Append(int count, ReadOnlySpan<double> point)
    {
        if ((long)(count + 1) * _dimension > _rows.Length)
            return CopyAndAppend(count, point);
        point.CopyTo(_rows.AsSpan(count * _dimension));
        return this;
    }

    /// <summary>Appends a row to a copy of the first <paramref name="count"/> rows, with room to grow.</summary>
    public PointStore CopyAndAppend(int count, ReadOnlySpan<double> point)
    {
        int needed = checked((count + 1) * _dimension);
        int capacity = (int)Math.Min(Array.MaxLength, Math.Max(16L * _dimension, 2L * needed));
        double[] rows = new double[capacity];
        _rows.AsSpan(0, count * _dimension).CopyTo(rows);
        point.CopyTo(rows.AsSpan(count * _dimension));
        return new PointStore(rows, count + 1, _dimension);
    }
}
