namespace Lagom.Rl;

/// <summary>How a video is stored.</summary>
public enum VideoFormat
{
    /// <summary>One animated GIF.</summary>
    Gif,

    /// <summary>A folder with a PNG for each frame, numbered from frame-00000.png, for a video encoder to read.</summary>
    PngFrames,
}
