namespace Lagom.Rl;

/// <summary>Where in an episode a time step is.</summary>
public enum StepType : byte
{
    /// <summary>Before any action.</summary>
    First,

    /// <summary>After an action; the episode goes on.</summary>
    Mid,

    /// <summary>After the last action.</summary>
    Last,
}
