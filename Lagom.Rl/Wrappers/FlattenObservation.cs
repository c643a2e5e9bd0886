namespace Lagom.Rl;

/// <summary>Turns observations of any space into arrays of numbers, choices into one-hot.</summary>
/// <typeparam name="TObservation">The type of the observations inside.</typeparam>
/// <typeparam name="TAction">The type of the actions.</typeparam>
public sealed class FlattenObservation<TObservation, TAction> : Wrapper<float[], TAction, TObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
{
    /// <summary>Wraps an environment.</summary>
    /// <param name="inner">The environment inside.</param>
    public FlattenObservation(IEnvironment<TObservation, TAction> inner)
        : base(inner, Flat(inner), inner.ActionSpace)
    {
    }

    /// <inheritdoc/>
    public override ResetResult<float[]> Reset(long? seed = null, IReadOnlyDictionary<string, object>? options = null)
    {
        ResetResult<TObservation> result = Inner.Reset(seed, options);
        return new ResetResult<float[]>(Flatten(result.Observation), result.Info);
    }

    /// <inheritdoc/>
    public override StepResult<float[]> Step(TAction action)
    {
        StepResult<TObservation> result = Inner.Step(action);
        return new StepResult<float[]>(Flatten(result.Observation), result.Reward, result.Terminated, result.Truncated, result.Info);
    }

    private float[] Flatten(TObservation observation)
    {
        var flat = new float[ObservationSpace.FlatDimension];
        Inner.ObservationSpace.Flatten(observation, flat);
        return flat;
    }

    private static Box Flat(IEnvironment<TObservation, TAction> inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        return inner.ObservationSpace switch
        {
            Box box => new Box(box.Low, box.High),
            var space and (Discrete or MultiDiscrete or MultiBinary) => new Box(0, 1, space.FlatDimension),
            var space => new Box(float.NegativeInfinity, float.PositiveInfinity, space.FlatDimension),
        };
    }
}
