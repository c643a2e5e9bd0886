namespace ExpUtils;

/// <summary>Feeds each sampler from the one before it.</summary>
internal sealed class PipeSampler : ISampler
{
    private readonly ISampler[] _stages;

    public PipeSampler(IReadOnlyList<ISampler> stages)
    {
        ArgumentNullException.ThrowIfNull(stages);
        if (stages.Count == 0)
            throw new ArgumentException("A pipe needs at least one sampler.", nameof(stages));
        _stages = [.. stages];
    }

    public bool NeedsNext => _stages[0].NeedsNext;

    public bool TryNext(double value, out double sample) => TryFrom(0, value, out sample);

    public void Skip() => _stages[0].Skip();

    // Front to back: what a stage has left goes through those behind it, before they give what they have left themselves.
    public bool TryFlush(out double sample)
    {
        for (int stage = 0; stage < _stages.Length; stage++)
        {
            while (_stages[stage].TryFlush(out double left))
            {
                if (TryFrom(stage + 1, left, out sample))
                    return true;
            }
        }

        sample = 0;
        return false;
    }

    public void Reset()
    {
        foreach (ISampler stage in _stages)
            stage.Reset();
    }

    public ISampler Fresh() => new PipeSampler([.. _stages.Select(stage => stage.Fresh())]);

    private bool TryFrom(int stage, double value, out double sample)
    {
        sample = value;
        for (; stage < _stages.Length; stage++)
        {
            if (!_stages[stage].TryNext(sample, out sample))
                return false;
        }

        return true;
    }
}
