using System.Numerics;

namespace Lagom.Rl;

/// <summary>Draws smooth shapes onto a picture, in coordinates of the caller's. Shapes beyond the picture are cut.</summary>
/// <remarks>A view that has other proportions than the picture is shown whole, in the middle; the scale is the same along both axes.</remarks>
public sealed class Canvas
{
    private readonly Rasterizer _rasterizer;
    private readonly Vector2 _center;
    private readonly Vector2 _middle;
    private readonly Vector2 _scale;

    /// <summary>Lays coordinates over a picture.</summary>
    /// <param name="frame">The picture.</param>
    /// <param name="topLeft">The corner of the view that comes to lie at the upper left.</param>
    /// <param name="bottomRight">The corner of the view that comes to lie at the lower right; y may grow downwards or upwards.</param>
    /// <exception cref="ArgumentException">The view is empty or not finite.</exception>
    public Canvas(Frame frame, Vector2 topLeft, Vector2 bottomRight)
    {
        ArgumentNullException.ThrowIfNull(frame);
        Vector2 extent = bottomRight - topLeft;
        if (!float.IsNormal(extent.X) || !float.IsNormal(extent.Y))
            throw new ArgumentException($"The view from {topLeft} to {bottomRight} must have finite sides that are not 0.", nameof(bottomRight));
        Frame = frame;
        _rasterizer = new Rasterizer(frame);
        Scale = Math.Min(frame.Width / Math.Abs(extent.X), frame.Height / Math.Abs(extent.Y));
        _scale = new Vector2(Scale * Math.Sign(extent.X), Scale * Math.Sign(extent.Y));
        _center = (topLeft + bottomRight) / 2;
        _middle = new Vector2(frame.Width, frame.Height) / 2;
    }

    /// <summary>The picture.</summary>
    public Frame Frame { get; }

    /// <summary>Pixels per unit of the caller's coordinates.</summary>
    public float Scale { get; }

    /// <summary>Fills a polygon; where its sides cross, what lies inside an odd number of times.</summary>
    /// <param name="corners">Its corners, in order.</param>
    /// <param name="color">The colour.</param>
    /// <param name="opacity">How much of what lies below is covered. Range: [0, 1].</param>
    public void Polygon(ReadOnlySpan<Vector2> corners, Rgb color, float opacity = 1)
    {
        Vector2[] pixels = new Vector2[corners.Length];
        for (int i = 0; i < corners.Length; i++)
            pixels[i] = Pixel(corners[i]);
        _rasterizer.Polygon(pixels, color, opacity);
    }

    /// <summary>Fills a rectangle.</summary>
    /// <param name="corner">One of its corners.</param>
    /// <param name="opposite">The opposite corner.</param>
    /// <param name="color">The colour.</param>
    /// <param name="opacity">How much of what lies below is covered. Range: [0, 1].</param>
    public void Rectangle(Vector2 corner, Vector2 opposite, Rgb color, float opacity = 1) =>
        Polygon([corner, new Vector2(opposite.X, corner.Y), opposite, new Vector2(corner.X, opposite.Y)], color, opacity);

    /// <summary>Fills a disc.</summary>
    /// <param name="center">Its centre.</param>
    /// <param name="radius">Its radius.</param>
    /// <param name="color">The colour.</param>
    /// <param name="opacity">How much of what lies below is covered. Range: [0, 1].</param>
    public void Disc(Vector2 center, float radius, Rgb color, float opacity = 1) =>
        _rasterizer.Line(Pixel(center), Pixel(center), radius * Scale, color, opacity);

    /// <summary>Draws a line with round ends.</summary>
    /// <param name="from">One end.</param>
    /// <param name="to">The other end.</param>
    /// <param name="width">Its width; drawn at least one pixel wide.</param>
    /// <param name="color">The colour.</param>
    /// <param name="opacity">How much of what lies below is covered. Range: [0, 1].</param>
    public void Line(Vector2 from, Vector2 to, float width, Rgb color, float opacity = 1) =>
        _rasterizer.Line(Pixel(from), Pixel(to), Math.Max(1, width * Scale) / 2, color, opacity);

    /// <summary>Draws lines from point to point, with round ends and corners.</summary>
    /// <param name="points">The points.</param>
    /// <param name="width">Their width; drawn at least one pixel wide.</param>
    /// <param name="color">The colour.</param>
    public void Path(ReadOnlySpan<Vector2> points, float width, Rgb color)
    {
        for (int i = 1; i < points.Length; i++)
            Line(points[i - 1], points[i], width, color);
    }

    /// <summary>Writes a line of text, capital letters and digits of 5 times 7 dots; other characters leave a gap.</summary>
    /// <param name="text">The text; small letters are written as capitals.</param>
    /// <param name="center">The middle of the text.</param>
    /// <param name="height">The height of a letter.</param>
    /// <param name="color">The colour.</param>
    public void Text(string text, Vector2 center, float height, Rgb color)
    {
        ArgumentNullException.ThrowIfNull(text);
        float dot = height / DotFont.Height;
        Vector2 right = new(Math.Sign(_scale.X) * dot, 0), down = new(0, Math.Sign(_scale.Y) * dot);
        Vector2 corner = center - right * ((DotFont.Advance * text.Length - 1) / 2f) - down * (DotFont.Height / 2f);
        for (int i = 0; i < text.Length; i++)
        {
            foreach ((int x, int y, int width) in DotFont.Runs(text[i]))
            {
                Vector2 from = corner + right * (i * DotFont.Advance + x) + down * y;
                Rectangle(from, from + right * width + down, color);
            }
        }
    }

    private Vector2 Pixel(Vector2 point) => (point - _center) * _scale + _middle;
}
