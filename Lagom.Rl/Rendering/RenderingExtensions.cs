namespace Lagom.Rl;

/// <summary>Pictures of environments, through any wrappers.</summary>
public static class RenderingExtensions
{
    /// <summary>A picture of an environment's present state.</summary>
    /// <param name="environment">The environment; what is drawn is the outermost <see cref="IRenderable"/> of its wrappers and itself.</param>
    /// <param name="size">The picture's size; null for the environment's own.</param>
    /// <exception cref="NotSupportedException">Neither the environment nor a wrapper can be drawn.</exception>
    public static Frame Render(this IEnvironment environment, FrameSize? size = null)
    {
        IRenderable renderable = environment.Renderable();
        var frame = new Frame(size ?? renderable.FrameSize);
        renderable.Render(frame);
        return frame;
    }

    internal static IRenderable Renderable(this IEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return environment.TryGetWrapper(out IRenderable? renderable)
            ? renderable
            : throw new NotSupportedException($"{environment.Unwrapped().GetType().Name} cannot be drawn: it does not implement {nameof(IRenderable)}.");
    }
}
