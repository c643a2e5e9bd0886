namespace Lagom.Rl;

/// <summary>Actor-critic with actors that lag behind the learner, corrected by V-trace.</summary>
/// <remarks><b>Source:</b> Espeholt et al. (2018), "IMPALA: scalable distributed deep-RL with importance weighted actor-learner architectures".</remarks>
public sealed class Impala : PolicyGradientAlgorithm
{
    private readonly ImpalaOptions _options;
    private readonly float[] _logProbabilities;
    private readonly float[] _values;

    /// <summary>Makes the algorithm with networks that know nothing yet, and begins an episode in every copy.</summary>
    /// <param name="environments">Where it learns; its copies reset in their last step.</param>
    /// <param name="options">How it learns; null for the defaults.</param>
    /// <exception cref="ArgumentException">Actions are neither choices nor rows of numbers, the copies reset otherwise, or an option is out of range.</exception>
    public Impala(IEnvironmentBatch environments, ImpalaOptions? options = null)
        : base("impala", environments, options ??= new ImpalaOptions())
    {
        _options = options;
        _logProbabilities = new float[Rollout.Count];
        _values = new float[Rollout.Count];
    }

    /// <summary>Trains on an environment of a registry, with evaluations on copies of their own.</summary>
    /// <param name="environment">The environment's id, such as "CartPole-v1".</param>
    /// <param name="options">How it learns; null for <see cref="ImpalaOptions.For"/> of the environment.</param>
    /// <param name="training">How long, and what is evaluated, saved and shown; null for the options' <see cref="OnPolicyOptions.TotalSteps"/>.</param>
    /// <param name="registry">Where environments come from; null for those of this package.</param>
    /// <param name="progress">Is told how the run goes.</param>
    /// <param name="cancellationToken">Ends the run with an exception.</param>
    /// <returns>The trained algorithm, whose <see cref="OnPolicyAlgorithm.Policy"/> acts; the caller disposes it.</returns>
    /// <exception cref="ArgumentException">There is no such environment, an option is out of range, or the training is longer than the learning rate lasts.</exception>
    public static Task<Impala> TrainAsync(
        string environment,
        ImpalaOptions? options = null,
        TrainingOptions? training = null,
        EnvironmentRegistry? registry = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= ImpalaOptions.For(environment);
        return TrainAsync(environment, options, batch => new Impala(batch, options), training, registry, progress, cancellationToken);
    }

    private protected override bool RefreshesActors => Learner.Adam.Steps % _options.ActorLag == 0;

    private protected override void Learn()
    {
        RolloutBuffer rollout = Rollout;
        Learner.Evaluate(rollout, AllRows, null, _logProbabilities, _values);
        // The values of the rows learnt from are today's; those of the few states beyond them stay the actors'.
        _values.CopyTo(rollout.Values, 0);
        BatchedEstimators.VTrace(
            rollout.LogProbabilities, _logProbabilities, _options.Gamma, rollout.Rewards, rollout.Values, rollout.FinalValues, rollout.Terminated, rollout.Truncated,
            rollout.Environments, rollout.Returns, rollout.Advantages, _options.ClipRho, _options.ClipPolicyRho, lambda: _options.GaeLambda);
        Step();
    }
}
