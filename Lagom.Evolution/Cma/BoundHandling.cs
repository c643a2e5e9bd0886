namespace Lagom.Evolution;

/// <summary>How CMA-ES keeps candidates inside <see cref="SearchBounds"/>.</summary>
public enum BoundHandling
{
    /// <summary>
    /// The search runs without bounds; a smooth map, the identity but for a margin at the bounds, takes its points into the box (BoundTransform).
    /// </summary>
    Transform,

    /// <summary>
    /// Candidates outside are evaluated at the nearest point of the box, and their distance adds to the value that ranks them, by a weight
    /// that adapts (BoundPenalty).
    /// </summary>
    Penalty,
}
