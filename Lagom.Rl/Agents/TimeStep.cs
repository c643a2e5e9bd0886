namespace Lagom.Rl;

/// <summary>A moment of an episode as an agent sees it.</summary>
/// <typeparam name="TObservation">The type of the observation.</typeparam>
public sealed class TimeStep<TObservation>
    where TObservation : notnull
{
    private TimeStep(StepType type, TObservation observation)
    {
        Type = type;
        Observation = observation;
        Info = StepInfo.None;
    }

    /// <summary>Where in the episode it is.</summary>
    public StepType Type { get; }

    /// <summary>What is seen.</summary>
    public TObservation Observation { get; }

    /// <summary>The reward of the action that led here; null before any action.</summary>
    public double? Reward { get; private init; }

    /// <summary>Whether the task itself ended: there is no value beyond.</summary>
    public bool IsTerminal { get; private init; }

    /// <summary>Whether the episode was cut from outside, by a time limit say, and the task did not end: the observation still has a value.</summary>
    public bool IsCut { get; private init; }

    /// <summary>Whether it comes before any action of its trajectory, but in the middle of an episode: a recurrent agent keeps what it remembers.</summary>
    public bool IsContinuation { get; private init; }

    /// <summary>What else the environment tells.</summary>
    public IReadOnlyDictionary<string, object> Info { get; private init; }

    /// <summary>Whether it is the first of its trajectory.</summary>
    public bool IsFirst => Type == StepType.First;

    /// <summary>Whether the episode ended with it.</summary>
    public bool IsLast => Type == StepType.Last;

    /// <summary>The beginning of an episode.</summary>
    /// <param name="reset">How it begins.</param>
    public static TimeStep<TObservation> First(ResetResult<TObservation> reset) => new(StepType.First, reset.Observation) { Info = reset.Info };

    /// <summary>What an action led to.</summary>
    /// <param name="step">What the environment gave.</param>
    public static TimeStep<TObservation> After(StepResult<TObservation> step) => new(step.IsOver ? StepType.Last : StepType.Mid, step.Observation)
    {
        Reward = step.Reward,
        IsTerminal = step.Terminated,
        IsCut = step.Truncated && !step.Terminated,
        Info = step.Info,
    };

    /// <summary>The same moment as the beginning of another trajectory, which goes on with the episode.</summary>
    /// <exception cref="InvalidOperationException">The episode ended with this step.</exception>
    public TimeStep<TObservation> Continue()
    {
        if (IsLast)
            throw new InvalidOperationException("The episode ended with this time step; the next begins with a reset.");
        return new TimeStep<TObservation>(StepType.First, Observation) { IsContinuation = !IsFirst || IsContinuation };
    }

    /// <inheritdoc/>
    public override string ToString() => $"TimeStep({Type.ToString().ToUpperInvariant()})";
}
