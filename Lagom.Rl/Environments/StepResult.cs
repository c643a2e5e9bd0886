namespace Lagom.Rl;

/// <summary>What a step led to.</summary>
/// <typeparam name="TObservation">The type of the observation.</typeparam>
/// <param name="Observation">What the agent sees now.</param>
/// <param name="Reward">The reward.</param>
/// <param name="Terminated">Whether the task itself ended: there is no value beyond this step.</param>
/// <param name="Truncated">Whether the episode was cut from outside, by a time limit say: the last observation still has a value.</param>
/// <param name="Info">What else the environment tells, by name.</param>
public readonly record struct StepResult<TObservation>(
    TObservation Observation, double Reward, bool Terminated, bool Truncated, IReadOnlyDictionary<string, object> Info)
{
    /// <summary>Whether the episode is over, for either reason.</summary>
    public bool IsOver => Terminated || Truncated;
}
