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

    /// <summary>Trains on an environment of a registry, with evaluations on copies of their own.</summary>
    /// <param name="environment">The environment's id, such as "Pendulum-v1".</param>
    /// <param name="options">How it learns; null for <see cref="DdpgOptions.For"/> of the environment.</param>
    /// <param name="training">How long, and what is evaluated, saved and shown; null for the options' <see cref="OffPolicyOptions.TotalSteps"/>.</param>
    /// <param name="registry">Where environments come from; null for those of this package.</param>
    /// <param name="progress">Is told how the run goes.</param>
    /// <param name="cancellationToken">Ends the run with an exception.</param>
    /// <returns>The trained algorithm, whose policy acts; the caller disposes it.</returns>
    /// <exception cref="ArgumentException">There is no such environment, an option is out of range, or the training is longer than the learning rate lasts.</exception>
    public static Task<Ddpg> TrainAsync(
        string environment,
        DdpgOptions? options = null,
        TrainingOptions? training = null,
        EnvironmentRegistry? registry = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= DdpgOptions.For(environment);
        return TrainAsync(environment, options, batch => new Ddpg(batch, options), training, registry, progress, cancellationToken);
    }

    private protected override void ChangeTargetActions(Span<float> actions)
    {
    }

    private protected override void ComputeTargets(ReadOnlySpan<float> nextValues, Span<float> targets) =>
        ReplayTargets.OneStep(Batch.Rewards, Batch.Discounts, nextValues, targets);
}
