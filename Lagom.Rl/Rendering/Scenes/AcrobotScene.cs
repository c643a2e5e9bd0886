using System.Numerics;

namespace Lagom.Rl;

/// <summary>The two links, and the line that the tip is to reach.</summary>
internal static class AcrobotScene
{
    public static void Draw(Frame frame, float angle1, float angle2)
    {
        frame.Clear(Palette.Paper);
        var canvas = new Canvas(frame, new Vector2(-2.3f, 2.3f), new Vector2(2.3f, -2.3f));
        canvas.Line(new Vector2(-2.1f, 1), new Vector2(2.1f, 1), 0.02f, Palette.Green);
        Vector2 elbow = Link(angle1), tip = elbow + Link(angle1 + angle2);
        canvas.Line(Vector2.Zero, elbow, 0.2f, Palette.Blue);
        canvas.Line(elbow, tip, 0.2f, Palette.Orange);
        canvas.Disc(Vector2.Zero, 0.07f, Palette.Ink);
        canvas.Disc(elbow, 0.07f, Palette.Ink);
        canvas.Disc(tip, 0.05f, Palette.Paper);
    }

    private static Vector2 Link(float angle) => new(MathF.Sin(angle), -MathF.Cos(angle));
}
