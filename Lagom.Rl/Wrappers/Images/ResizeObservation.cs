namespace Lagom.Rl;

/// <summary>Brings pictures to another size: averages over areas where they shrink, interpolates linearly where they grow.</summary>
/// <typeparam name="TAction">The type of the actions.</typeparam>
public sealed class ResizeObservation<TAction> : ImageWrapper<TAction>
    where TAction : notnull
{
    private readonly Resampling _resampling;

    /// <summary>Wraps an environment.</summary>
    /// <param name="inner">The environment inside; its observations are pictures [height, width] or [height, width, channels].</param>
    /// <param name="size">The new size; both sides at least 1.</param>
    /// <exception cref="ArgumentException">The observations are no pictures, or a side is below 1.</exception>
    public ResizeObservation(IEnvironment<float[], TAction> inner, FrameSize size)
        : base(inner, ImageSpace.Of(inner) with { Size = Checked(size) })
    {
        ImageSpace space = ImageSpace.Of(inner);
        _resampling = new Resampling(space.Size, size, space.Channels);
    }

    private protected override void Change(ReadOnlySpan<float> from, Span<float> to) => _resampling.Apply(from, to);

    private static FrameSize Checked(FrameSize size) => size is { Width: >= 1, Height: >= 1 }
        ? size
        : throw new ArgumentOutOfRangeException(nameof(size), size, "Both sides must be at least 1 pixel.");
}
