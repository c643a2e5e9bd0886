namespace Lagom.Rl;

/// <summary>Passes rewards through a function: to clip, scale or take their sign.</summary>
/// <typeparam name="TObservation">The type of the observations.</typeparam>
/// <typeparam name="TAction">The type of the actions.</typeparam>
/// <param name="inner">The environment inside.</param>
/// <param name="transform">The function. What it throws passes on; the environment has already stepped then.</param>
public sealed class TransformReward<TObservation, TAction>(IEnvironment<TObservation, TAction> inner, Func<double, double> transform)
    : Wrapper<TObservation, TAction>(inner)
    where TObservation : notnull
    where TAction : notnull
{
    private readonly Func<double, double> _transform = transform ?? throw new ArgumentNullException(nameof(transform));

    /// <inheritdoc/>
    public override StepResult<TObservation> Step(TAction action)
    {
        StepResult<TObservation> result = base.Step(action);
        return result with { Reward = _transform(result.Reward) };
    }
}
