namespace Lagom.Rl;

/// <summary>A picture: rows of pixels from the top, three bytes each.</summary>
public sealed class Frame
{
    private readonly byte[] _pixels;

    /// <summary>Makes a black picture.</summary>
    /// <param name="width">Pixels from left to right. Range: 1 to 16384.</param>
    /// <param name="height">Pixels from top to bottom. Range: 1 to 16384.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is out of range.</exception>
    public Frame(int width, int height)
    {
        CheckSide(width, nameof(width));
        CheckSide(height, nameof(height));
        (Width, Height) = (width, height);
        _pixels = new byte[width * height * 3];
    }

    /// <summary>Makes a black picture.</summary>
    /// <param name="size">Its size; each side 1 to 16384.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is out of range.</exception>
    public Frame(FrameSize size)
        : this(size.Width, size.Height)
    {
    }

    /// <summary>Pixels from left to right.</summary>
    public int Width { get; }

    /// <summary>Pixels from top to bottom.</summary>
    public int Height { get; }

    /// <summary>The size.</summary>
    public FrameSize Size => new(Width, Height);

    /// <summary>All pixels [<see cref="Height"/>, <see cref="Width"/>, 3]: red, green, blue; the top row first.</summary>
    public Span<byte> Pixels => _pixels;

    /// <summary>A pixel.</summary>
    /// <param name="x">Which from the left.</param>
    /// <param name="y">Which from the top.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such pixel.</exception>
    public Rgb this[int x, int y]
    {
        get
        {
            int at = At(x, y);
            return new Rgb(_pixels[at], _pixels[at + 1], _pixels[at + 2]);
        }

        set
        {
            int at = At(x, y);
            (_pixels[at], _pixels[at + 1], _pixels[at + 2]) = (value.Red, value.Green, value.Blue);
        }
    }

    /// <summary>Paints the whole picture.</summary>
    /// <param name="color">The colour.</param>
    public void Clear(Rgb color)
    {
        Span<byte> row = Row(0);
        for (int x = 0; x < row.Length; x += 3)
            (row[x], row[x + 1], row[x + 2]) = (color.Red, color.Green, color.Blue);
        for (int y = 1; y < Height; y++)
            row.CopyTo(Row(y));
    }

    /// <summary>A copy.</summary>
    public Frame Copied()
    {
        var copy = new Frame(Width, Height);
        _pixels.CopyTo(copy._pixels, 0);
        return copy;
    }

    /// <summary>A part of the picture.</summary>
    /// <param name="x">Its first column.</param>
    /// <param name="y">Its first row.</param>
    /// <param name="size">Its size.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part is empty or reaches beyond the picture.</exception>
    public Frame Cropped(int x, int y, FrameSize size)
    {
        if (x < 0 || y < 0 || size.Width < 1 || size.Height < 1 || size.Width > Width - x || size.Height > Height - y)
            throw new ArgumentOutOfRangeException(nameof(size), size, $"The part from ({x}, {y}) must lie within the picture of {Width} times {Height}.");
        var part = new Frame(size);
        for (int row = 0; row < size.Height; row++)
            Row(y + row).Slice(3 * x, 3 * size.Width).CopyTo(part.Row(row));
        return part;
    }

    /// <summary>The picture in another size: averages over areas where it shrinks, interpolates linearly where it grows.</summary>
    /// <param name="size">The new size; each side 1 to 16384.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is out of range.</exception>
    public Frame Resized(FrameSize size)
    {
        var resized = new Frame(size);
        var from = new float[_pixels.Length];
        for (int i = 0; i < from.Length; i++)
            from[i] = _pixels[i];
        var to = new float[resized._pixels.Length];
        new Resampling(Size, size, 3).Apply(from, to);
        for (int i = 0; i < to.Length; i++)
            resized._pixels[i] = (byte)(Math.Clamp(to[i], 0, 255) + 0.5f);
        return resized;
    }

    /// <summary>The picture without colours: brightness 0.299 red + 0.587 green + 0.114 blue in all three parts.</summary>
    public Frame Grey()
    {
        var grey = new Frame(Width, Height);
        for (int i = 0; i < _pixels.Length; i += 3)
            grey._pixels.AsSpan(i, 3).Fill((byte)(Brightness.Of(_pixels[i], _pixels[i + 1], _pixels[i + 2]) + 0.5f));
        return grey;
    }

    internal Span<byte> Row(int y) => _pixels.AsSpan(y * Width * 3, Width * 3);

    private static void CheckSide(int side, string parameter)
    {
        if (side is < 1 or > 16384)
            throw new ArgumentOutOfRangeException(parameter, side, "A side of a picture must be 1 to 16384 pixels.");
    }

    private int At(int x, int y)
    {
        if ((uint)x >= (uint)Width)
            throw new ArgumentOutOfRangeException(nameof(x), x, $"The column must be 0 to {Width - 1}.");
        if ((uint)y >= (uint)Height)
            throw new ArgumentOutOfRangeException(nameof(y), y, $"The row must be 0 to {Height - 1}.");
        return (y * Width + x) * 3;
    }
}
