namespace Lagom.Rl;

/// <summary>Vanilla policy gradient: one gradient step per rollout, with values that learn the bootstrapped returns.</summary>
/// <remarks><b>Source:</b> Sutton, McAllester, Singh and Mansour (2000), "Policy gradient methods for reinforcement learning with function approximation".</remarks>
public sealed class Vpg : PolicyGradientAlgorithm
{
    /// <summary>Makes the algorithm with networks that know nothing yet, and begins an episode in every copy.</summary>
    /// <param name="environments">Where it learns; its copies reset in their last step.</param>
    /// <param name="options">How it learns; null for the defaults.</param>
    /// <exception cref="ArgumentException">Actions are neither choices nor rows of numbers, the copies reset otherwise, or an option is out of range.</exception>
    public Vpg(IEnvironmentBatch environments, VpgOptions? options = null)
        : base("vpg", environments, options ?? new VpgOptions())
    {
    }

    /// <summary>Trains on an environment of a registry, with evaluations on copies of their own.</summary>
    /// <param name="environment">The environment's id, such as "CartPole-v1".</param>
    /// <param name="options">How it learns; null for <see cref="VpgOptions.For"/> of the environment.</param>
    /// <param name="training">How long, and what is evaluated, saved and shown; null for the options' <see cref="OnPolicyOptions.TotalSteps"/>.</param>
    /// <param name="registry">Where environments come from; null for those of this package.</param>
    /// <param name="progress">Is told how the run goes.</param>
    /// <param name="cancellationToken">Ends the run with an exception.</param>
    /// <returns>The trained algorithm, whose <see cref="OnPolicyAlgorithm.Policy"/> acts; the caller disposes it.</returns>
    /// <exception cref="ArgumentException">There is no such environment, an option is out of range, or the training is longer than the learning rate lasts.</exception>
    public static Task<Vpg> TrainAsync(
        string environment,
        VpgOptions? options = null,
        TrainingOptions? training = null,
        EnvironmentRegistry? registry = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= VpgOptions.For(environment);
        return TrainAsync(environment, options, batch => new Vpg(batch, options), training, registry, progress, cancellationToken);
    }

    private protected override void Learn()
    {
        // The bootstrapped returns are values plus the advantages of weight 1.
        Rollout.EstimateAdvantages(Options.Gamma, 1);
        RolloutBuffer rollout = Rollout;
        BatchedEstimators.GeneralizedAdvantage(
            Options.Gamma, Options.GaeLambda, rollout.Rewards, rollout.Values, rollout.FinalValues, rollout.Terminated, rollout.Truncated, rollout.Environments, rollout.Advantages);
        Step();
    }
}
