namespace Lagom.Rl;

/// <summary>What is known of an environment by its id.</summary>
/// <param name="Id">The id, such as "CartPole-v1".</param>
public sealed record EnvironmentSpec(string Id)
{
    /// <summary>After how many steps an episode is cut; null for never.</summary>
    public int? MaxEpisodeSteps { get; init; }

    /// <summary>The mean return from which the task counts as solved; null where there is none.</summary>
    public double? RewardThreshold { get; init; }
}
