namespace Lagom.Rl;

/// <summary>What a step led to, but for the observation.</summary>
/// <param name="Reward">The reward.</param>
/// <param name="Terminated">Whether the task itself ended: there is no value beyond this step.</param>
/// <param name="Truncated">Whether the episode was cut from outside, by a time limit say: the last observation still has a value.</param>
public readonly record struct StepOutcome(double Reward, bool Terminated, bool Truncated)
{
    /// <summary>Whether the episode is over, for either reason.</summary>
    public bool IsOver => Terminated || Truncated;
}
