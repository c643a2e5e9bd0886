namespace Lagom.Rl;

/// <summary>What an action is chosen for.</summary>
public enum ActionMode
{
    /// <summary>To learn from: the agent explores.</summary>
    Explore,

    /// <summary>To show what was learnt.</summary>
    Evaluate,
}
