namespace Lagom.Rl;

/// <summary>The size of a picture.</summary>
/// <param name="Width">Pixels from left to right.</param>
/// <param name="Height">Pixels from top to bottom.</param>
public readonly record struct FrameSize(int Width, int Height)
{
    /// <summary>The size scaled down, where it is wider, to a width; the ratio of the sides stays, both are rounded down, neither below 1.</summary>
    /// <param name="maxWidth">The largest width. Range: at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The width is below 1.</exception>
    public FrameSize Within(int maxWidth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxWidth, 1);
        return Width <= maxWidth ? this : new FrameSize(maxWidth, Math.Max(1, (int)((long)Height * maxWidth / Width)));
    }
}
