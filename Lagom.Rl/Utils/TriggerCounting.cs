namespace Lagom.Rl;

/// <summary>What a trigger is told.</summary>
public enum TriggerCounting
{
    /// <summary>The running total.</summary>
    Total,

    /// <summary>By how much the total has grown since the last check.</summary>
    Increment,
}
