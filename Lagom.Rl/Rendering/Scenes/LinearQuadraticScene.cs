using System.Numerics;

namespace Lagom.Rl;

/// <summary>The mass on its line, the origin, and arrows for the velocity and the force that last pushed.</summary>
internal static class LinearQuadraticScene
{
    public static void Draw(Frame frame, float position, float velocity, float force)
    {
        frame.Clear(Palette.Paper);
        var canvas = new Canvas(frame, new Vector2(-2.2f, 0.7f), new Vector2(2.2f, -0.4f));
        canvas.Line(new Vector2(-2, -0.1f), new Vector2(2, -0.1f), 0.015f, Palette.Grey);
        canvas.Line(new Vector2(0, -0.18f), new Vector2(0, -0.02f), 0.02f, Palette.Green);
        var middle = new Vector2(Math.Clamp(position, -2, 2), 0.03f);
        canvas.Rectangle(middle - new Vector2(0.12f), middle + new Vector2(0.12f), Palette.Ink);
        Arrow(canvas, middle + new Vector2(0, 0.22f), velocity, Palette.Blue);
        Arrow(canvas, middle + new Vector2(0, 0.36f), force, Palette.Orange);
    }

    private static void Arrow(Canvas canvas, Vector2 from, float length, Rgb color)
    {
        length = Math.Clamp(length, -2, 2) / 2;
        if (Math.Abs(length) < 0.02f)
            return;
        Vector2 tip = from + new Vector2(length, 0), back = new Vector2(0.06f * Math.Sign(length), 0);
        canvas.Line(from, tip - back, 0.03f, color);
        canvas.Polygon([tip, tip - 1.5f * back + new Vector2(0, 0.05f), tip - 1.5f * back - new Vector2(0, 0.05f)], color);
    }
}
