using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>
/// Gathers a rollout with all copies of an environment, learns from it, and forgets it. Truncated episodes bootstrap from their final
/// observation, terminated ones do not. Acts in managed SIMD code, learns with libtorch, on the processor.
/// </summary>
public abstract class OnPolicyAlgorithm : IAlgorithm
{
    private const string StatePart = "state.json";
    private const string NetworkPart = "networks.safetensors";
    private const string OptimizerPart = "optimizer.safetensors";
    private const string EpisodesPart = "episodes.bin";

    private readonly IEnvironmentBatch _environments;
    private readonly ActorCritic _network;
    private readonly RolloutCollector _collector;
    private readonly ObservationNormalizer? _normalizer;
    private readonly Dictionary<string, (double Sum, int Count)> _metrics = new(StringComparer.Ordinal);
    private RandomStream _exploration;
    private long _saves;
    private bool _isDisposed;

    private protected OnPolicyAlgorithm(string name, IEnvironmentBatch environments, OnPolicyOptions options, int minibatches)
    {
        ArgumentNullException.ThrowIfNull(environments);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate(environments.Count);
        if (environments.Autoreset != AutoresetMode.SameStep)
        {
            throw new ArgumentException(
                $"The environments reset by {environments.Autoreset}; on-policy algorithms need {AutoresetMode.SameStep}, so that every step counts.", nameof(environments));
        }

        Name = name;
        _environments = environments;
        Options = options;
        ActionStage stage = ActionStage.For(environments);
        var random = new RandomStream(options.Seed);
        _exploration = random.Split("exploration");
        Learning = random.Split("learning");
        RandomStream initialization = random.Split("initialization");
        int size = environments.ObservationSize;
        _network = options.RecurrentUnits > 0
            ? new RecurrentActorCritic(size, stage.Outputs, stage.IsContinuous, options, initialization)
            : new DenseActorCritic(size, stage.Outputs, stage.IsContinuous, options, initialization);
        var logDeviations = new float[stage.IsContinuous ? stage.Outputs : 0];
        ActionKernel kernel = stage.CreateKernel(logDeviations);
        _normalizer = options.NormalizeObservations ? new ObservationNormalizer(size) : null;
        _collector = new RolloutCollector(environments, stage, _network, kernel, options, _normalizer);
        Learner = new RolloutLearner(_network, kernel, logDeviations, options, Rollout.Count / minibatches, size);
        Learner.ReadDeviations();
        Policy = stage.CreatePolicy(new PolicyEvaluator(_network, kernel, _normalizer, size));
        _collector.Restart(EpisodeSeed());
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public long StepsDone { get; private set; }

    /// <inheritdoc/>
    public IPolicy Policy { get; }

    /// <summary>The networks, whose weights may be read, saved or set; <see cref="Advance"/> and <see cref="Policy"/> follow at the next rollout.</summary>
    public nn.Module Networks => _network;

    private protected OnPolicyOptions Options { get; }

    private protected RandomStream Learning { get; private set; }

    private protected RolloutBuffer Rollout => _collector.Rollout;

    private protected RolloutLearner Learner { get; }

    private protected bool IsRecurrent => _network.IsRecurrent;

    private protected double LearningRate =>
        Options.LearningRate * (Options.AnnealLearningRate ? Remaining : 1);

    /// <summary>The share of the planned steps that were not made before this rollout.</summary>
    private protected double Remaining => Math.Clamp(1 - ((StepsDone - Rollout.Count) / (double)Options.TotalSteps), 0, 1);

    /// <inheritdoc/>
    public TrainingUpdate Advance(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        _collector.Episodes.Clear();
        _metrics.Clear();
        int made = _collector.Collect(_exploration, cancellationToken);
        long steps = (long)made * _environments.Count;
        StepsDone += steps;
        if (made == Rollout.Steps)
        {
            Learn();
            if (RefreshesActors)
                _network.Refresh();
        }

        return new TrainingUpdate(steps, [.. _collector.Episodes], _metrics.ToDictionary(one => one.Key, one => one.Value.Sum / one.Value.Count, StringComparer.Ordinal));
    }

    /// <inheritdoc/>
    public void Save(CheckpointWriter checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        _saves++;
        string? episodes = _collector.IsInterrupted ? null : RunningEpisodes.KindOf(_environments);
        checkpoint.AddJson(
            StatePart,
            new OnPolicyState(
                Name, Describe(), episodes, StepsDone, _saves, Learner.Adam.Steps, _exploration.State, Learning.State,
                _normalizer?.Moments.State, _collector.Rewards?.Moments.State),
            OnPolicyStateContext.Default.OnPolicyState);
        checkpoint.AddTensors(NetworkPart, _network.state_dict());
        using DisposeScope scope = NewDisposeScope();
        checkpoint.AddTensors(
            OptimizerPart,
            [new("means", tensor(Learner.Adam.Means)), new("squares", tensor(Learner.Adam.Squares))]);
        if (episodes is null)
            BeginEpisodes();
        else
            checkpoint.AddBinary(EpisodesPart, SaveEpisodes);
    }

    /// <inheritdoc/>
    public void Load(CheckpointReader checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        OnPolicyState state = checkpoint.ReadJson(StatePart, OnPolicyStateContext.Default.OnPolicyState);
        if (state.Algorithm != Name || state.Environment != Describe())
        {
            throw new InvalidDataException(
                $"'{checkpoint.Path}' is of {state.Algorithm} on {state.Environment}; this is {Name} on {Describe()}.");
        }

        if (state.Observations is null != _normalizer is null || state.Rewards is null != _collector.Rewards is null)
            throw new InvalidDataException($"'{checkpoint.Path}' is of a run that normalised other things; NormalizeObservations and NormalizeRewards must be as they were.");
        using DisposeScope scope = NewDisposeScope();
        IReadOnlyDictionary<string, Tensor> weights = checkpoint.ReadTensors(NetworkPart), moments = checkpoint.ReadTensors(OptimizerPart);
        CheckShapes(checkpoint.Path, weights);
        _network.load_state_dict(new Dictionary<string, Tensor>(weights, StringComparer.Ordinal));
        moments["means"].ToArray<float>().CopyTo(Learner.Adam.Means, 0);
        moments["squares"].ToArray<float>().CopyTo(Learner.Adam.Squares, 0);
        Learner.Adam.Steps = state.OptimizerSteps;
        Learner.ReadDeviations();
        if (_normalizer is not null)
        {
            _normalizer.Moments.State = state.Observations!;
            _normalizer.Refresh();
        }

        if (_collector.Rewards is { } rewards)
            rewards.Moments.State = state.Rewards!;
        (StepsDone, _saves) = (state.StepsDone, state.Saves);
        _exploration = new RandomStream(state.Exploration);
        Learning = new RandomStream(state.Learning);
        if (state.Episodes is null || state.Episodes != RunningEpisodes.KindOf(_environments))
            BeginEpisodes();
        else
            checkpoint.ReadBinary(EpisodesPart, LoadEpisodes);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        Learner.Dispose();
        _network.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static Task<T> TrainAsync<T>(
        string environment,
        OnPolicyOptions options,
        Func<IEnvironmentBatch, T> create,
        TrainingOptions? training,
        EnvironmentRegistry? registry,
        IProgress<TrainingProgress>? progress,
        CancellationToken cancellationToken)
        where T : OnPolicyAlgorithm =>
        AlgorithmTraining.RunAsync(
            environment, options.Environments, create, new TrainingOptions(options.TotalSteps) { Seed = options.Seed }, options.IsAnnealed, training, registry, progress, cancellationToken);

    private protected abstract void Learn();

    /// <summary>Whether those who act take over the weights after this rollout.</summary>
    private protected virtual bool RefreshesActors => true;

    private protected LstmState? StartState(int first, int count) => _collector.StartMemory?.State(first, count);

    /// <exception cref="ArithmeticException">The number is not finite.</exception>
    private protected void Report(string name, double value)
    {
        if (!double.IsFinite(value))
            throw new ArithmeticException($"{Name}: '{name}' became {value} after {StepsDone} steps; a smaller learning rate, or normalised rewards, may help.");
        (double sum, int count) = _metrics.GetValueOrDefault(name);
        _metrics[name] = (sum + value, count + 1);
    }

    private protected void Report(LearnerStep step)
    {
        Report("loss/policy", step.PolicyLoss);
        Report("loss/value", step.ValueLoss);
        Report("policy/entropy", step.Entropy);
        Report("gradient/norm", step.GradientNorm);
    }

    private protected void ReportValues()
    {
        double[] returns = Array.ConvertAll(Rollout.Returns, static number => (double)number);
        double[] values = Array.ConvertAll(Rollout.Values[..Rollout.Count], static number => (double)number);
        double explained = ExplainedVariance.Of(returns, values);
        if (double.IsFinite(explained))
            Report("value/explained_variance", explained);
        Report("learning_rate", LearningRate);
    }

    private void SaveEpisodes(Stream destination)
    {
        ((IResumable)_environments).Save(destination);
        var writer = new NumberWriter(destination);
        _collector.Save(writer);
        _network.SaveActing(writer);
    }

    private bool LoadEpisodes(Stream source)
    {
        ((IResumable)_environments).Load(source);
        var reader = new NumberReader(source, "running episodes");
        _collector.Load(reader);
        _network.LoadActing(reader);
        return true;
    }

    // What is not saved where environments cannot be, they themselves and what the actors hold of the weights, is the same after saving and after loading.
    private void BeginEpisodes()
    {
        _network.Refresh();
        _collector.Restart(EpisodeSeed());
    }

    private long EpisodeSeed() => unchecked((long)new RandomStream(Options.Seed).Split("episodes", _saves).NextUInt64());

    private string Describe() => $"{_environments.Count} x ({_environments.ObservationSpace} to {_environments.ActionSpace})";

    private void CheckShapes(string path, IReadOnlyDictionary<string, Tensor> weights)
    {
        foreach ((string name, Tensor tensor) in _network.state_dict())
        {
            if (!weights.TryGetValue(name, out Tensor? saved) || !saved.shape.SequenceEqual(tensor.shape))
            {
                throw new InvalidDataException(
                    $"'{path}' has weights '{name}' of shape [{string.Join(", ", saved?.shape ?? [])}]; these networks have [{string.Join(", ", tensor.shape)}]. HiddenSizes and RecurrentUnits must be as they were.");
            }
        }
    }
}
