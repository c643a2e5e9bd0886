namespace Lagom.Rl;

/// <summary>An action between two time steps.</summary>
/// <typeparam name="TObservation">The type of the observations.</typeparam>
/// <typeparam name="TAction">The type of the action.</typeparam>
/// <param name="Observation">What was seen.</param>
/// <param name="Action">What was done.</param>
/// <param name="NextObservation">What was seen then.</param>
/// <param name="Reward">The reward.</param>
/// <param name="IsTerminal">Whether the task itself ended: there is no value beyond.</param>
/// <param name="IsCut">Whether the episode was cut there from outside.</param>
public readonly record struct Transition<TObservation, TAction>(
    TObservation Observation, TAction Action, TObservation NextObservation, double Reward, bool IsTerminal, bool IsCut);
