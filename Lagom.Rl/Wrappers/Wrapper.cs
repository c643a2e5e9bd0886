namespace Lagom.Rl;

/// <summary>An environment around another one, with other types of observations or actions; spaces and steps are the derived class's.</summary>
/// <typeparam name="TObservation">The type of the observations outside.</typeparam>
/// <typeparam name="TAction">The type of the actions outside.</typeparam>
/// <typeparam name="TInnerObservation">The type of the observations inside.</typeparam>
/// <typeparam name="TInnerAction">The type of the actions inside.</typeparam>
public abstract class Wrapper<TObservation, TAction, TInnerObservation, TInnerAction> : IEnvironment<TObservation, TAction>, IWrapper
    where TObservation : notnull
    where TAction : notnull
    where TInnerObservation : notnull
    where TInnerAction : notnull
{
    /// <summary>Wraps an environment.</summary>
    /// <param name="inner">The environment inside.</param>
    /// <param name="observationSpace">Where the observations outside come from.</param>
    /// <param name="actionSpace">Where the actions outside come from.</param>
    protected Wrapper(IEnvironment<TInnerObservation, TInnerAction> inner, Space<TObservation> observationSpace, Space<TAction> actionSpace)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(observationSpace);
        ArgumentNullException.ThrowIfNull(actionSpace);
        Inner = inner;
        ObservationSpace = observationSpace;
        ActionSpace = actionSpace;
    }

    /// <summary>The environment inside.</summary>
    public IEnvironment<TInnerObservation, TInnerAction> Inner { get; }

    /// <inheritdoc/>
    IEnvironment IWrapper.Inner => Inner;

    /// <inheritdoc/>
    public Space<TObservation> ObservationSpace { get; }

    /// <inheritdoc/>
    public Space<TAction> ActionSpace { get; }

    /// <inheritdoc/>
    public abstract ResetResult<TObservation> Reset(long? seed = null, IReadOnlyDictionary<string, object>? options = null);

    /// <inheritdoc/>
    public abstract StepResult<TObservation> Step(TAction action);
}
