namespace ExpUtils;

/// <summary>Gives one value of every block.</summary>
internal sealed class SubsampleSampler : ISampler
{
    private readonly int _every;
    private readonly bool _trailingEdge;
    private readonly bool _first;
    private int _position;
    private bool _isFirst = true;

    public SubsampleSampler(int every, bool trailingEdge, bool first)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        _every = every;
        _trailingEdge = trailingEdge;
        _first = first;
    }

    public bool NeedsNext => _position == (_trailingEdge ? _every - 1 : 0) || (_first && _isFirst);

    public bool TryNext(double value, out double sample)
    {
        bool isGiven = NeedsNext;
        Skip();
        sample = value;
        return isGiven;
    }

    public void Skip()
    {
        _isFirst = false;
        _position = _position + 1 == _every ? 0 : _position + 1;
    }

    public bool TryFlush(out double sample)
    {
        sample = 0;
        return false;
    }

    public void Reset()
    {
        _position = 0;
        _isFirst = true;
    }

    public ISampler Fresh() => new SubsampleSampler(_every, _trailingEdge, _first);
}
