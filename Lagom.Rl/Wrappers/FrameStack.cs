namespace Lagom.Rl;

/// <summary>Shows the last observations together [frames, ...], the newest last; a reset fills them with the first one.</summary>
/// <typeparam name="TAction">The type of the actions.</typeparam>
public sealed class FrameStack<TAction> : Wrapper<float[], TAction>
    where TAction : notnull
{
    private readonly float[] _stack;
    private readonly int _frame;

    /// <summary>Wraps an environment.</summary>
    /// <param name="inner">The environment inside; its observations come from a <see cref="Box"/>.</param>
    /// <param name="frames">How many observations are shown together. Range: at least 1.</param>
    /// <exception cref="ArgumentException">The observations come from no box, or the number is below 1.</exception>
    public FrameStack(IEnvironment<float[], TAction> inner, int frames)
        : base(inner, Stacked(inner, frames), inner.ActionSpace)
    {
        _stack = new float[ObservationSpace.FlatDimension];
        _frame = _stack.Length / frames;
    }

    /// <inheritdoc/>
    public override ResetResult<float[]> Reset(long? seed = null, IReadOnlyDictionary<string, object>? options = null)
    {
        ResetResult<float[]> result = base.Reset(seed, options);
        for (int at = 0; at < _stack.Length; at += _frame)
            result.Observation.CopyTo(_stack, at);
        return result with { Observation = [.. _stack] };
    }

    /// <inheritdoc/>
    public override StepResult<float[]> Step(TAction action)
    {
        StepResult<float[]> result = base.Step(action);
        _stack.AsSpan(_frame).CopyTo(_stack);
        result.Observation.CopyTo(_stack, _stack.Length - _frame);
        return result with { Observation = [.. _stack] };
    }

    private static Box Stacked(IEnvironment<float[], TAction> inner, int frames)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, 1);
        if (inner.ObservationSpace is not Box box)
            throw new ArgumentException($"The observations come from {inner.ObservationSpace}; only those of a box can be stacked.", nameof(inner));
        var low = new float[frames * box.FlatDimension];
        var high = new float[low.Length];
        for (int at = 0; at < low.Length; at += box.FlatDimension)
        {
            box.Low.CopyTo(low.AsSpan(at));
            box.High.CopyTo(high.AsSpan(at));
        }

        return new Box(low, high, [frames, .. box.Shape]);
    }
}
