namespace ExpUtils;

/// <summary>Gives an exponential moving average.</summary>
internal sealed class MovingAverageSampler : ISampler
{
    private readonly double _decay;
    private double _average;

    public MovingAverageSampler(double decay)
    {
        if (!(decay >= 0 && decay < 1))
            throw new ArgumentOutOfRangeException(nameof(decay), decay, "decay must be at least 0 and less than 1.");
        _decay = decay;
    }

    public bool NeedsNext => true;

    public bool TryNext(double value, out double sample)
    {
        _average = (_decay * _average) + ((1 - _decay) * value);
        sample = _average;
        return true;
    }

    public void Skip() => throw new InvalidOperationException("A moving average needs every value.");

    public bool TryFlush(out double sample)
    {
        sample = 0;
        return false;
    }

    public void Reset() => _average = 0;

    public ISampler Fresh() => new MovingAverageSampler(_decay);
}
