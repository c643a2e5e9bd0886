namespace Lagom.Rl;

/// <summary>
/// Twin delayed DDPG: the smaller of two critics' values is learnt from, the target policy's actions are blurred, and the policy learns more
/// seldom than the critics. Actions must be continuous and bounded.
/// </summary>
/// <remarks><b>Source:</b> Fujimoto, van Hoof and Meger (2018), "Addressing function approximation error in actor-critic methods".</remarks>
public sealed class Td3 : DeterministicActorCritic
{
    private readonly Td3Options _options;
    private readonly float[] _noise;

    /// <summary>Makes the algorithm with networks that know nothing yet, and begins an episode in every copy.</summary>
    /// <param name="environments">Where it learns. Its actions must be bounded.</param>
    /// <param name="options">How it learns; null for the defaults.</param>
    /// <exception cref="ArgumentException">The actions are not bounded rows of numbers, autoreset is disabled, or an option is out of range.</exception>
    public Td3(IEnvironmentBatch environments, Td3Options? options = null)
        : this(environments, options ?? new Td3Options(), ActionRange.Of(environments, "TD3"))
    {
    }

    private Td3(IEnvironmentBatch environments, Td3Options options, ActionRange range)
        : base("td3", environments, options, range, critics: 2, options.PolicyDelay)
    {
        _options = options;
        _noise = new float[options.BatchSize * range.Size];
    }

    /// <summary>Trains on an environment of a registry, with evaluations on copies of their own.</summary>
    /// <param name="environment">The environment's id, such as "Pendulum-v1".</param>
    /// <param name="options">How it learns; null for <see cref="Td3Options.For"/> of the environment.</param>
    /// <param name="training">How long, and what is evaluated, saved and shown; null for the options' <see cref="OffPolicyOptions.TotalSteps"/>.</param>
    /// <param name="registry">Where environments come from; null for those of this package.</param>
    /// <param name="progress">Is told how the run goes.</param>
    /// <param name="cancellationToken">Ends the run with an exception.</param>
    /// <returns>The trained algorithm, whose policy acts; the caller disposes it.</returns>
    /// <exception cref="ArgumentException">There is no such environment, an option is out of range, or the training is longer than the learning rate lasts.</exception>
    public static Task<Td3> TrainAsync(
        string environment,
        Td3Options? options = null,
        TrainingOptions? training = null,
        EnvironmentRegistry? registry = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= Td3Options.For(environment);
        return TrainAsync(environment, options, batch => new Td3(batch, options), training, registry, progress, cancellationToken);
    }

    private protected override void ChangeTargetActions(Span<float> actions)
    {
        foreach (ref float noise in _noise.AsSpan())
            noise = (float)(_options.TargetPolicyNoise * Random.Learning.NextNormal());
        ReplayTargets.Smooth(actions, _noise, (float)_options.TargetNoiseClip);
    }

    private protected override void ComputeTargets(ReadOnlySpan<float> nextValues, Span<float> targets) =>
        ReplayTargets.Twin(Batch.Rewards, Batch.Discounts, nextValues[..Batch.Count], nextValues[Batch.Count..], targets);
}
