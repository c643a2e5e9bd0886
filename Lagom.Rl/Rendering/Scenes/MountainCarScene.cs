using System.Numerics;

namespace Lagom.Rl;

/// <summary>The valley, the flag at the goal, and the car on the slope.</summary>
internal static class MountainCarScene
{
    private const int Pieces = 120;
    private const float Low = (float)MountainCar.LowPosition;
    private const float High = (float)MountainCar.HighPosition;

    public static void Draw(Frame frame, float position, float goal)
    {
        frame.Clear(Palette.Paper);
        var canvas = new Canvas(frame, new Vector2(Low, 1.2f), new Vector2(High, 0));
        var hill = new Vector2[Pieces + 3];
        for (int i = 0; i <= Pieces; i++)
            hill[i] = Ground(Low + (High - Low) * i / Pieces);
        canvas.Path(hill.AsSpan(0, Pieces + 1), 0.014f, Palette.Ink);
        (hill[^2], hill[^1]) = (new Vector2(High, 0), new Vector2(Low, 0));
        canvas.Polygon(hill, Palette.Green.Mixed(Palette.Paper, 0.55f));

        Vector2 top = Ground(goal) + new Vector2(0, 0.16f);
        canvas.Line(Ground(goal), top, 0.008f, Palette.Ink);
        canvas.Polygon([top, top + new Vector2(0.08f, -0.03f), top + new Vector2(0, -0.06f)], Palette.Red);

        float slope = 1.35f * MathF.Cos(3 * position);
        Vector2 along = Vector2.Normalize(new Vector2(1, slope));
        var up = new Vector2(-along.Y, along.X);
        Vector2 middle = Ground(position) + 0.05f * up;
        ReadOnlySpan<Vector2> body = [new(-0.065f, 0), new(-0.065f, 0.022f), new(-0.035f, 0.03f), new(-0.02f, 0.058f), new(0.025f, 0.058f), new(0.04f, 0.03f), new(0.065f, 0.022f), new(0.065f, 0)];
        var turned = new Vector2[body.Length];
        for (int i = 0; i < body.Length; i++)
            turned[i] = middle + body[i].X * along + (body[i].Y - 0.018f) * up;
        canvas.Polygon(turned, Palette.Blue);
        foreach (float wheel in (ReadOnlySpan<float>)[-0.036f, 0.036f])
        {
            Vector2 center = middle + wheel * along - 0.022f * up;
            canvas.Disc(center, 0.023f, Palette.Ink);
            canvas.Disc(center, 0.009f, Palette.Line);
        }
    }

    private static Vector2 Ground(float x) => new(x, 0.45f * MathF.Sin(3 * x) + 0.55f);
}
