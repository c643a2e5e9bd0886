using System.Numerics;

namespace Lagom.Rl;

/// <summary>Fills shapes whose coordinates are pixels, with smooth edges: a pixel is mixed by the share of it that the shape covers.</summary>
internal sealed class Rasterizer(Frame frame)
{
    private const int SubRows = 8;

    private readonly float[] _coverage = new float[frame.Width];

    // Each row of pixels is cut at eight heights; along them the covered length is exact.
    public void Polygon(ReadOnlySpan<Vector2> corners, Rgb color, float opacity)
    {
        if (corners.Length < 3 || !TryRange(corners, out PixelRectangle part))
            return;
        Span<float> crossings = corners.Length <= 256 ? stackalloc float[corners.Length] : new float[corners.Length];
        for (int y = part.Y; y < part.Y + part.Height; y++)
        {
            _coverage.AsSpan(part.X, part.Width).Clear();
            for (int sub = 0; sub < SubRows; sub++)
            {
                int count = Crossings(corners, y + (sub + 0.5f) / SubRows, crossings);
                crossings[..count].Sort();
                for (int i = 0; i + 1 < count; i += 2)
                    Cover(crossings[i], crossings[i + 1]);
            }

            Span<byte> row = frame.Row(y);
            for (int x = part.X; x < part.X + part.Width; x++)
            {
                if (_coverage[x] > 0)
                    Blend(row.Slice(3 * x, 3), color, opacity * Math.Min(1, _coverage[x]));
            }
        }
    }

    // A line with round ends: all points within a radius of it. A disc is one of no length.
    public void Line(Vector2 from, Vector2 to, float radius, Rgb color, float opacity)
    {
        if (!float.IsFinite(radius) || !IsFinite(from) || !IsFinite(to))
            return;
        Vector2 along = to - from;
        float lengthSquared = along.LengthSquared();
        Vector2 low = Vector2.Min(from, to) - new Vector2(radius + 1), high = Vector2.Max(from, to) + new Vector2(radius + 1);
        (int firstX, int lastX) = Clipped(low.X, high.X, frame.Width);
        (int firstY, int lastY) = Clipped(low.Y, high.Y, frame.Height);
        for (int y = firstY; y <= lastY; y++)
        {
            Span<byte> row = frame.Row(y);
            for (int x = firstX; x <= lastX; x++)
            {
                Vector2 point = new Vector2(x + 0.5f, y + 0.5f) - from;
                float share = lengthSquared > 0 ? Math.Clamp(Vector2.Dot(point, along) / lengthSquared, 0, 1) : 0;
                float covered = radius + 0.5f - (point - along * share).Length();
                if (covered > 0)
                    Blend(row.Slice(3 * x, 3), color, opacity * Math.Min(1, covered));
            }
        }
    }

    private static int Crossings(ReadOnlySpan<Vector2> corners, float y, Span<float> crossings)
    {
        int count = 0;
        Vector2 from = corners[^1];
        foreach (Vector2 to in corners)
        {
            if ((from.Y <= y) != (to.Y <= y))
                crossings[count++] = from.X + (y - from.Y) / (to.Y - from.Y) * (to.X - from.X);
            from = to;
        }

        return count;
    }

    private static void Blend(Span<byte> pixel, Rgb color, float share)
    {
        Rgb mixed = new Rgb(pixel[0], pixel[1], pixel[2]).Mixed(color, share);
        (pixel[0], pixel[1], pixel[2]) = (mixed.Red, mixed.Green, mixed.Blue);
    }

    private static bool IsFinite(Vector2 point) => float.IsFinite(point.X) && float.IsFinite(point.Y);

    private static (int First, int Last) Clipped(float low, float high, int size) =>
        ((int)Math.Clamp(MathF.Floor(low), 0, size), (int)Math.Clamp(MathF.Ceiling(high), -1, size - 1));

    private bool TryRange(ReadOnlySpan<Vector2> corners, out PixelRectangle part)
    {
        part = default;
        Vector2 low = new(float.PositiveInfinity), high = new(float.NegativeInfinity);
        foreach (Vector2 corner in corners)
        {
            if (!IsFinite(corner))
                return false;
            (low, high) = (Vector2.Min(low, corner), Vector2.Max(high, corner));
        }

        (int left, int right) = Clipped(low.X, high.X, frame.Width);
        (int top, int bottom) = Clipped(low.Y, high.Y, frame.Height);
        part = new PixelRectangle(left, top, right - left + 1, bottom - top + 1);
        return part is { Width: > 0, Height: > 0 };
    }

    private void Cover(float from, float to)
    {
        from = Math.Clamp(from, 0, frame.Width);
        to = Math.Clamp(to, 0, frame.Width);
        if (to <= from)
            return;
        const float Weight = 1f / SubRows;
        int first = (int)from, last = Math.Min((int)to, frame.Width - 1);
        if (first >= last)
        {
            _coverage[Math.Min(first, last)] += (to - from) * Weight;
            return;
        }

        _coverage[first] += (first + 1 - from) * Weight;
        for (int x = first + 1; x < last; x++)
            _coverage[x] += Weight;
        _coverage[last] += (to - last) * Weight;
    }
}
