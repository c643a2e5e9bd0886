namespace Lagom.Rl;

/// <summary>Divides pictures by 255, so that their numbers lie between 0 and 1.</summary>
/// <typeparam name="TAction">The type of the actions.</typeparam>
public sealed class ScaleObservation<TAction> : ImageWrapper<TAction>
    where TAction : notnull
{
    /// <summary>Wraps an environment.</summary>
    /// <param name="inner">The environment inside; its observations are pictures [height, width] or [height, width, channels].</param>
    /// <exception cref="ArgumentException">The observations are no pictures.</exception>
    public ScaleObservation(IEnvironment<float[], TAction> inner)
        : base(inner, Scaled(ImageSpace.Of(inner)))
    {
    }

    private protected override void Change(ReadOnlySpan<float> from, Span<float> to)
    {
        for (int i = 0; i < to.Length; i++)
            to[i] = from[i] / 255;
    }

    private static ImageSpace Scaled(ImageSpace space) => space with { Low = space.Low / 255, High = space.High / 255 };
}
