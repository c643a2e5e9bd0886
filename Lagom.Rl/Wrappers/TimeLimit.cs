namespace Lagom.Rl;

/// <summary>Cuts episodes after a number of steps: the last one is truncated.</summary>
/// <typeparam name="TObservation">The type of the observations.</typeparam>
/// <typeparam name="TAction">The type of the actions.</typeparam>
public sealed class TimeLimit<TObservation, TAction> : Wrapper<TObservation, TAction>, IResumable
    where TObservation : notnull
    where TAction : notnull
{
    private bool _isRunning;

    /// <summary>Wraps an environment.</summary>
    /// <param name="inner">The environment inside.</param>
    /// <param name="maxEpisodeSteps">After how many steps an episode is cut. Range: at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of steps is below 1.</exception>
    public TimeLimit(IEnvironment<TObservation, TAction> inner, int maxEpisodeSteps)
        : base(inner)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxEpisodeSteps, 1);
        MaxEpisodeSteps = maxEpisodeSteps;
    }

    /// <summary>After how many steps an episode is cut.</summary>
    public int MaxEpisodeSteps { get; }

    /// <summary>How many steps the present episode has had.</summary>
    public int ElapsedSteps { get; private set; }

    /// <summary>Whether the environment inside can be saved.</summary>
    public bool CanSave => Inner is IResumable { CanSave: true };

    /// <inheritdoc/>
    public override ResetResult<TObservation> Reset(long? seed = null, IReadOnlyDictionary<string, object>? options = null)
    {
        ResetResult<TObservation> result = base.Reset(seed, options);
        ElapsedSteps = 0;
        _isRunning = true;
        return result;
    }

    /// <inheritdoc/>
    public override StepResult<TObservation> Step(TAction action)
    {
        if (!_isRunning)
            Episode.ThrowNotRunning();
        StepResult<TObservation> result = base.Step(action);
        ElapsedSteps++;
        if (ElapsedSteps >= MaxEpisodeSteps)
            result = result with { Truncated = true };
        _isRunning = !result.IsOver;
        return result;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The environment inside cannot be saved.</exception>
    public void Save(Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var writer = new NumberWriter(destination);
        writer.Write(ElapsedSteps);
        writer.Write(_isRunning ? 1 : 0);
        Resumable().Save(destination);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The environment inside cannot be loaded.</exception>
    public void Load(Stream source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var reader = new NumberReader(source, "an environment");
        ElapsedSteps = reader.ReadInt32("the steps of the episode", 0, MaxEpisodeSteps);
        _isRunning = reader.ReadInt32("whether an episode runs", 0, 1) == 1;
        Resumable().Load(source);
    }

    private IResumable Resumable() => CanSave
        ? (IResumable)Inner
        : throw new InvalidOperationException($"The environment {Inner.GetType().Name} cannot be saved in the middle of an episode: it is not {nameof(IResumable)}.");
}
