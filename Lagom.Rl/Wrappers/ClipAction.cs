namespace Lagom.Rl;

/// <summary>Clips continuous actions to the bounds before they act. NaN stays an error.</summary>
/// <typeparam name="TObservation">The type of the observations.</typeparam>
public sealed class ClipAction<TObservation> : Wrapper<TObservation, float[]>
    where TObservation : notnull
{
    private readonly Box _box;

    /// <summary>Wraps an environment.</summary>
    /// <param name="inner">The environment inside.</param>
    /// <exception cref="ArgumentException">Its actions come from no <see cref="Box"/>.</exception>
    public ClipAction(IEnvironment<TObservation, float[]> inner)
        : base(inner, Observations(inner), Unbounded(inner)) => _box = (Box)inner.ActionSpace;

    /// <inheritdoc/>
    public override StepResult<TObservation> Step(float[] action)
    {
        ArgumentNullException.ThrowIfNull(action);
        if (action.Length != _box.FlatDimension)
            throw new ArgumentException($"The action has {action.Length} numbers; it needs {_box.FlatDimension}.", nameof(action));
        var clipped = new float[action.Length];
        for (int i = 0; i < action.Length; i++)
            clipped[i] = Math.Clamp(action[i], _box.Low[i], _box.High[i]);
        return base.Step(clipped);
    }

    private static Space<TObservation> Observations(IEnvironment<TObservation, float[]> inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        return inner.ObservationSpace;
    }

    private static Box Unbounded(IEnvironment<TObservation, float[]> inner) => inner.ActionSpace is Box box
        ? new Box(float.NegativeInfinity, float.PositiveInfinity, box.Shape.AsSpan())
        : throw new ArgumentException($"The actions come from {inner.ActionSpace}; only those of a box can be clipped.", nameof(inner));
}
