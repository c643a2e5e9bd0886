namespace Lagom.Rl;

/// <summary>Colours that are merged into one.</summary>
internal sealed class ColorBox
{
    private readonly List<(int Color, int Count)> _colors;
    private readonly int _shift;
    private readonly long _spread;

    private ColorBox(List<(int Color, int Count)> colors)
    {
        _colors = colors;
        (_shift, int width) = Widest(colors);
        long pixels = 0;
        foreach ((_, int count) in colors)
            pixels += count;
        _spread = width * (long)width * pixels;
    }

    public IEnumerable<int> Colors => _colors.Select(entry => entry.Color);

    // Halves, again and again, the box whose colours differ most and are seen most.
    public static List<ColorBox> Split(Dictionary<int, int> counts, int boxes)
    {
        var queue = new PriorityQueue<ColorBox, long>();
        Enqueue(new ColorBox([.. counts.OrderBy(entry => entry.Key).Select(entry => (entry.Key, entry.Value))]));
        while (queue.Count < boxes && queue.TryPeek(out ColorBox? widest, out _) && widest._colors.Count > 1)
        {
            queue.Dequeue();
            (ColorBox low, ColorBox high) = widest.Halved();
            Enqueue(low);
            Enqueue(high);
        }

        return [.. queue.UnorderedItems.Select(item => item.Element)];

        void Enqueue(ColorBox box) => queue.Enqueue(box, box._colors.Count > 1 ? -box._spread : long.MaxValue);
    }

    public int Mean()
    {
        long red = 0, green = 0, blue = 0, pixels = 0;
        foreach ((int color, int count) in _colors)
        {
            red += (long)count * (color >> 16);
            green += (long)count * (color >> 8 & 255);
            blue += (long)count * (color & 255);
            pixels += count;
        }

        long half = pixels / 2;
        return (int)((red + half) / pixels << 16 | (green + half) / pixels << 8 | (blue + half) / pixels);
    }

    private static (int Shift, int Width) Widest(List<(int Color, int Count)> colors)
    {
        (int Shift, int Width) widest = (0, -1);
        foreach (int shift in (ReadOnlySpan<int>)[8, 16, 0])
        {
            int low = 255, high = 0;
            foreach ((int color, _) in colors)
            {
                int part = color >> shift & 255;
                (low, high) = (Math.Min(low, part), Math.Max(high, part));
            }

            if (high - low > widest.Width)
                widest = (shift, high - low);
        }

        return widest;
    }

    private (ColorBox Low, ColorBox High) Halved()
    {
        _colors.Sort((one, other) => ((one.Color >> _shift & 255), one.Color).CompareTo(((other.Color >> _shift & 255), other.Color)));
        long half = 0;
        foreach ((_, int count) in _colors)
            half += count;
        half /= 2;
        int middle = 1;
        long passed = _colors[0].Count;
        while (middle < _colors.Count - 1 && passed < half)
            passed += _colors[middle++].Count;
        return (new ColorBox(_colors[..middle]), new ColorBox(_colors[middle..]));
    }
}
