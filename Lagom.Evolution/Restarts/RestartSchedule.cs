namespace Lagom.Evolution;

/// <summary>How a search starts again once CMA-ES has converged.</summary>
public enum RestartSchedule
{
    /// <summary>With a larger population each time.</summary>
    Ipop,

    /// <summary>With larger populations and, on an equal budget, small populations and short steps in turns.</summary>
    Bipop,
}
