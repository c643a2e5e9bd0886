namespace Lagom.Rl;

/// <summary>At most 256 colours for a part of a picture, and which of them each pixel has.</summary>
/// <remarks><b>Source:</b> of more colours, boxes are halved at their median: Heckbert (1982), "Color image quantization for frame buffer display".</remarks>
internal sealed class ColorPalette
{
    private const int Most = 256;

    private readonly List<int> _colors;

    private ColorPalette(List<int> colors, byte[] indices) => (_colors, Indices) = (colors, indices);

    // The colour of each pixel, row by row.
    public byte[] Indices { get; }

    // The table has 2 to this power entries.
    public int Bits => Math.Max(1, 32 - int.LeadingZeroCount(_colors.Count - 1));

    public static ColorPalette Of(Frame frame, PixelRectangle part)
    {
        Dictionary<int, int> counts = Count(frame, part);
        var colors = new List<int>();
        var indexOf = new Dictionary<int, byte>(counts.Count);
        if (counts.Count <= Most)
        {
            foreach (int color in counts.Keys)
            {
                indexOf[color] = (byte)colors.Count;
                colors.Add(color);
            }
        }
        else
        {
            foreach (ColorBox box in ColorBox.Split(counts, Most))
            {
                foreach (int color in box.Colors)
                    indexOf[color] = (byte)colors.Count;
                colors.Add(box.Mean());
            }
        }

        var indices = new byte[part.Width * part.Height];
        int at = 0, last = -1;
        byte index = 0;
        for (int y = part.Y; y < part.Y + part.Height; y++)
        {
            ReadOnlySpan<byte> row = frame.Row(y).Slice(3 * part.X, 3 * part.Width);
            for (int x = 0; x < row.Length; x += 3)
            {
                int color = Packed(row, x);
                if (color != last)
                    (last, index) = (color, indexOf[color]);
                indices[at++] = index;
            }
        }

        return new ColorPalette(colors, indices);
    }

    public void WriteTable(Stream stream)
    {
        Span<byte> table = stackalloc byte[3 * Most];
        table.Clear();
        for (int i = 0; i < _colors.Count; i++)
        {
            table[3 * i] = (byte)(_colors[i] >> 16);
            table[3 * i + 1] = (byte)(_colors[i] >> 8);
            table[3 * i + 2] = (byte)_colors[i];
        }

        stream.Write(table[..(3 << Bits)]);
    }

    private static Dictionary<int, int> Count(Frame frame, PixelRectangle part)
    {
        var counts = new Dictionary<int, int>();
        int last = -1, run = 0;
        for (int y = part.Y; y < part.Y + part.Height; y++)
        {
            ReadOnlySpan<byte> row = frame.Row(y).Slice(3 * part.X, 3 * part.Width);
            for (int x = 0; x < row.Length; x += 3)
            {
                int color = Packed(row, x);
                if (color != last)
                {
                    Add(last, run);
                    (last, run) = (color, 0);
                }

                run++;
            }
        }

        Add(last, run);
        return counts;

        void Add(int color, int times)
        {
            if (times > 0)
                counts[color] = counts.GetValueOrDefault(color) + times;
        }
    }

    private static int Packed(ReadOnlySpan<byte> row, int x) => row[x] << 16 | row[x + 1] << 8 | row[x + 2];
}
