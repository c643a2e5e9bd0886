namespace Lagom.Rl;

/// <summary>What can show itself as a picture: an environment in its present state.</summary>
public interface IRenderable
{
    /// <summary>The size in which pictures of it look best.</summary>
    FrameSize FrameSize { get; }

    /// <summary>How many steps fill a second when the task is watched at its natural speed.</summary>
    int FramesPerSecond { get; }

    /// <summary>Draws the present state over whatever the picture shows; a picture of another size than <see cref="FrameSize"/> is filled as well as its shape allows.</summary>
    /// <param name="frame">The picture.</param>
    void Render(Frame frame);
}
