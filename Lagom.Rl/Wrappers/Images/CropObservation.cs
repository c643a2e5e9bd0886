namespace Lagom.Rl;

/// <summary>Shows a part of pictures.</summary>
/// <typeparam name="TAction">The type of the actions.</typeparam>
public sealed class CropObservation<TAction> : ImageWrapper<TAction>
    where TAction : notnull
{
    private readonly int _start;
    private readonly int _rowBefore;
    private readonly int _row;

    /// <summary>Wraps an environment.</summary>
    /// <param name="inner">The environment inside; its observations are pictures [height, width] or [height, width, channels].</param>
    /// <param name="x">The first column of the part.</param>
    /// <param name="y">The first row of the part.</param>
    /// <param name="size">The size of the part.</param>
    /// <exception cref="ArgumentException">The observations are no pictures, or the part is empty or reaches beyond them.</exception>
    public CropObservation(IEnvironment<float[], TAction> inner, int x, int y, FrameSize size)
        : base(inner, Part(inner, x, y, size))
    {
        ImageSpace space = ImageSpace.Of(inner);
        _rowBefore = space.Size.Width * space.Channels;
        _row = size.Width * space.Channels;
        _start = y * _rowBefore + x * space.Channels;
    }

    private protected override void Change(ReadOnlySpan<float> from, Span<float> to)
    {
        for (int y = 0; y * _row < to.Length; y++)
            from.Slice(_start + y * _rowBefore, _row).CopyTo(to[(y * _row)..]);
    }

    private static ImageSpace Part(IEnvironment<float[], TAction> inner, int x, int y, FrameSize size)
    {
        ImageSpace space = ImageSpace.Of(inner);
        if (x < 0 || y < 0 || size.Width < 1 || size.Height < 1 || size.Width > space.Size.Width - x || size.Height > space.Size.Height - y)
            throw new ArgumentOutOfRangeException(nameof(size), size, $"The part from ({x}, {y}) must lie within pictures of {space.Size.Width} times {space.Size.Height}.");
        return space with { Size = size };
    }
}
