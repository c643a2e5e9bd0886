using System.Numerics;

namespace Lagom.Rl;

/// <summary>The pendulum and, as an arrow around its axle, the torque that last turned it.</summary>
internal static class PendulumScene
{
    public static void Draw(Frame frame, float angle, float torque)
    {
        frame.Clear(Palette.Paper);
        var canvas = new Canvas(frame, new Vector2(-1.45f, 1.45f), new Vector2(1.45f, -1.45f));
        for (int i = 0; i < 72; i++)
        {
            (float tickSine, float tickCosine) = MathF.SinCos(MathF.Tau * i / 72);
            canvas.Disc(1.25f * new Vector2(tickSine, tickCosine), i % 18 == 0 ? 0.02f : 0.008f, Palette.Line);
        }

        (float sine, float cosine) = MathF.SinCos(angle);
        canvas.Line(Vector2.Zero, new Vector2(-sine, cosine), 0.2f, Palette.Red);
        canvas.Disc(Vector2.Zero, 0.05f, Palette.Ink);
        DrawTorque(canvas, torque / Pendulum.TopTorque);
    }

    // An arc of up to three quarters of a circle from the right; a positive torque turns it to the left, as it turns the pendulum.
    private static void DrawTorque(Canvas canvas, float share)
    {
        const float Radius = 0.3f;
        if (Math.Abs(share) < 0.01f)
            return;
        const int Pieces = 40;
        var arc = new Vector2[Pieces + 1];
        for (int i = 0; i <= Pieces; i++)
            arc[i] = Radius * Turned(1.5f * MathF.PI * share * i / Pieces);
        canvas.Path(arc, 0.035f, Palette.Blue);
        Vector2 tip = arc[^1];
        Vector2 outward = tip / Radius, ahead = Math.Sign(share) * new Vector2(-outward.Y, outward.X);
        canvas.Polygon([tip + 0.14f * ahead, tip + 0.09f * outward, tip - 0.09f * outward], Palette.Blue);
    }

    private static Vector2 Turned(float angle) => new(MathF.Cos(angle), MathF.Sin(angle));
}
