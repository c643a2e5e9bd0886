namespace Lagom.Rl;

/// <summary>Shows pictures of the environment [height, width, 3], 0 to 255, in the place of its observations.</summary>
/// <typeparam name="TObservation">The type of the observations inside.</typeparam>
/// <typeparam name="TAction">The type of the actions.</typeparam>
public sealed class RenderObservation<TObservation, TAction> : Wrapper<float[], TAction, TObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
{
    private readonly IRenderable _renderable;
    private readonly Frame _frame;

    /// <summary>Wraps an environment.</summary>
    /// <param name="inner">The environment inside; it or one of its wrappers is an <see cref="IRenderable"/>.</param>
    /// <param name="size">The size of the pictures; null for the environment's own.</param>
    /// <exception cref="NotSupportedException">The environment cannot be drawn.</exception>
    public RenderObservation(IEnvironment<TObservation, TAction> inner, FrameSize? size = null)
        : base(inner, Pictures(inner, size), inner.ActionSpace)
    {
        _renderable = inner.Renderable();
        _frame = new Frame(size ?? _renderable.FrameSize);
    }

    /// <inheritdoc/>
    public override ResetResult<float[]> Reset(long? seed = null, IReadOnlyDictionary<string, object>? options = null)
    {
        IReadOnlyDictionary<string, object> info = Inner.Reset(seed, options).Info;
        return new ResetResult<float[]>(Picture(), info);
    }

    /// <inheritdoc/>
    public override StepResult<float[]> Step(TAction action)
    {
        StepResult<TObservation> result = Inner.Step(action);
        return new StepResult<float[]>(Picture(), result.Reward, result.Terminated, result.Truncated, result.Info);
    }

    private static Box Pictures(IEnvironment<TObservation, TAction> inner, FrameSize? size)
    {
        FrameSize chosen = size ?? inner.Renderable().FrameSize;
        return new Box(0, 255, chosen.Height, chosen.Width, 3);
    }

    private float[] Picture()
    {
        _renderable.Render(_frame);
        var picture = new float[_frame.Pixels.Length];
        for (int i = 0; i < picture.Length; i++)
            picture[i] = _frame.Pixels[i];
        return picture;
    }
}
