namespace ExpUtils;

/// <summary>A run's series while its rows come in, which may be in any order.</summary>
internal sealed class PartialSeries(int capacity = 0)
{
    private long[] _frames = new long[capacity];
    private double[] _values = new double[capacity];
    private bool _isSorted = true;

    public int Count { get; private set; }

    public void Add(long frame, double value)
    {
        int count = Count;
        if (count == _frames.Length)
        {
            Array.Resize(ref _frames, Math.Max(16, count * 2));
            Array.Resize(ref _values, _frames.Length);
        }

        _isSorted &= count == 0 || frame > _frames[count - 1];
        _frames[count] = frame;
        _values[count] = value;
        Count = count + 1;
    }

    /// <summary>All rows, by ascending frame.</summary>
    public (long[] Frames, double[] Values) Sorted()
    {
        Array.Resize(ref _frames, Count);
        Array.Resize(ref _values, Count);
        if (!_isSorted)
        {
            // Where a frame is there twice, the row that was written last counts.
            (long Frame, double Value)[] rows = [.. _frames.Zip(_values).GroupBy(row => row.First).Select(group => (group.Key, group.Last().Second)).OrderBy(row => row.Key)];
            _frames = [.. rows.Select(row => row.Frame)];
            _values = [.. rows.Select(row => row.Value)];
        }

        return (_frames, _values);
    }
}
