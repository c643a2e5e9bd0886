using Lagom.Rl;

namespace Showcase.Policies;

/// <summary>The film of a policy that swings up the pendulum from where it hangs.</summary>
internal static class Animation
{
    private const double FramesPerSecond = 20;
    private const double Hanging = Math.PI;
    private static readonly FrameSize Size = new(240, 240);

    /// <summary>Plays an episode and saves its pictures as an animated GIF.</summary>
    public static void Save(double[] weights, string path)
    {
        var pendulum = new Pendulum();
        var policy = new SwingUpPolicy(1, 1);
        using var video = new EpisodeVideo(FramesPerSecond, size: Size);
        float[] observation = pendulum.ResetTo([Hanging, 0]);
        for (int step = 0; step < SwingUpPolicy.Steps; step++)
        {
            video.Capture(pendulum);
            pendulum.Step([policy.Act(weights, observation)], observation);
        }

        video.Save(path);
    }
}
