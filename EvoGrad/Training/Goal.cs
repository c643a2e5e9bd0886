namespace EvoGrad;

/// <summary>Which fitness is better.</summary>
public enum Goal
{
    /// <summary>The larger one.</summary>
    Maximize,

    /// <summary>The smaller one.</summary>
    Minimize,
}
