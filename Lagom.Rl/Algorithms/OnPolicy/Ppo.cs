using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>
/// Proximal policy optimisation: several passes of minibatches over each rollout, while the ratio of new to old probabilities counts within a
/// range only. Actions are choices or rows of numbers; with <see cref="OnPolicyOptions.RecurrentUnits"/> the networks remember.
/// </summary>
/// <remarks>
/// <b>Source:</b> Schulman, Wolski, Dhariwal, Radford and Klimov (2017), "Proximal policy optimization algorithms"; the details are those that Huang et
/// al. (2022), "The 37 implementation details of proximal policy optimization", list for CleanRL.
/// </remarks>
public sealed class Ppo : OnPolicyAlgorithm
{
    private readonly PpoOptions _options;
    private readonly int[] _order;
    private double _clipRange;
    private SurrogateLoss _last;

    /// <summary>Makes the algorithm with networks that know nothing yet, and begins an episode in every copy.</summary>
    /// <param name="environments">Where it learns; its copies reset in their last step.</param>
    /// <param name="options">How it learns; null for the defaults.</param>
    /// <exception cref="ArgumentException">Actions are neither choices nor rows of numbers, the copies reset otherwise, or an option is out of range.</exception>
    public Ppo(IEnvironmentBatch environments, PpoOptions? options = null)
        : base("ppo", environments, options ??= new PpoOptions(), options.Minibatches)
    {
        _options = options;
        _order = new int[IsRecurrent ? Rollout.Environments : Rollout.Count];
    }

    /// <summary>Trains on an environment of a registry, with evaluations on copies of their own.</summary>
    /// <param name="environment">The environment's id, such as "CartPole-v1".</param>
    /// <param name="options">How it learns; null for <see cref="PpoOptions.For"/> of the environment.</param>
    /// <param name="training">How long, and what is evaluated, saved and shown; null for the options' <see cref="OnPolicyOptions.TotalSteps"/>.</param>
    /// <param name="registry">Where environments come from; null for those of this package.</param>
    /// <param name="progress">Is told how the run goes.</param>
    /// <param name="cancellationToken">Ends the run with an exception.</param>
    /// <returns>The trained algorithm, whose <see cref="OnPolicyAlgorithm.Policy"/> acts; the caller disposes it.</returns>
    /// <exception cref="ArgumentException">There is no such environment, an option is out of range, or the training is longer than the learning rate lasts.</exception>
    public static Task<Ppo> TrainAsync(
        string environment,
        PpoOptions? options = null,
        TrainingOptions? training = null,
        EnvironmentRegistry? registry = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= PpoOptions.For(environment);
        return TrainAsync(environment, options, batch => new Ppo(batch, options), training, registry, progress, cancellationToken);
    }

    private protected override void Learn()
    {
        Rollout.EstimateAdvantages(_options.Gamma, _options.GaeLambda);
        _clipRange = Math.Max(_options.ClipRange * (_options.AnnealClipRange ? Remaining : 1), 1e-6);
        double rate = LearningRate;
        // From the same order every time, so that a loaded run goes on alike.
        for (int i = 0; i < _order.Length; i++)
            _order[i] = i;
        int size = _order.Length / _options.Minibatches;
        for (int epoch = 0; epoch < _options.Epochs; epoch++)
        {
            Learning.Shuffle(_order.AsSpan());
            for (int start = 0; start < _order.Length; start += size)
            {
                LearnerStep step = IsRecurrent ? LearnSequences(_order.AsSpan(start, size), rate) : Learner.Step(Rollout, _order.AsSpan(start, size), null, rate, Losses);
                Report(step);
                Report("policy/clip_fraction", _last.ClipFraction);
                Report("policy/approx_kl", _last.ApproximateKl);
            }

            if (_last.ApproximateKl > _options.TargetKl)
                break;
        }

        ReportValues();
    }

    private LearnerStep LearnSequences(ReadOnlySpan<int> environments, double rate)
    {
        using DisposeScope scope = NewDisposeScope();
        var rows = new int[Rollout.Steps * environments.Length];
        for (int i = 0; i < rows.Length; i++)
            rows[i] = (i / environments.Length * Rollout.Environments) + environments[i % environments.Length];
        LstmState all = StartState(0, Rollout.Environments)!.Value;
        Tensor chosen = tensor(Array.ConvertAll(environments.ToArray(), static index => (long)index));
        return Learner.Step(Rollout, rows, new LstmState(all.Hidden.index_select(0, chosen), all.Cell.index_select(0, chosen)), rate, Losses);
    }

    private (double Policy, double Value) Losses(RolloutLearner batch, ReadOnlySpan<float> values, Span<float> byLogProbability, Span<float> byValue)
    {
        _last = PolicyLosses.ClippedSurrogate(batch.LogProbabilities, batch.OldLogProbabilities, batch.Advantages, _clipRange, byLogProbability);
        double value = _options.ValueClipRange is { } range
            ? PolicyLosses.ClippedValue(values, batch.OldValues, batch.Returns, range, byValue)
            : PolicyLosses.SquaredValue(values, batch.Returns, byValue);
        return (_last.Loss, value);
    }
}
