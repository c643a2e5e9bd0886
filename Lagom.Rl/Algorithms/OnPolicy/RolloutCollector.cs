namespace Lagom.Rl;

/// <summary>Fills a rollout buffer: observes, acts, steps; keeps what goes from one rollout to the next.</summary>
internal sealed class RolloutCollector
{
    private readonly IEnvironmentBatch _environments;
    private readonly ActionStage _stage;
    private readonly ActorCritic _network;
    private readonly ActionKernel _kernel;
    private readonly ObservationNormalizer? _observations;
    private readonly RewardNormalizer? _rewards;
    private readonly RecurrentMemory? _memory;
    private readonly float[] _seen;
    private readonly float[] _final;
    private readonly float[] _outputs;
    private readonly bool[] _isFirst;
    private readonly double[] _sums;
    private readonly int[] _lengths;

    public RolloutCollector(
        IEnvironmentBatch environments, ActionStage stage, ActorCritic network, ActionKernel kernel, OnPolicyOptions options, ObservationNormalizer? normalizer)
    {
        (_environments, _stage, _network, _kernel, _observations) = (environments, stage, network, kernel, normalizer);
        int count = environments.Count, size = environments.ObservationSize;
        Rollout = new RolloutBuffer(options.RolloutSteps, count, size, kernel.ActionSize);
        _rewards = options.NormalizeRewards ? new RewardNormalizer(count, options.Gamma) : null;
        _memory = network.CreateMemory(count);
        StartMemory = network.CreateMemory(count);
        _seen = new float[count * size];
        _final = new float[size];
        _outputs = new float[count * kernel.Outputs];
        _isFirst = new bool[count];
        _sums = new double[count];
        _lengths = new int[count];
    }

    public RolloutBuffer Rollout { get; }

    /// <summary>What the rows remembered before the rollout; null where the network is not recurrent.</summary>
    public RecurrentMemory? StartMemory { get; }

    public List<EpisodeSummary> Episodes { get; } = [];

    public RewardNormalizer? Rewards => _rewards;

    /// <summary>Whether an exception left the episodes in disorder: new ones begin before the next step.</summary>
    public bool IsInterrupted { get; private set; }

    /// <summary>Begins an episode in every copy.</summary>
    /// <param name="seed">The seed of the first copy; null lets the environments' streams go on.</param>
    public void Restart(long? seed)
    {
        IsInterrupted = true;
        _environments.Reset(seed);
        _isFirst.AsSpan().Fill(true);
        Array.Clear(_sums);
        Array.Clear(_lengths);
        _rewards?.Restart();
        IsInterrupted = false;
    }

    /// <summary>Writes what is kept of the running episodes beside the environments themselves.</summary>
    public void Save(NumberWriter writer)
    {
        writer.Write<bool>(_isFirst);
        writer.Write<double>(_sums);
        writer.Write<int>(_lengths);
        _rewards?.Save(writer);
        writer.Write<float>(_memory?.Hidden);
        writer.Write<float>(_memory?.Cell);
    }

    public void Load(NumberReader reader)
    {
        reader.Read<bool>(_isFirst);
        reader.Read<double>(_sums);
        reader.Read<int>(_lengths);
        _rewards?.Load(reader);
        reader.Read<float>(_memory?.Hidden);
        reader.Read<float>(_memory?.Cell);
        IsInterrupted = false;
    }

    /// <summary>Gathers a rollout.</summary>
    /// <returns>How many steps of every copy were made; all, unless it was cancelled.</returns>
    public int Collect(RandomStream random, CancellationToken cancellationToken)
    {
        if (IsInterrupted)
            Restart(seed: null);
        IsInterrupted = true;
        FiniteEnvironments.RequireObservations(_environments);
        int made = Gather(random, cancellationToken);
        IsInterrupted = false;
        return made;
    }

    private int Gather(RandomStream random, CancellationToken cancellationToken)
    {
        RolloutBuffer rollout = Rollout;
        int count = rollout.Environments, size = rollout.ObservationSize, width = rollout.ActionSize;
        if (StartMemory is not null)
            _memory!.CopyTo(StartMemory);
        for (int t = 0; t < rollout.Steps; t++)
        {
            if (cancellationToken.IsCancellationRequested)
                return t;
            int row = t * count;
            Span<float> actions = rollout.Actions.AsSpan(row * width, count * width);
            See(learn: true);
            _seen.CopyTo(rollout.Observations, row * size);
            _isFirst.CopyTo(rollout.IsFirst, row);
            _network.Act(_seen, _isFirst, _memory, _outputs, rollout.Values.AsSpan(row, count));
            _kernel.Sample(_outputs, actions, rollout.LogProbabilities.AsSpan(row, count), random);
            _stage.Step(actions);
            FiniteEnvironments.RequireStep(_environments);
            Store(row);
        }

        See(learn: false);
        Span<float> last = rollout.Values.AsSpan(rollout.Count, count);
        if (_memory is null)
            _network.Act(_seen, _isFirst, null, [], last);
        else
        {
            for (int i = 0; i < count; i++)
            {
                if (_isFirst[i])
                    _memory.Forget(i);
                last[i] = _network.Value(_seen.AsSpan(i * size, size), _memory, i);
            }
        }

        return rollout.Steps;
    }

    private void See(bool learn)
    {
        if (_observations is null)
        {
            _environments.Observations.CopyTo(_seen);
            return;
        }

        if (learn)
            _observations.Learn(_environments.Observations);
        _observations.Apply(_environments.Observations, _seen);
    }

    private void Store(int row)
    {
        RolloutBuffer rollout = Rollout;
        int count = rollout.Environments, size = rollout.ObservationSize;
        ReadOnlySpan<double> rewards = _environments.Rewards;
        ReadOnlySpan<bool> terminated = _environments.Terminated, truncated = _environments.Truncated;
        Span<float> stored = rollout.Rewards.AsSpan(row, count);
        terminated.CopyTo(rollout.Terminated.AsSpan(row));
        truncated.CopyTo(rollout.Truncated.AsSpan(row));
        if (_rewards is null)
        {
            for (int i = 0; i < count; i++)
                stored[i] = (float)rewards[i];
        }
        else
            _rewards.Apply(rewards, terminated, truncated, stored);
        for (int i = 0; i < count; i++)
        {
            _sums[i] += rewards[i];
            _lengths[i]++;
            bool isOver = terminated[i] | truncated[i];
            _isFirst[i] = isOver;
            if (!isOver)
                continue;
            if (!terminated[i])
            {
                ReadOnlySpan<float> final = _environments.FinalObservations.Slice(i * size, size);
                if (_observations is null)
                    final.CopyTo(_final);
                else
                    _observations.Apply(final, _final);
                rollout.FinalValues[row + i] = _network.Value(_final, _memory, i);
            }

            Episodes.Add(new EpisodeSummary(_sums[i], _lengths[i]));
            _sums[i] = 0;
            _lengths[i] = 0;
        }
    }
}
