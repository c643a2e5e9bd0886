using System.Numerics;

namespace Lagom.Rl;

/// <summary>The cart on its rail, the pole on it, and the ends of the rail.</summary>
internal static class CartPoleScene
{
    private const float Axle = 0.12f;

    public static void Draw(Frame frame, float position, float angle)
    {
        frame.Clear(Palette.Paper);
        var canvas = new Canvas(frame, new Vector2(-2.85f, 2.2f), new Vector2(2.85f, -1.6f));
        const float Limit = (float)CartPole.PositionLimit;
        canvas.Line(new Vector2(-Limit, -0.24f), new Vector2(Limit, -0.24f), 0.03f, Palette.Grey);
        foreach (float end in (ReadOnlySpan<float>)[-Limit, Limit])
            canvas.Line(new Vector2(end, -0.36f), new Vector2(end, -0.12f), 0.05f, Palette.Red);

        var middle = new Vector2(position, 0);
        canvas.Rectangle(middle + new Vector2(-0.3f, -0.14f), middle + new Vector2(0.3f, 0.14f), Palette.Ink);
        foreach (float wheel in (ReadOnlySpan<float>)[-0.18f, 0.18f])
        {
            canvas.Disc(middle + new Vector2(wheel, -0.15f), 0.08f, Palette.Ink);
            canvas.Disc(middle + new Vector2(wheel, -0.15f), 0.035f, Palette.Line);
        }

        Vector2 foot = middle + new Vector2(0, Axle);
        (float sine, float cosine) = MathF.SinCos(angle);
        canvas.Line(foot, foot + 2 * (float)CartPole.HalfLength * 1.2f * new Vector2(sine, cosine), 0.1f, Palette.Orange);
        canvas.Disc(foot, 0.055f, Palette.Blue);
    }
}
