namespace Lagom.Rl;

/// <summary>What wrappers that change pictures share: each observation of a box [height, width] or [height, width, channels] becomes another picture.</summary>
/// <typeparam name="TAction">The type of the actions.</typeparam>
public abstract class ImageWrapper<TAction> : Wrapper<float[], TAction>
    where TAction : notnull
{
    private readonly int _length;

    private protected ImageWrapper(IEnvironment<float[], TAction> inner, ImageSpace outer)
        : base(inner, outer.ToBox(), inner.ActionSpace) =>
        _length = outer.Length;

    /// <inheritdoc/>
    public sealed override ResetResult<float[]> Reset(long? seed = null, IReadOnlyDictionary<string, object>? options = null)
    {
        ResetResult<float[]> result = base.Reset(seed, options);
        return result with { Observation = Changed(result.Observation) };
    }

    /// <inheritdoc/>
    public sealed override StepResult<float[]> Step(TAction action)
    {
        StepResult<float[]> result = base.Step(action);
        return result with { Observation = Changed(result.Observation) };
    }

    private protected abstract void Change(ReadOnlySpan<float> from, Span<float> to);

    private float[] Changed(float[] from)
    {
        var to = new float[_length];
        Change(from, to);
        return to;
    }
}
