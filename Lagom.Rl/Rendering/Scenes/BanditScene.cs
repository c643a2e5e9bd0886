using System.Numerics;

namespace Lagom.Rl;

/// <summary>A bar for the mean of each arm; on the arm that was pulled last, a disc at its reward.</summary>
internal static class BanditScene
{
    public static void Draw(Frame frame, ReadOnlySpan<double> means, int pulled, double reward)
    {
        frame.Clear(Palette.Paper);
        double low = -1, high = 1;
        foreach (double mean in means)
            (low, high) = (Math.Min(low, mean - 1), Math.Max(high, mean + 1));
        float width = (float)(high - low) * 1.5f;
        var canvas = new Canvas(frame, new Vector2(0, (float)high), new Vector2(width, (float)low));
        float arm = width / means.Length;
        for (int i = 0; i < means.Length; i++)
        {
            float from = (i + 0.2f) * arm, to = (i + 0.8f) * arm;
            canvas.Rectangle(new Vector2(from, 0), new Vector2(to, (float)means[i]), i == pulled ? Palette.Orange : Palette.Blue.Mixed(Palette.Paper, 0.3f));
        }

        canvas.Line(Vector2.Zero, new Vector2(width, 0), width / 400, Palette.Ink);
        if (pulled >= 0)
            canvas.Disc(new Vector2((pulled + 0.5f) * arm, (float)Math.Clamp(reward, low, high)), width / 60, Palette.Red);
    }
}
