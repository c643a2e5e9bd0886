namespace Lagom.Rl;

/// <summary>What <see cref="RecordVideo{TObservation, TAction}"/> records, and where to.</summary>
/// <param name="Folder">The folder that the videos are written to; made where it is missing.</param>
public sealed record RecordVideoOptions(string Folder)
{
    /// <summary>What file names begin with: "episode" gives episode-0.gif.</summary>
    public string NamePrefix { get; init; } = "episode";

    /// <summary>How videos are stored.</summary>
    public VideoFormat Format { get; init; }

    /// <summary>Which episodes are recorded, by their number from 0. Default: <see cref="CubicEpisodes"/>.</summary>
    public Func<int, bool> EpisodeTrigger { get; init; } = CubicEpisodes;

    /// <summary>The size of the frames; null for the environment's own.</summary>
    public FrameSize? Size { get; init; }

    /// <summary>How many frames fill a second; null for the environment's own. Range: above 0, at most 50.</summary>
    public double? FramesPerSecond { get; init; }

    /// <summary>After how many frames the rest of an episode is left out. Range: at least 1.</summary>
    public int MaxFrames { get; init; } = 10_000;

    /// <summary>The episodes 0, 1, 8, 27 and so on up to 1000, then every thousandth.</summary>
    /// <param name="episode">The episode's number, from 0.</param>
    public static bool CubicEpisodes(int episode)
    {
        if (episode >= 1000)
            return episode % 1000 == 0;
        int root = (int)Math.Round(Math.Cbrt(episode));
        return root * root * root == episode;
    }

    internal void Check()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Folder);
        ArgumentException.ThrowIfNullOrWhiteSpace(NamePrefix);
        ArgumentNullException.ThrowIfNull(EpisodeTrigger);
        if (NamePrefix.AsSpan().ContainsAny(Path.GetInvalidFileNameChars()))
            throw new ArgumentException($"The prefix '{NamePrefix}' holds a character that file names cannot have.", nameof(NamePrefix));
        if (FramesPerSecond is { } speed && !(speed > 0 && speed <= 50))
            throw new ArgumentOutOfRangeException(nameof(FramesPerSecond), speed, "There must be more than 0 and at most 50 frames a second.");
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxFrames, 1);
    }
}
