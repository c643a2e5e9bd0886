namespace Lagom.Rl;

/// <summary>An environment around another one with the same types of observations and actions; passes everything on until overridden.</summary>
/// <typeparam name="TObservation">The type of the observations.</typeparam>
/// <typeparam name="TAction">The type of the actions.</typeparam>
public abstract class Wrapper<TObservation, TAction> : Wrapper<TObservation, TAction, TObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
{
    /// <summary>Wraps an environment, keeping its spaces.</summary>
    /// <param name="inner">The environment inside.</param>
    protected Wrapper(IEnvironment<TObservation, TAction> inner)
        : base(inner, Checked(inner).ObservationSpace, inner.ActionSpace)
    {
    }

    /// <summary>Wraps an environment, with other spaces.</summary>
    /// <param name="inner">The environment inside.</param>
    /// <param name="observationSpace">Where the observations outside come from.</param>
    /// <param name="actionSpace">Where the actions outside come from.</param>
    protected Wrapper(IEnvironment<TObservation, TAction> inner, Space<TObservation> observationSpace, Space<TAction> actionSpace)
        : base(inner, observationSpace, actionSpace)
    {
    }

    /// <inheritdoc/>
    public override ResetResult<TObservation> Reset(long? seed = null, IReadOnlyDictionary<string, object>? options = null) => Inner.Reset(seed, options);

    /// <inheritdoc/>
    public override StepResult<TObservation> Step(TAction action) => Inner.Step(action);

    private static IEnvironment<TObservation, TAction> Checked(IEnvironment<TObservation, TAction> inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        return inner;
    }
}
