namespace Lagom.Rl;

/// <summary>Deep deterministic policy gradient: a deterministic policy, one critic, and slow targets of both. Actions must be continuous and bounded.</summary>
/// <remarks><b>Source:</b> Lillicrap, Hunt, Pritzel, Heess, Erez, Tassa, Silver and Wierstra (2016), "Continuous control with deep reinforcement learning".</remarks>
public sealed class Ddpg : DeterministicActorCritic
{
    /// <summary>Makes the algorithm with networks that know nothing yet, and begins an episode in every copy.</summary>
    /// <param name="environments">Where it learns. Its actions must be bounded.</param>
    /// <param name="options">How it learns; null for the defaults.</param>
    /// <exception cref="ArgumentException">The actions are not bounded rows of numbers, autoreset is disabled, or an option is out of range.</exception>
    public Ddpg(IEnvironmentBatch environments, DdpgOptions? options = null)
        : base("ddpg", environments, options ?? new DdpgOptions(), ActionRange.Of(environments, "DDPG"), critics: 1, policyDelay: 1)
    {
    }

    private protected override void ChangeTargetActions(Span<float> actions)
    {
    }

    private protected override void ComputeTargets(ReadOnlySpan<float> nextValues, Span<float> targets) =>
        ReplayTargets.OneStep(Batch.Rewards, Batch.Discounts, nextValues, targets);
}
