using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Lagom.Rl;

/// <summary>Time steps one after the other, and the actions between them; it may begin or be cut in the middle of an episode.</summary>
/// <typeparam name="TObservation">The type of the observations.</typeparam>
/// <typeparam name="TAction">The type of the actions.</typeparam>
public sealed class Trajectory<TObservation, TAction> : IReadOnlyList<TimeStep<TObservation>>
    where TObservation : notnull
    where TAction : notnull
{
    private readonly List<TimeStep<TObservation>> _steps = [];
    private readonly List<AgentAction<TAction>> _actions = [];

    /// <summary>Begins a trajectory.</summary>
    /// <param name="first">Its first time step.</param>
    /// <exception cref="ArgumentException">The time step is not a first one.</exception>
    public Trajectory(TimeStep<TObservation> first)
    {
        ArgumentNullException.ThrowIfNull(first);
        if (!first.IsFirst)
            throw new ArgumentException($"A trajectory begins with a first time step; this is {first}.", nameof(first));
        _steps.Add(first);
    }

    /// <summary>How many time steps it has: one more than actions.</summary>
    public int Count => _steps.Count;

    /// <summary>How many actions it has.</summary>
    public int ActionCount => _actions.Count;

    /// <summary>Whether its episode ended.</summary>
    public bool IsFinished => _steps[^1].IsLast;

    /// <summary>Whether its episode was cut from outside.</summary>
    public bool ReachedTimeLimit => _steps[^1].IsCut;

    /// <summary>Whether the task itself ended.</summary>
    public bool ReachedTerminal => _steps[^1].IsTerminal;

    /// <summary>What the agent had to say of the last time step, its value "V" say; empty until the trajectory is closed.</summary>
    public IReadOnlyDictionary<string, object> LastOutput { get; set; } = StepInfo.None;

    /// <summary>What was seen, the last observation included [<see cref="Count"/>].</summary>
    public IReadOnlyList<TObservation> Observations => [.. _steps.Select(static step => step.Observation)];

    /// <summary>What was done [<see cref="ActionCount"/>].</summary>
    public IReadOnlyList<TAction> Actions => [.. _actions.Select(static action => action.Action)];

    /// <summary>What the agent said when it chose each action [<see cref="ActionCount"/>].</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, object>> Outputs => [.. _actions.Select(static action => action.Output)];

    /// <summary>The rewards of the actions [<see cref="ActionCount"/>].</summary>
    public double[] Rewards => [.. _steps.Skip(1).Select(static step => step.Reward!.Value)];

    /// <summary>What the environment told after each action [<see cref="ActionCount"/>].</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, object>> Infos => [.. _steps.Skip(1).Select(static step => step.Info)];

    /// <summary>The actions with what they led from and to [<see cref="ActionCount"/>].</summary>
    public IReadOnlyList<Transition<TObservation, TAction>> Transitions =>
    [
        .. _actions.Select((action, t) => new Transition<TObservation, TAction>(
            _steps[t].Observation, action.Action, _steps[t + 1].Observation, _steps[t + 1].Reward!.Value, _steps[t + 1].IsTerminal, _steps[t + 1].IsCut)),
    ];

    /// <summary>A time step.</summary>
    /// <param name="index">Its number.</param>
    public TimeStep<TObservation> this[int index] => _steps[index];

    /// <summary>Adds an action and what it led to.</summary>
    /// <param name="action">The action.</param>
    /// <param name="step">The time step after it.</param>
    /// <exception cref="InvalidOperationException">The episode has ended.</exception>
    /// <exception cref="ArgumentException">The time step is a first one.</exception>
    public void Add(AgentAction<TAction> action, TimeStep<TObservation> step)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (IsFinished)
            throw new InvalidOperationException("The episode of this trajectory has ended; nothing comes after it.");
        if (step.IsFirst)
            throw new ArgumentException("A first time step begins a trajectory of its own.", nameof(step));
        _actions.Add(action);
        _steps.Add(step);
    }

    /// <summary>The numbers of a name that the agent gave with every action [<see cref="ActionCount"/>].</summary>
    /// <param name="name">The name.</param>
    /// <param name="numbers">Receives the numbers.</param>
    /// <returns>Whether every action has one; where some have and some lack it, that is no column and the answer is false.</returns>
    public bool TryGetNumbers(string name, [NotNullWhen(true)] out double[]? numbers)
    {
        ArgumentNullException.ThrowIfNull(name);
        numbers = new double[ActionCount];
        for (int t = 0; t < numbers.Length; t++)
        {
            if (!_actions[t].Output.TryGetValue(name, out object? value) || value is not IConvertible number)
            {
                numbers = null;
                return false;
            }

            numbers[t] = number.ToDouble(null);
        }

        return true;
    }

    /// <inheritdoc/>
    public IEnumerator<TimeStep<TObservation>> GetEnumerator() => _steps.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() =>
        $"Trajectory(T: {ActionCount}, Finished: {IsFinished}, Reach time limit: {ReachedTimeLimit}, Reach terminal: {ReachedTerminal})";
}
