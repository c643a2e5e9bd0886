namespace Lagom.Rl;

/// <summary>One of the things that an action in a state may lead to.</summary>
/// <param name="Probability">How likely it is. Range: (0, 1].</param>
/// <param name="NextState">The state it leads to.</param>
/// <param name="Reward">The reward.</param>
/// <param name="Terminated">Whether the task ends.</param>
public readonly record struct TabularTransition(double Probability, int NextState, double Reward, bool Terminated);
