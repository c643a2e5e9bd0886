namespace Lagom.Rl;

/// <summary>Advantage actor-critic, synchronous: one gradient step per short rollout of many copies.</summary>
/// <remarks><b>Source:</b> Mnih, Badia, Mirza, Graves, Lillicrap, Harley, Silver and Kavukcuoglu (2016), "Asynchronous methods for deep reinforcement learning".</remarks>
public sealed class A2c : PolicyGradientAlgorithm
{
    /// <summary>Makes the algorithm with networks that know nothing yet, and begins an episode in every copy.</summary>
    /// <param name="environments">Where it learns; its copies reset in their last step.</param>
    /// <param name="options">How it learns; null for the defaults.</param>
    /// <exception cref="ArgumentException">Actions are neither choices nor rows of numbers, the copies reset otherwise, or an option is out of range.</exception>
    public A2c(IEnvironmentBatch environments, A2cOptions? options = null)
        : base("a2c", environments, options ?? new A2cOptions())
    {
    }

    /// <summary>Trains on an environment of a registry, with evaluations on copies of their own.</summary>
    /// <param name="environment">The environment's id, such as "CartPole-v1".</param>
    /// <param name="options">How it learns; null for <see cref="A2cOptions.For"/> of the environment.</param>
    /// <param name="training">How long, and what is evaluated, saved and shown; null for the options' <see cref="OnPolicyOptions.TotalSteps"/>.</param>
    /// <param name="registry">Where environments come from; null for those of this package.</param>
    /// <param name="progress">Is told how the run goes.</param>
    /// <param name="cancellationToken">Ends the run with an exception.</param>
    /// <returns>The trained algorithm, whose <see cref="OnPolicyAlgorithm.Policy"/> acts; the caller disposes it.</returns>
    /// <exception cref="ArgumentException">There is no such environment, an option is out of range, or the training is longer than the learning rate lasts.</exception>
    public static Task<A2c> TrainAsync(
        string environment,
        A2cOptions? options = null,
        TrainingOptions? training = null,
        EnvironmentRegistry? registry = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= A2cOptions.For(environment);
        return TrainAsync(environment, options, batch => new A2c(batch, options), training, registry, progress, cancellationToken);
    }
}
