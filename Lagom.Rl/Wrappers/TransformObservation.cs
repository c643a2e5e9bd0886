namespace Lagom.Rl;

/// <summary>Passes observations through a function.</summary>
/// <typeparam name="TObservation">The type of the observations outside.</typeparam>
/// <typeparam name="TAction">The type of the actions.</typeparam>
/// <typeparam name="TInner">The type of the observations inside.</typeparam>
/// <param name="inner">The environment inside.</param>
/// <param name="transform">The function. What it throws passes on; the environment has already stepped then.</param>
/// <param name="observationSpace">Where its results come from.</param>
public sealed class TransformObservation<TObservation, TAction, TInner>(
    IEnvironment<TInner, TAction> inner, Func<TInner, TObservation> transform, Space<TObservation> observationSpace)
    : Wrapper<TObservation, TAction, TInner, TAction>(inner, observationSpace, inner?.ActionSpace!)
    where TObservation : notnull
    where TAction : notnull
    where TInner : notnull
{
    private readonly Func<TInner, TObservation> _transform = transform ?? throw new ArgumentNullException(nameof(transform));

    /// <inheritdoc/>
    public override ResetResult<TObservation> Reset(long? seed = null, IReadOnlyDictionary<string, object>? options = null)
    {
        ResetResult<TInner> result = Inner.Reset(seed, options);
        return new ResetResult<TObservation>(_transform(result.Observation), result.Info);
    }

    /// <inheritdoc/>
    public override StepResult<TObservation> Step(TAction action)
    {
        StepResult<TInner> result = Inner.Step(action);
        return new StepResult<TObservation>(_transform(result.Observation), result.Reward, result.Terminated, result.Truncated, result.Info);
    }
}
