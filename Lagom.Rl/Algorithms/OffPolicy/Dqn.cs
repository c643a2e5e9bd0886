using System.Numerics.Tensors;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace Lagom.Rl;

/// <summary>
/// Deep Q-learning, by default double: a network that values the choices, learnt from replayed transitions with the Huber loss against a slow
/// target network, and ε-greedy exploration. Dueling values, prioritised replay and rewards of several steps are options.
/// </summary>
/// <remarks>
/// <b>Source:</b> Mnih et al. (2015), "Human-level control through deep reinforcement learning"; van Hasselt, Guez and Silver (2016), "Deep
/// reinforcement learning with double Q-learning"; Hessel et al. (2018), "Rainbow".
/// </remarks>
public sealed class Dqn : OffPolicyAlgorithm<int>
{
    private readonly DqnOptions _options;
    private readonly Discrete _actions;
    private readonly DenseEnsemble _learnt;
    private readonly DenseEnsemble _target;
    private readonly FlatAdam _adam;
    private readonly GreedyPolicy _policy;
    private readonly Tensor _gradients;
    private readonly float[] _errors;
    private readonly float[] _row;
    private readonly float[] _chosenValues;
    private readonly float[] _targets;

    /// <summary>Makes the algorithm with a network that knows nothing yet, and begins an episode in every copy.</summary>
    /// <param name="environments">Where it learns.</param>
    /// <param name="options">How it learns; null for the defaults.</param>
    /// <exception cref="ArgumentException">The actions are no choices, autoreset is disabled, or an option is out of range.</exception>
    public Dqn(IEnvironmentBatch environments, DqnOptions? options = null)
        : base("dqn", environments, options ??= new DqnOptions(), 1, replay => MakeBuffer(replay, options))
    {
        _options = options;
        _actions = environments.ActionSpace as Discrete
            ?? throw new ArgumentException($"DQN needs choices; the environments act in {environments.ActionSpace}.", nameof(environments));
        int outputs = _actions.Count + (options.Dueling ? 1 : 0);
        _learnt = new DenseEnsemble(1, ObservationSize, [.. options.HiddenSizes], outputs).Initialize(Random.Initialization);
        _target = new DenseEnsemble(1, ObservationSize, [.. options.HiddenSizes], outputs);
        _learnt.Values.Numbers().CopyTo(_target.Values.Numbers());
        _adam = new FlatAdam(_learnt);
        _policy = new GreedyPolicy(_learnt, _actions);
        _gradients = Floats.Lasting(options.BatchSize, outputs);
        _errors = new float[options.BatchSize];
        _chosenValues = new float[options.BatchSize];
        _targets = new float[options.BatchSize];
        _row = new float[_actions.Count];
    }

    /// <inheritdoc/>
    public override IPolicy Policy => _policy;

    /// <summary>The share of random actions now.</summary>
    public double Exploration => _options.ExplorationInitial
        + (_options.ExplorationFinal - _options.ExplorationInitial) * Math.Min(1, (double)StepsDone / _options.ExplorationSteps);

    /// <summary>Trains on an environment of a registry, with evaluations on copies of their own.</summary>
    /// <param name="environment">The environment's id, such as "CartPole-v1".</param>
    /// <param name="options">How it learns; null for <see cref="DqnOptions.For"/> of the environment.</param>
    /// <param name="training">How long, and what is evaluated, saved and shown; null for the options' <see cref="OffPolicyOptions.TotalSteps"/>.</param>
    /// <param name="registry">Where environments come from; null for those of this package.</param>
    /// <param name="progress">Is told how the run goes.</param>
    /// <param name="cancellationToken">Ends the run with an exception.</param>
    /// <returns>The trained algorithm, whose policy acts; the caller disposes it.</returns>
    /// <exception cref="ArgumentException">There is no such environment, an option is out of range, or the training is longer than the learning rate lasts.</exception>
    public static Task<Dqn> TrainAsync(
        string environment,
        DqnOptions? options = null,
        TrainingOptions? training = null,
        EnvironmentRegistry? registry = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= DqnOptions.For(environment);
        return TrainAsync(environment, options, batch => new Dqn(batch, options), training, registry, progress, cancellationToken);
    }

    private protected override void Explore(ReadOnlySpan<float> observations, Span<int> actions, Span<float> stored)
    {
        double share = IsWarmingUp ? 1 : Exploration;
        for (int i = 0; i < actions.Length; i++)
        {
            int choice = Random.Exploration.NextDouble() < share
                ? Random.Exploration.NextInt32(_actions.Count)
                : _policy.Best(observations.Slice(i * ObservationSize, ObservationSize));
            actions[i] = _actions.Start + choice;
            stored[i] = choice;
        }
    }

    private protected override void Learn()
    {
        if (Buffer is PrioritizedReplay next)
            next.Beta = _options.PriorityBeta + (1 - _options.PriorityBeta) * Math.Min(1, (double)StepsDone / _options.TotalSteps);
        ComputeTargets();
        Tensor outputs = _learnt.Learn(Batch.Observations);
        (double loss, double value) = ComputeGradients(outputs.Numbers());
        autograd.backward(outputs, _gradients);
        _adam.Step(RateShare * _options.LearningRate, _options.MaxGradientNorm);
        if (Buffer is PrioritizedReplay drawn)
            drawn.UpdatePriorities(Batch.Indices, _errors);
        if ((Updates + 1) % _options.TargetUpdateInterval == 0)
            ReplayTargets.Follow(_learnt.Values.Numbers(), _target.Values.Numbers(), 1 - _options.Tau);
        Report("loss/value", loss);
        Report("value/mean", value);
        Report("exploration", Exploration);
    }

    private protected override IEnumerable<KeyValuePair<string, Tensor>> Tensors() =>
        [new("values", _learnt.Values), new("values_target", _target.Values), new("values_means", _adam.Means), new("values_squares", _adam.Squares)];

    private protected override Dictionary<string, double> SaveNumbers() => new(StringComparer.Ordinal) { ["values_steps"] = _adam.Steps };

    private protected override void LoadNumbers(IReadOnlyDictionary<string, double> numbers) => _adam.Steps = (long)numbers["values_steps"];

    private protected override void DisposeNetworks()
    {
        _learnt.Dispose();
        _target.Dispose();
        _adam.Dispose();
        _gradients.Dispose();
    }

    private static ReplayBuffer MakeBuffer(ReplayOptions replay, DqnOptions options) =>
        options.Prioritized ? new PrioritizedReplay(replay, options.PriorityAlpha) : new UniformReplay(replay);

    private void ComputeTargets()
    {
        ReadOnlySpan<float> valued = _target.Evaluate(Batch.NextObservations).Numbers();
        ReadOnlySpan<float> choosing = _options.Double ? _learnt.Evaluate(Batch.NextObservations).Numbers() : valued;
        int width = _learnt.Outputs;
        for (int i = 0; i < Batch.Count; i++)
        {
            int best = TensorPrimitives.IndexOfMax(choosing.Slice(i * width, width)[^_actions.Count..]);
            _chosenValues[i] = Values(valued.Slice(i * width, width))[best];
        }

        ReplayTargets.OneStep(Batch.Rewards, Batch.Discounts, _chosenValues, _targets);
    }

    // The Huber loss with threshold 1, whose derivative is the error cut at ±1.
    private (double Loss, double MeanValue) ComputeGradients(ReadOnlySpan<float> outputs)
    {
        Span<float> gradients = _gradients.Numbers();
        ReadOnlySpan<float> chosen = Batch.Actions.Numbers();
        gradients.Clear();
        int width = _learnt.Outputs;
        double loss = 0, sum = 0;
        for (int i = 0; i < Batch.Count; i++)
        {
            int action = (int)chosen[i];
            float value = Values(outputs.Slice(i * width, width))[action];
            float error = value - _targets[i];
            float size = Math.Abs(error);
            float gradient = Math.Clamp(error, -1, 1) * Batch.Weights[i] / Batch.Count;
            if (_options.Dueling)
                Dueling.Gradients(action, gradient, gradients.Slice(i * width, width));
            else
                gradients[i * width + action] = gradient;
            _errors[i] = error;
            sum += value;
            loss += Batch.Weights[i] * (size <= 1 ? 0.5 * size * size : size - 0.5);
        }

        return (loss / Batch.Count, sum / Batch.Count);
    }

    private ReadOnlySpan<float> Values(ReadOnlySpan<float> outputs)
    {
        if (!_options.Dueling)
            return outputs;
        Dueling.Values(outputs, _row);
        return _row;
    }
}
