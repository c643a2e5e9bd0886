namespace Lagom.Rl;

/// <summary>Acts by samples of the action space, and learns nothing.</summary>
/// <typeparam name="TObservation">The type of the observations.</typeparam>
/// <typeparam name="TAction">The type of the actions.</typeparam>
public sealed class RandomAgent<TObservation, TAction> : Agent<TObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
{
    private readonly Space<TAction> _actions;
    private readonly RandomStream _random;

    /// <summary>Makes the agent.</summary>
    /// <param name="actions">Where actions come from.</param>
    /// <param name="random">Where chance comes from.</param>
    public RandomAgent(Space<TAction> actions, RandomStream random)
        : base("RandomAgent")
    {
        ArgumentNullException.ThrowIfNull(actions);
        ArgumentNullException.ThrowIfNull(random);
        _actions = actions;
        _random = random;
    }

    /// <inheritdoc/>
    public override AgentAction<TAction> ChooseAction(TimeStep<TObservation> step, ActionMode mode) => new(_actions.Sample(_random), StepInfo.None);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, double> Learn(
        IReadOnlyList<Trajectory<TObservation, TAction>> trajectories, CancellationToken cancellationToken = default) => new Dictionary<string, double>(StringComparer.Ordinal);
}
