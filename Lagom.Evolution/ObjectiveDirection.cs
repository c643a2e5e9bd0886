namespace Lagom.Evolution;

/// <summary>Which values are better.</summary>
public enum ObjectiveDirection
{
    /// <summary>Smaller ones: costs, errors.</summary>
    Minimize,

    /// <summary>Larger ones: rewards, scores.</summary>
    Maximize,
}
