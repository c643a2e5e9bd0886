namespace ExpUtils;

/// <summary>Gives the mean of each full block.</summary>
internal sealed class WindowSampler : ISampler
{
    private readonly int _size;
    private double _sum;
    private int _count;

    public WindowSampler(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        _size = size;
    }

    public bool NeedsNext => true;

    public bool TryNext(double value, out double sample)
    {
        _sum += value;
        _count++;
        sample = 0;
        return _count == _size && TryFlush(out sample);
    }

    public void Skip() => throw new InvalidOperationException("A window needs every value.");

    public bool TryFlush(out double sample)
    {
        bool isPartial = _count > 0;
        sample = isPartial ? _sum / _count : 0;
        Reset();
        return isPartial;
    }

    public void Reset()
    {
        _sum = 0;
        _count = 0;
    }

    public ISampler Fresh() => new WindowSampler(_size);
}
