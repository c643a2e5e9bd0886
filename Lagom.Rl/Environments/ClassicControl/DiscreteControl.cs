using System.Diagnostics.CodeAnalysis;

namespace Lagom.Rl;

/// <summary>A classic-control task whose actions are choices.</summary>
public abstract class DiscreteControl : ClassicControl, IEnvironment<float[], int>, ISpanEnvironment<int>
{
    private readonly int _actions;

    private protected DiscreteControl(Box observationSpace, int stateSize, int actions)
        : base(observationSpace, stateSize)
    {
        ActionSpace = new Discrete(actions);
        _actions = actions;
    }

    /// <inheritdoc/>
    public Space<int> ActionSpace { get; }

    /// <inheritdoc/>
    public StepResult<float[]> Step(int action)
    {
        var observation = new float[ObservationSize];
        StepOutcome outcome = Step(action, observation);
        return new StepResult<float[]>(observation, outcome.Reward, outcome.Terminated, outcome.Truncated, StepInfo.None);
    }

    /// <inheritdoc/>
    public StepOutcome Step(int action, Span<float> observation)
    {
        if ((uint)action >= (uint)_actions)
            ThrowOutOfRange(action, _actions);
        return Finish(Advance(action, Running(observation)), observation);
    }

    [DoesNotReturn]
    internal static void ThrowOutOfRange(int action, int actions) =>
        throw new ArgumentOutOfRangeException(nameof(action), action, $"The action must be 0 to {actions - 1}.");

    private protected abstract StepOutcome Advance(int action, Span<double> state);
}
