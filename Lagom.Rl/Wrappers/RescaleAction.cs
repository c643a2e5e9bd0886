namespace Lagom.Rl;

/// <summary>Lets agents act in [-1, 1] (or other bounds), mapped linearly to the bounds of the environment. Actions outside are an error.</summary>
/// <typeparam name="TObservation">The type of the observations.</typeparam>
public sealed class RescaleAction<TObservation> : Wrapper<TObservation, float[]>
    where TObservation : notnull
{
    private readonly Box _inside;
    private readonly Box _outside;

    /// <summary>Wraps an environment.</summary>
    /// <param name="inner">The environment inside; its actions come from a <see cref="Box"/> with finite bounds.</param>
    /// <param name="low">The smallest action outside.</param>
    /// <param name="high">The largest action outside, above <paramref name="low"/>.</param>
    /// <exception cref="ArgumentException">The actions inside have no finite bounds, or those outside are not in order.</exception>
    public RescaleAction(IEnvironment<TObservation, float[]> inner, float low = -1, float high = 1)
        : base(inner, Observations(inner), Outside(inner, low, high))
    {
        _inside = (Box)inner.ActionSpace;
        _outside = (Box)ActionSpace;
    }

    /// <inheritdoc/>
    public override StepResult<TObservation> Step(float[] action)
    {
        ArgumentNullException.ThrowIfNull(action);
        if (!_outside.Contains(action))
            throw new ArgumentException($"The action is [{string.Join(", ", action)}]; it must be in {_outside}.", nameof(action));
        var scaled = new float[action.Length];
        for (int i = 0; i < action.Length; i++)
        {
            double part = ((double)action[i] - _outside.Low[i]) / ((double)_outside.High[i] - _outside.Low[i]);
            scaled[i] = Math.Clamp((float)(_inside.Low[i] + part * ((double)_inside.High[i] - _inside.Low[i])), _inside.Low[i], _inside.High[i]);
        }

        return base.Step(scaled);
    }

    private static Space<TObservation> Observations(IEnvironment<TObservation, float[]> inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        return inner.ObservationSpace;
    }

    private static Box Outside(IEnvironment<TObservation, float[]> inner, float low, float high)
    {
        if (inner.ActionSpace is not Box box || box.Low.ContainsAnyExceptInRange(float.MinValue, float.MaxValue) ||
            box.High.ContainsAnyExceptInRange(float.MinValue, float.MaxValue))
            throw new ArgumentException($"The actions come from {inner.ActionSpace}; only those of a box with finite bounds can be rescaled.", nameof(inner));
        if (!float.IsFinite(low) || !float.IsFinite(high) || low >= high)
            throw new ArgumentOutOfRangeException(nameof(high), high, $"The bounds must be finite, and the upper one above the lower one, {low}.");
        return new Box(low, high, box.Shape.AsSpan());
    }
}
