namespace ExpUtils;

/// <summary>A growing column: frames with values. With a sink it is emptied there whenever it is full, and never grows.</summary>
internal sealed class Series(string name, int capacity)
{
    private long[] _frames = new long[capacity];
    private double[] _values = new double[capacity];
    private int _count;

    public ReadOnlySpan<long> Frames => _frames.AsSpan(0, _count);

    public ReadOnlySpan<double> Values => _values.AsSpan(0, _count);

    public void Add(long frame, double value, IMeasurementSink? sink)
    {
        if (_count == _frames.Length)
            MakeRoom(sink);
        _frames[_count] = frame;
        _values[_count++] = value;
    }

    public void WriteTo(IMeasurementSink sink)
    {
        if (_count > 0)
            sink.Write(name, Frames, Values);
        _count = 0;
    }

    private void MakeRoom(IMeasurementSink? sink)
    {
        if (sink is not null)
        {
            WriteTo(sink);
            return;
        }

        Array.Resize(ref _frames, _count * 2);
        Array.Resize(ref _values, _count * 2);
    }
}
