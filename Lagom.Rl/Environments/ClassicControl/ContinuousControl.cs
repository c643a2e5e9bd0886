namespace Lagom.Rl;

/// <summary>A classic-control task with one continuous action. As in Gymnasium, finite actions outside the bounds are clipped to them.</summary>
public abstract class ContinuousControl : ClassicControl, IEnvironment<float[], float[]>, ISpanEnvironment<ReadOnlySpan<float>>
{
    private protected ContinuousControl(Box observationSpace, int stateSize, float largestAction)
        : base(observationSpace, stateSize) =>
        ActionSpace = new Box(-largestAction, largestAction, 1);

    /// <inheritdoc/>
    public Space<float[]> ActionSpace { get; }

    /// <inheritdoc/>
    public StepResult<float[]> Step(float[] action)
    {
        ArgumentNullException.ThrowIfNull(action);
        var observation = new float[ObservationSize];
        StepOutcome outcome = Step(action, observation);
        return new StepResult<float[]>(observation, outcome.Reward, outcome.Terminated, outcome.Truncated, StepInfo.None);
    }

    /// <inheritdoc/>
    public StepOutcome Step(ReadOnlySpan<float> action, Span<float> observation)
    {
        if (action.Length != 1)
            throw new ArgumentException($"The action has {action.Length} numbers; {GetType().Name} takes 1.", nameof(action));
        if (!float.IsFinite(action[0]))
            throw new ArgumentException($"The action is {action[0]}; it must be a finite number.", nameof(action));
        return Finish(Advance(action[0], Running(observation)), observation);
    }

    private protected abstract StepOutcome Advance(float action, Span<double> state);
}
