namespace Lagom.Rl;

/// <summary>Puts pictures of one size into a grid, row by row.</summary>
/// <remarks>Rules of lagom's GridImage: padding around every picture, as many columns as pictures where those are fewer than asked for.</remarks>
public sealed class GridImage
{
    private readonly List<Frame> _pictures = [];

    /// <summary>Starts an empty grid.</summary>
    /// <param name="columns">How many pictures stand side by side. Range: at least 1.</param>
    /// <param name="padding">Pixels between pictures and around them. Range: at least 0.</param>
    /// <param name="background">The colour of the padding.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public GridImage(int columns = 8, int padding = 2, Rgb background = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(padding);
        (Columns, Padding, Background) = (columns, padding, background);
    }

    /// <summary>How many pictures stand side by side.</summary>
    public int Columns { get; }

    /// <summary>Pixels between pictures and around them.</summary>
    public int Padding { get; }

    /// <summary>The colour of the padding.</summary>
    public Rgb Background { get; }

    /// <summary>How many pictures there are.</summary>
    public int Count => _pictures.Count;

    /// <summary>Adds a picture; a copy is kept.</summary>
    /// <param name="picture">The picture.</param>
    /// <exception cref="ArgumentException">Its size differs from the first one's.</exception>
    public void Add(Frame picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        AddOwn(picture.Copied());
    }

    /// <summary>Adds pictures given as bytes.</summary>
    /// <param name="pixels">[pictures, channels, height, width]; values 0 to 255.</param>
    /// <param name="channels">1 for grey, 3 for colours.</param>
    /// <param name="size">The size of each picture.</param>
    /// <exception cref="ArgumentException">The length is no multiple of a picture's, or the size differs from the first picture's.</exception>
    public void Add(ReadOnlySpan<byte> pixels, int channels, FrameSize size)
    {
        foreach (Range range in Pictures(pixels.Length, channels, size))
        {
            ReadOnlySpan<byte> planes = pixels[range];
            var picture = new Frame(size);
            int area = size.Width * size.Height;
            for (int i = 0; i < 3 * area; i++)
                picture.Pixels[i] = planes[channels == 3 ? i % 3 * area + i / 3 : i / 3];
            AddOwn(picture);
        }
    }

    /// <summary>Adds pictures given as numbers from 0 to 1, such as the outputs of a network; beyond is clamped, NaN is 0.</summary>
    /// <param name="pixels">[pictures, channels, height, width]. A number x becomes the byte ⌊255x⌋.</param>
    /// <param name="channels">1 for grey, 3 for colours.</param>
    /// <param name="size">The size of each picture.</param>
    /// <exception cref="ArgumentException">The length is no multiple of a picture's, or the size differs from the first picture's.</exception>
    public void Add(ReadOnlySpan<float> pixels, int channels, FrameSize size)
    {
        var bytes = new byte[pixels.Length];
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] = pixels[i] > 0 ? (byte)(Math.Min(pixels[i], 1) * 255) : (byte)0;
        Add(bytes, channels, size);
    }

    /// <summary>The grid.</summary>
    /// <exception cref="InvalidOperationException">There are no pictures.</exception>
    public Frame Compose()
    {
        if (_pictures.Count == 0)
            throw new InvalidOperationException("There are no pictures to compose: call Add first.");
        FrameSize size = _pictures[0].Size;
        int columns = Math.Min(Columns, _pictures.Count);
        int rows = (_pictures.Count + columns - 1) / columns;
        var grid = new Frame(columns * (size.Width + Padding) + Padding, rows * (size.Height + Padding) + Padding);
        grid.Clear(Background);
        for (int i = 0; i < _pictures.Count; i++)
        {
            (int row, int column) = Math.DivRem(i, columns);
            int left = Padding + column * (size.Width + Padding), top = Padding + row * (size.Height + Padding);
            for (int y = 0; y < size.Height; y++)
                _pictures[i].Row(y).CopyTo(grid.Row(top + y)[(3 * left)..]);
        }

        return grid;
    }

    private static IEnumerable<Range> Pictures(int length, int channels, FrameSize size)
    {
        if (channels is not (1 or 3))
            throw new ArgumentOutOfRangeException(nameof(channels), channels, "A picture has 1 channel (grey) or 3 (red, green, blue).");
        if (size.Width < 1 || size.Height < 1)
            throw new ArgumentOutOfRangeException(nameof(size), size, "Both sides must be at least 1 pixel.");
        int picture = channels * size.Width * size.Height;
        if (length == 0 || length % picture != 0)
            throw new ArgumentException($"There are {length} numbers; pictures of {channels} channels, {size.Width} times {size.Height} pixels need a multiple of {picture}.", "pixels");
        return Enumerable.Range(0, length / picture).Select(i => (i * picture)..((i + 1) * picture));
    }

    private void AddOwn(Frame picture)
    {
        if (_pictures.Count > 0 && _pictures[0].Size != picture.Size)
            throw new ArgumentException($"The picture is {picture.Width} times {picture.Height} pixels large, those before it {_pictures[0].Width} times {_pictures[0].Height}.", nameof(picture));
        _pictures.Add(picture);
    }
}
