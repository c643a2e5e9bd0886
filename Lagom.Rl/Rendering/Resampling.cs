namespace Lagom.Rl;

/// <summary>
/// Brings pictures of one size to another, a side after the other: averages over areas where a side shrinks, interpolates linearly where
/// it grows. Channels lie together at each pixel.
/// </summary>
internal sealed class Resampling
{
    private readonly FrameSize _from;
    private readonly FrameSize _to;
    private readonly int _channels;
    private readonly Tap[][] _columns;
    private readonly Tap[][] _rows;
    private readonly float[] _between;

    public Resampling(FrameSize from, FrameSize to, int channels)
    {
        (_from, _to, _channels) = (from, to, channels);
        _columns = Taps(from.Width, to.Width);
        _rows = Taps(from.Height, to.Height);
        _between = new float[from.Height * to.Width * channels];
    }

    public void Apply(ReadOnlySpan<float> from, Span<float> to)
    {
        for (int y = 0; y < _from.Height; y++)
        {
            for (int x = 0; x < _to.Width; x++)
            {
                for (int channel = 0; channel < _channels; channel++)
                {
                    float sum = 0;
                    foreach ((int source, float weight) in _columns[x])
                        sum += weight * from[(y * _from.Width + source) * _channels + channel];
                    _between[(y * _to.Width + x) * _channels + channel] = sum;
                }
            }
        }

        int row = _to.Width * _channels;
        for (int y = 0; y < _to.Height; y++)
        {
            Span<float> target = to.Slice(y * row, row);
            target.Clear();
            foreach ((int source, float weight) in _rows[y])
            {
                for (int i = 0; i < row; i++)
                    target[i] += weight * _between[source * row + i];
            }
        }
    }

    private static Tap[][] Taps(int from, int to)
    {
        var taps = new Tap[to][];
        double ratio = (double)from / to;
        for (int i = 0; i < to; i++)
            taps[i] = ratio > 1 ? Covered(i * ratio, Math.Min(from, (i + 1) * ratio), from) : Between((i + 0.5) * ratio - 0.5, from);
        return taps;
    }

    private static Tap[] Covered(double low, double high, int from)
    {
        var taps = new List<Tap>();
        for (int source = (int)low; source < from && source < high; source++)
        {
            double share = Math.Min(high, source + 1) - Math.Max(low, source);
            if (share > 1e-9)
                taps.Add(new Tap(source, (float)(share / (high - low))));
        }

        return [.. taps];
    }

    private static Tap[] Between(double at, int from)
    {
        int low = (int)Math.Floor(at);
        float share = (float)(at - low);
        return [new Tap(Math.Clamp(low, 0, from - 1), 1 - share), new Tap(Math.Clamp(low + 1, 0, from - 1), share)];
    }

    private readonly record struct Tap(int Source, float Weight);
}
