namespace Lagom.Rl;

/// <summary>Shows any environments as a batch: they step one after the other, their observations flattened to rows.</summary>
internal abstract class SequentialBatch<TObservation, TEnvironmentAction, TAction> : IEnvironmentBatch<TAction>, IResumable
    where TObservation : notnull
    where TEnvironmentAction : notnull
    where TAction : unmanaged
{
    private readonly VectorEnvironment<TObservation, TEnvironmentAction> _environments;
    private readonly TEnvironmentAction[] _actions;
    private readonly float[] _observations;
    private readonly float[] _finalObservations;

    protected SequentialBatch(VectorEnvironment<TObservation, TEnvironmentAction> environments)
    {
        _environments = environments;
        _actions = new TEnvironmentAction[environments.Count];
        ObservationSpace = Flat(environments.ObservationSpace);
        _observations = new float[Count * ObservationSpace.FlatDimension];
        _finalObservations = new float[_observations.Length];
    }

    public int Count => _environments.Count;

    public AutoresetMode Autoreset => _environments.Autoreset;

    public Box ObservationSpace { get; }

    public Space ActionSpace => _environments.ActionSpace;

    public ReadOnlySpan<float> Observations => _observations;

    public ReadOnlySpan<double> Rewards => _environments.Last.Rewards;

    public ReadOnlySpan<bool> Terminated => _environments.Last.Terminated;

    public ReadOnlySpan<bool> Truncated => _environments.Last.Truncated;

    public ReadOnlySpan<float> FinalObservations => _finalObservations;

    public ReadOnlySpan<bool> HasFinalObservation => _environments.Last.HasFinalObservation;

    protected int ActionSize { get; init; } = 1;

    public bool CanSave => _environments.CanSave;

    public void Reset(long? seed = null) => Flatten(_environments.Reset(seed));

    public void ResetWhere(ReadOnlySpan<bool> mask) => Flatten(_environments.ResetWhere(mask));

    public void Step(ReadOnlySpan<TAction> actions)
    {
        if (actions.Length != Count * ActionSize)
            throw new ArgumentException($"actions has {actions.Length} elements; {Count} copies of actions of {ActionSize} need {Count * ActionSize}.", nameof(actions));
        for (int i = 0; i < _actions.Length; i++)
            _actions[i] = Action(actions.Slice(i * ActionSize, ActionSize));
        try
        {
            Flatten(_environments.Step(_actions));
        }
        catch (EnvironmentFailedException)
        {
            // The others made their step.
            Flatten(_environments.Last);
            throw;
        }
    }

    public void Save(Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var writer = new NumberWriter(destination);
        writer.Write<float>(_observations);
        writer.Write<float>(_finalObservations);
        _environments.Save(destination);
    }

    public void Load(Stream source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var reader = new NumberReader(source, "environments");
        reader.Read<float>(_observations);
        reader.Read<float>(_finalObservations);
        int size = ObservationSpace.FlatDimension;
        _environments.Load(source, Enumerable.Range(0, Count).Select(i => _environments.ObservationSpace.Unflatten(_observations.AsSpan(i * size, size))));
    }

    protected abstract TEnvironmentAction Action(ReadOnlySpan<TAction> row);

    private void Flatten(VectorStep<TObservation> step)
    {
        int size = ObservationSpace.FlatDimension;
        for (int i = 0; i < Count; i++)
        {
            _environments.ObservationSpace.Flatten(step.Observations[i], _observations.AsSpan(i * size, size));
            if (step.HasFinalObservation[i])
                _environments.ObservationSpace.Flatten(step.FinalObservations[i]!, _finalObservations.AsSpan(i * size, size));
        }
    }

    private static Box Flat(Space space) => space switch
    {
        Box box => new Box(box.Low, box.High),
        Discrete or MultiDiscrete or MultiBinary => new Box(0, 1, space.FlatDimension),
        _ => new Box(float.NegativeInfinity, float.PositiveInfinity, space.FlatDimension),
    };
}
