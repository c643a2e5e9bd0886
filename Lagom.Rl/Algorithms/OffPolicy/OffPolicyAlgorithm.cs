namespace Lagom.Rl;

/// <summary>
/// Collects transitions into a replay buffer and learns from draws of it; what is learnt is up to the algorithm. Episodes that are truncated
/// bootstrap from their last observation, terminated ones do not. Learns on the processor.
/// </summary>
/// <typeparam name="TAction"><see cref="int"/> where an action is a choice, <see cref="float"/> where it is a row of numbers.</typeparam>
public abstract class OffPolicyAlgorithm<TAction> : IAlgorithm
    where TAction : unmanaged
{
    private const int StepsPerPiece = 500;
    private const string StatePart = "state.json";
    private const string NetworksPart = "networks.safetensors";
    private const string ReplayPart = "replay.bin";
    private const string EpisodesPart = "episodes.bin";

    private readonly IEnvironmentBatch<TAction> _environments;
    private readonly OffPolicyOptions _options;
    private readonly TAction[] _actions;
    private readonly float[] _stored;
    private readonly float[] _observations;
    private readonly bool[] _skips;
    private readonly double[] _returns;
    private readonly int[] _lengths;
    private long _calls;
    private bool _isInterrupted;
    private bool _isDisposed;

    private protected OffPolicyAlgorithm(
        string name, IEnvironmentBatch environments, OffPolicyOptions options, int actionSize, Func<ReplayOptions, ReplayBuffer> makeBuffer)
    {
        ArgumentNullException.ThrowIfNull(environments);
        if (environments is not IEnvironmentBatch<TAction> acting)
        {
            string needed = typeof(TAction) == typeof(int) ? "choices" : "rows of numbers";
            throw new ArgumentException($"{name} needs actions that are {needed}; the environments act in {environments.ActionSpace}.", nameof(environments));
        }

        if (environments.Autoreset == AutoresetMode.Disabled)
            throw new ArgumentException("The environments must begin their episodes themselves; their autoreset is disabled.", nameof(environments));
        Name = name;
        _environments = acting;
        _options = options;
        options.Validate();
        Buffer = makeBuffer(options.Replay(environments.ObservationSize, actionSize, environments.Count));
        Batch = new ReplayTensors(Buffer.Options, options.BatchSize);
        Random = new OffPolicyRandom(options.Seed);
        ActionSize = actionSize;
        _actions = new TAction[environments.Count * actionSize];
        _stored = new float[_actions.Length];
        _observations = new float[environments.Count * environments.ObservationSize];
        _skips = new bool[environments.Count];
        _returns = new double[environments.Count];
        _lengths = new int[environments.Count];
        BeginEpisodes();
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public long StepsDone { get; private set; }

    /// <summary>How many gradient steps were taken.</summary>
    public long Updates { get; private set; }

    /// <inheritdoc/>
    public abstract IPolicy Policy { get; }

    /// <summary>The transitions that are learnt from.</summary>
    public ReplayBuffer Buffer { get; }

    private protected int ObservationSize => _environments.ObservationSize;

    private protected int ActionSize { get; }

    private protected OffPolicyRandom Random { get; }

    private protected ReplayTensors Batch { get; }

    private protected OffPolicyMetrics Metrics { get; } = new();

    /// <summary>What share of the learning rates holds now.</summary>
    private protected double RateShare => _options.AnnealLearningRate ? Math.Max(0, 1 - (double)StepsDone / _options.TotalSteps) : 1;

    private protected bool IsWarmingUp => StepsDone < _options.LearningStarts;

    /// <summary>Takes 500 environment steps, or the number of copies where that is more, and learns in between.</summary>
    /// <inheritdoc/>
    public TrainingUpdate Advance(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_isInterrupted)
        {
            AbandonEpisodes();
            BeginEpisodes();
        }

        long start = StepsDone;
        var episodes = new List<EpisodeSummary>();
        while (StepsDone - start < StepsPerPiece && !cancellationToken.IsCancellationRequested)
        {
            Collect(episodes);
            if (!IsWarmingUp && Buffer.Count > 0 && _calls % _options.TrainFrequency == 0)
                LearnNow();
        }

        return new TrainingUpdate(StepsDone - start, episodes, Metrics.Take());
    }

    /// <inheritdoc/>
    public void Save(CheckpointWriter checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        string? episodes = _isInterrupted ? null : RunningEpisodes.KindOf(_environments);
        if (episodes is null)
            AbandonEpisodes();
        var state = new OffPolicyState(
            Name, ObservationSize, ActionSize, _environments.Count, episodes, _options.HiddenSizes, StepsDone, _calls, Updates, Random.States, SaveNumbers());
        checkpoint.AddJson(StatePart, state, OffPolicyJson.Default.OffPolicyState);
        checkpoint.AddTensors(NetworksPart, Tensors());
        checkpoint.AddBinary(ReplayPart, Buffer.Save);
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
        OffPolicyState state = checkpoint.ReadJson(StatePart, OffPolicyJson.Default.OffPolicyState);
        Check(state, checkpoint.Path);
        IReadOnlyDictionary<string, torch.Tensor> saved = checkpoint.ReadTensors(NetworksPart);
        try
        {
            CopyTensors(saved, checkpoint.Path);
        }
        finally
        {
            foreach (torch.Tensor tensor in saved.Values)
                tensor.Dispose();
        }

        checkpoint.ReadBinary(ReplayPart, stream =>
        {
            Buffer.Load(stream);
            return true;
        });
        LoadNumbers(state.Numbers);
        (StepsDone, _calls, Updates) = (state.StepsDone, state.Calls, state.Updates);
        Random.States = state.Streams;
        if (state.Episodes is not null && state.Episodes == RunningEpisodes.KindOf(_environments))
        {
            checkpoint.ReadBinary(EpisodesPart, LoadEpisodes);
            return;
        }

        AbandonEpisodes();
        BeginEpisodes();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        Batch.Dispose();
        DisposeNetworks();
        GC.SuppressFinalize(this);
    }

    private protected static Task<T> TrainAsync<T>(
        string environment,
        OffPolicyOptions options,
        Func<IEnvironmentBatch, T> create,
        TrainingOptions? training,
        EnvironmentRegistry? registry,
        IProgress<TrainingProgress>? progress,
        CancellationToken cancellationToken)
        where T : OffPolicyAlgorithm<TAction> =>
        AlgorithmTraining.RunAsync(
            environment, options.Environments, create, new TrainingOptions(options.TotalSteps) { Seed = options.Seed }, options.AnnealLearningRate, training, registry, progress, cancellationToken);

    /// <summary>Chooses what to do with exploration: for the environments, and as the replay buffer keeps it.</summary>
    private protected abstract void Explore(ReadOnlySpan<float> observations, Span<TAction> actions, Span<float> stored);

    /// <summary>Takes a gradient step on the drawn batch.</summary>
    private protected abstract void Learn();

    private protected abstract IEnumerable<KeyValuePair<string, torch.Tensor>> Tensors();

    private protected abstract Dictionary<string, double> SaveNumbers();

    private protected abstract void LoadNumbers(IReadOnlyDictionary<string, double> numbers);

    private protected abstract void DisposeNetworks();

    /// <summary>Adds a figure to the metrics; throws where it shows that learning has failed.</summary>
    private protected void Report(string name, double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArithmeticException(
                $"The figure '{name}' of {Name} is {value} after {StepsDone} steps: learning has diverged. A smaller LearningRate or MaxGradientNorm may help.");
        }

        Metrics.Add(name, value);
    }

    private void Collect(List<EpisodeSummary> episodes)
    {
        // Until the step is made and checked: where it throws, new episodes begin before the next one.
        _isInterrupted = true;
        FiniteEnvironments.RequireObservations(_environments);
        _environments.Observations.CopyTo(_observations);
        Explore(_observations, _actions, _stored);
        _environments.Step(_actions);
        FiniteEnvironments.RequireStep(_environments);
        _isInterrupted = false;
        StepsDone += _environments.Count;
        _calls++;
        for (int i = 0; i < _environments.Count; i++)
            Record(i, episodes);
    }

    private void Record(int i, List<EpisodeSummary> episodes)
    {
        // A step that only began an episode led from nothing to nothing.
        if (_skips[i])
        {
            _skips[i] = false;
            return;
        }

        var outcome = new StepOutcome(_environments.Rewards[i], _environments.Terminated[i], _environments.Truncated[i]);
        ReadOnlySpan<float> next = _environments.HasFinalObservation[i] ? _environments.FinalObservations : _environments.Observations;
        Buffer.Add(i, Row(_observations, i, ObservationSize), Row(_stored, i, ActionSize), outcome, Row(next, i, ObservationSize));
        _returns[i] += outcome.Reward;
        _lengths[i]++;
        if (!outcome.IsOver)
            return;
        episodes.Add(new EpisodeSummary(_returns[i], _lengths[i]));
        (_returns[i], _lengths[i]) = (0, 0);
        _skips[i] = _environments.Autoreset == AutoresetMode.NextStep;
    }

    private void LearnNow()
    {
        for (int i = 0; i < _options.GradientSteps; i++)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            using IDisposable gradients = torch.enable_grad();
            Batch.Draw(Buffer, Random.Replay);
            Learn();
            Updates++;
        }
    }

    private void SaveEpisodes(Stream destination)
    {
        ((IResumable)_environments).Save(destination);
        var writer = new NumberWriter(destination);
        writer.Write<bool>(_skips);
        writer.Write<double>(_returns);
        writer.Write<int>(_lengths);
    }

    private bool LoadEpisodes(Stream source)
    {
        ((IResumable)_environments).Load(source);
        var reader = new NumberReader(source, "running episodes");
        reader.Read<bool>(_skips);
        reader.Read<double>(_returns);
        reader.Read<int>(_lengths);
        _isInterrupted = false;
        return true;
    }

    private void BeginEpisodes()
    {
        _environments.Reset(Random.Environments.NextInt64(0, long.MaxValue / 2));
        _isInterrupted = false;
    }

    private void AbandonEpisodes()
    {
        for (int i = 0; i < _environments.Count; i++)
            Buffer.Abandon(i);
        Array.Clear(_returns);
        Array.Clear(_lengths);
        Array.Clear(_skips);
    }

    private void CopyTensors(IReadOnlyDictionary<string, torch.Tensor> saved, string path)
    {
        KeyValuePair<string, torch.Tensor>[] own = [.. Tensors()];
        foreach ((string name, torch.Tensor tensor) in own)
        {
            if (!saved.TryGetValue(name, out torch.Tensor? source) || source.numel() != tensor.numel() || source.dtype != tensor.dtype)
                throw new InvalidDataException($"The checkpoint '{path}' has no '{name}' of {tensor.numel()} numbers: it is of other networks.");
        }

        foreach ((string name, torch.Tensor tensor) in own)
            saved[name].Numbers().CopyTo(tensor.Numbers());
    }

    private void Check(OffPolicyState state, string path)
    {
        Same(state.Algorithm, Name, "algorithm");
        Same(state.ObservationSize, ObservationSize, "observation size");
        Same(state.ActionSize, ActionSize, "action size");
        Same(state.Environments, _environments.Count, "number of environments");
        Same(string.Join('-', state.HiddenSizes), string.Join('-', _options.HiddenSizes), "hidden sizes");

        void Same<T>(T saved, T own, string what)
        {
            if (!EqualityComparer<T>.Default.Equals(saved, own))
                throw new InvalidDataException($"The checkpoint '{path}' has the {what} {saved}; this run has {own}.");
        }
    }

    private static ReadOnlySpan<float> Row(ReadOnlySpan<float> rows, int index, int size) => rows.Slice(index * size, size);
}
