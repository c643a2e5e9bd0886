namespace ExpUtils;

/// <summary>Gives every value.</summary>
internal sealed class IdentitySampler : ISampler
{
    public bool NeedsNext => true;

    public bool TryNext(double value, out double sample)
    {
        sample = value;
        return true;
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

    public ISampler Fresh() => new IdentitySampler();
}
