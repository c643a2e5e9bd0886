namespace Lagom.Rl;

/// <summary>What the classic-control tasks share: a physical state in double precision, and observations made of it in single.</summary>
public abstract class ClassicControl : IRenderable, IResumable
{
    private readonly double[] _state;
    private Episode _episode = new();

    private protected ClassicControl(Box observationSpace, int stateSize)
    {
        ObservationSpace = observationSpace;
        _state = new double[stateSize];
    }

    /// <summary>Where observations come from.</summary>
    public Space<float[]> ObservationSpace { get; }

    /// <summary>How many numbers an observation has.</summary>
    public int ObservationSize => ObservationSpace.FlatDimension;

    /// <summary>The physical state; each task says what it holds.</summary>
    public ReadOnlySpan<double> State => _state;

    /// <inheritdoc/>
    public abstract FrameSize FrameSize { get; }

    /// <inheritdoc/>
    public abstract int FramesPerSecond { get; }

    /// <inheritdoc/>
    public abstract void Render(Frame frame);

    /// <summary>Begins an episode in a state of the caller's choice, to plan or to repeat a recorded one.</summary>
    /// <param name="state">The state, of the length of <see cref="State"/>.</param>
    /// <returns>The first observation.</returns>
    /// <exception cref="ArgumentException">The length is wrong, or a number is not finite.</exception>
    public float[] ResetTo(ReadOnlySpan<double> state)
    {
        if (state.Length != _state.Length)
            throw new ArgumentException($"The state has {state.Length} numbers; {GetType().Name} needs {_state.Length}.", nameof(state));
        foreach (double number in state)
        {
            if (!double.IsFinite(number))
                throw new ArgumentException($"The state holds {number}; its numbers must be finite.", nameof(state));
        }

        state.CopyTo(_state);
        _episode.BeginAt();
        var observation = new float[ObservationSize];
        Observe(_state, observation);
        return observation;
    }

    /// <inheritdoc cref="ISpanEnvironment{TAction}.Reset"/>
    public void Reset(Span<float> observation, long? seed = null, IReadOnlyDictionary<string, object>? options = null)
    {
        CheckObservation(observation.Length);
        StartRange range = ReadOptions(options);
        Start(_episode.Begin(seed), range, _state);
        Observe(_state, observation);
    }

    /// <inheritdoc cref="IEnvironment{TObservation, TAction}.Reset"/>
    public ResetResult<float[]> Reset(long? seed = null, IReadOnlyDictionary<string, object>? options = null)
    {
        var observation = new float[ObservationSize];
        Reset(observation, seed, options);
        return new ResetResult<float[]>(observation, StepInfo.None);
    }

    /// <inheritdoc/>
    public void Save(Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var writer = new NumberWriter(destination);
        _episode.Save(writer);
        writer.Write<double>(_state);
    }

    /// <inheritdoc/>
    public void Load(Stream source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var reader = new NumberReader(source, "an environment");
        _episode.Load(reader);
        reader.Read<double>(_state);
    }

    private protected abstract StartRange ReadOptions(IReadOnlyDictionary<string, object>? options);

    private protected abstract void Start(RandomStream random, StartRange range, Span<double> state);

    private protected abstract void Observe(ReadOnlySpan<double> state, Span<float> observation);

    private protected Span<double> Running(Span<float> observation)
    {
        CheckObservation(observation.Length);
        _episode.CheckRunning();
        return _state;
    }

    private protected StepOutcome Finish(StepOutcome outcome, Span<float> observation)
    {
        Observe(_state, observation);
        if (outcome.Terminated)
            _episode.End();
        return outcome;
    }

    private void CheckObservation(int length)
    {
        if (length != ObservationSize)
            throw new ArgumentException($"The span has room for {length} numbers; an observation of {GetType().Name} has {ObservationSize}.", "observation");
    }
}
