namespace Lagom.Rl;

/// <summary>A vector of environments that gives time steps, one for each, and keeps the present ones; works with every <see cref="AutoresetMode"/>.</summary>
/// <typeparam name="TObservation">The type of the observations.</typeparam>
/// <typeparam name="TAction">The type of the actions.</typeparam>
public sealed class VectorTimeStepEnvironment<TObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
{
    private readonly TimeStep<TObservation>[] _current;

    /// <summary>Wraps a vector of environments.</summary>
    /// <param name="inner">The environments inside.</param>
    public VectorTimeStepEnvironment(VectorEnvironment<TObservation, TAction> inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        Inner = inner;
        _current = new TimeStep<TObservation>[inner.Count];
    }

    /// <summary>The environments inside.</summary>
    public VectorEnvironment<TObservation, TAction> Inner { get; }

    /// <summary>How many there are.</summary>
    public int Count => _current.Length;

    /// <summary>Whether there are no episodes to go on with.</summary>
    public bool NeedsReset => _current[0] is null;

    /// <summary>The present time steps, none of them last: what the next actions are for.</summary>
    public IReadOnlyList<TimeStep<TObservation>> Current => _current;

    /// <summary>Begins an episode in every environment.</summary>
    /// <param name="seed">The seed of the first environment; the others get the numbers after it.</param>
    public void Reset(long? seed = null)
    {
        VectorStep<TObservation> begun = Inner.Reset(seed);
        for (int i = 0; i < Count; i++)
            _current[i] = First(begun, i);
    }

    /// <summary>Takes an action in every environment; those whose episode ends begin their next one at once.</summary>
    /// <param name="actions">The actions.</param>
    /// <returns>What each action led to; last time steps among them are not those of <see cref="Current"/>.</returns>
    /// <exception cref="InvalidOperationException">There are no episodes to go on with.</exception>
    public IReadOnlyList<TimeStep<TObservation>> Step(IReadOnlyList<TAction> actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        if (NeedsReset)
            throw new InvalidOperationException("There are no episodes to step in: call Reset first.");
        VectorStep<TObservation> step = Inner.Step(actions);
        var made = new TimeStep<TObservation>[Count];
        var over = new bool[Count];
        for (int i = 0; i < Count; i++)
        {
            bool hasFinal = step.HasFinalObservation[i];
            made[i] = TimeStep<TObservation>.After(new StepResult<TObservation>(
                hasFinal ? step.FinalObservations[i]! : step.Observations[i], step.Rewards[i], step.Terminated[i], step.Truncated[i],
                hasFinal ? step.FinalInfos[i]! : step.Infos[i]));
            _current[i] = hasFinal ? First(step, i) : made[i];
            over[i] = made[i].IsLast && !hasFinal;
        }

        if (Array.IndexOf(over, true) < 0)
            return made;
        // Reset here whatever the mode, so that no action is lost on a reset.
        VectorStep<TObservation> begun = Inner.ResetWhere(over);
        for (int i = 0; i < Count; i++)
        {
            if (over[i])
                _current[i] = First(begun, i);
        }

        return made;
    }

    private static TimeStep<TObservation> First(VectorStep<TObservation> step, int i) =>
        TimeStep<TObservation>.First(new ResetResult<TObservation>(step.Observations[i], step.Infos[i]));
}
