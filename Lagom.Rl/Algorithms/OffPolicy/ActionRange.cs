namespace Lagom.Rl;

/// <summary>Leads from actions in [-1, 1] to those of a bounded space.</summary>
internal sealed class ActionRange
{
    private readonly float[] _low;
    private readonly float[] _high;

    private ActionRange(Space space, string algorithm)
    {
        if (space is not Box box)
            throw new ArgumentException($"{algorithm} needs continuous actions; the environments act in {space}.", "environments");
        _low = box.Low.ToArray();
        _high = box.High.ToArray();
        if (!Array.TrueForAll(_low, float.IsFinite) || !Array.TrueForAll(_high, float.IsFinite))
            throw new ArgumentException($"{algorithm} needs bounded actions; the environments act in {space}. A wrapper can bound them.", "environments");
    }

    public static ActionRange Of(IEnvironmentBatch environments, string algorithm)
    {
        ArgumentNullException.ThrowIfNull(environments);
        return new ActionRange(environments.ActionSpace, algorithm);
    }

    public int Size => _low.Length;

    public void Scale(ReadOnlySpan<float> unit, Span<float> actions)
    {
        for (int i = 0; i < actions.Length; i++)
        {
            float low = _low[i % Size], high = _high[i % Size];
            actions[i] = Math.Clamp(low + (unit[i] + 1) * 0.5f * (high - low), low, high);
        }
    }
}
