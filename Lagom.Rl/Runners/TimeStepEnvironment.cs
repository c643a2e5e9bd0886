namespace Lagom.Rl;

/// <summary>An environment that gives time steps, and keeps the present one, so that whoever runs it can go on where it is.</summary>
/// <typeparam name="TObservation">The type of the observations.</typeparam>
/// <typeparam name="TAction">The type of the actions.</typeparam>
public sealed class TimeStepEnvironment<TObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
{
    /// <summary>Wraps an environment.</summary>
    /// <param name="inner">The environment inside.</param>
    public TimeStepEnvironment(IEnvironment<TObservation, TAction> inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        Inner = inner;
    }

    /// <summary>The environment inside.</summary>
    public IEnvironment<TObservation, TAction> Inner { get; }

    /// <summary>The present time step; null before the first reset.</summary>
    public TimeStep<TObservation>? Current { get; private set; }

    /// <summary>Whether there is no episode to go on with.</summary>
    public bool NeedsReset => Current is not { IsLast: false };

    /// <summary>Begins an episode.</summary>
    /// <param name="seed">Starts the environment's random stream anew; null goes on with the present one.</param>
    public TimeStep<TObservation> Reset(long? seed = null) => Current = TimeStep<TObservation>.First(Inner.Reset(seed));

    /// <summary>Takes an action.</summary>
    /// <param name="action">The action.</param>
    /// <exception cref="InvalidOperationException">There is no episode to go on with.</exception>
    public TimeStep<TObservation> Step(TAction action)
    {
        if (NeedsReset)
            throw new InvalidOperationException("There is no episode to step in: call Reset first, and again after a last time step.");
        return Current = TimeStep<TObservation>.After(Inner.Step(action));
    }
}
