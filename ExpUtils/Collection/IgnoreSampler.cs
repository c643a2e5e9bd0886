namespace ExpUtils;

/// <summary>Gives nothing.</summary>
internal sealed class IgnoreSampler : ISampler
{
    public bool NeedsNext => false;

    public bool TryNext(double value, out double sample)
    {
        sample = 0;
        return false;
    }

    public void Skip()
    {
    }

    public bool TryFlush(out double sample)
    {
        sample = 0;
        return false;
    }

    public void Reset()
    {
    }

    public ISampler Fresh() => new IgnoreSampler();
}
