namespace Lagom.Rl;

/// <summary>
/// Sums rewards and counts steps. The info of an episode's last step holds <see cref="EpisodeStatistics"/> as "episode". An episode left
/// unfinished is not recorded.
/// </summary>
/// <typeparam name="TObservation">The type of the observations.</typeparam>
/// <typeparam name="TAction">The type of the actions.</typeparam>
public sealed class RecordEpisodeStatistics<TObservation, TAction> : Wrapper<TObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
{
    private readonly int _capacity;
    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly Queue<double> _returns = new();
    private readonly Queue<int> _horizons = new();

    /// <summary>Wraps an environment.</summary>
    /// <param name="inner">The environment inside.</param>
    /// <param name="capacity">How many of the last episodes are remembered. Range: at least 1.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is below 1.</exception>
    public RecordEpisodeStatistics(IEnvironment<TObservation, TAction> inner, int capacity = 100, TimeProvider? time = null)
        : base(inner)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _capacity = capacity;
        _time = time ?? TimeProvider.System;
        _started = _time.GetTimestamp();
    }

    /// <summary>The sum of the rewards of the present episode; 0 after its end.</summary>
    public double EpisodeReturn { get; private set; }

    /// <summary>How many steps the present episode has had; 0 after its end.</summary>
    public int EpisodeHorizon { get; private set; }

    /// <summary>The returns of the last episodes, the oldest first.</summary>
    public IReadOnlyCollection<double> Returns => _returns;

    /// <summary>The numbers of steps of the last episodes, the oldest first.</summary>
    public IReadOnlyCollection<int> Horizons => _horizons;

    /// <summary>What was recorded: a copy to save, or one to go on from; of more episodes than are remembered the last ones count.</summary>
    /// <exception cref="ArgumentException">On writing: there are not as many returns as horizons.</exception>
    public EpisodeRecord Recorded
    {
        get => new([.. _returns], [.. _horizons]);
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Returns.Length != value.Horizons.Length)
                throw new ArgumentException($"There are {value.Returns.Length} returns and {value.Horizons.Length} horizons; there must be as many.", nameof(value));
            _returns.Clear();
            _horizons.Clear();
            for (int i = 0; i < value.Returns.Length; i++)
                Remember(value.Returns[i], value.Horizons[i]);
        }
    }

    /// <inheritdoc/>
    public override ResetResult<TObservation> Reset(long? seed = null, IReadOnlyDictionary<string, object>? options = null)
    {
        ResetResult<TObservation> result = base.Reset(seed, options);
        (EpisodeReturn, EpisodeHorizon) = (0, 0);
        return result;
    }

    /// <inheritdoc/>
    public override StepResult<TObservation> Step(TAction action)
    {
        StepResult<TObservation> result = base.Step(action);
        EpisodeReturn += result.Reward;
        EpisodeHorizon++;
        if (!result.IsOver)
            return result;
        var statistics = new EpisodeStatistics(EpisodeReturn, EpisodeHorizon, _time.GetElapsedTime(_started));
        Remember(EpisodeReturn, EpisodeHorizon);
        (EpisodeReturn, EpisodeHorizon) = (0, 0);
        return result with { Info = result.Info.With("episode", statistics) };
    }

    private void Remember(double sum, int horizon)
    {
        _returns.Enqueue(sum);
        _horizons.Enqueue(horizon);
        if (_returns.Count <= _capacity)
            return;
        _returns.Dequeue();
        _horizons.Dequeue();
    }
}
