using System.Numerics;

namespace Lagom.Rl;

/// <summary>
/// Many copies of a classic-control task that step together with SIMD, their states stored number by number. Copy i of a batch seeded
/// with s behaves as the single environment seeded with s + i, up to rounding.
/// </summary>
/// <typeparam name="TAction">The type of the actions: <see cref="int"/> or <see cref="float"/>.</typeparam>
/// <remarks>What the properties show is overwritten by the next call. Nothing is allocated per step. Not thread-safe.</remarks>
public abstract class ClassicControlBatch<TAction> : IEnvironmentBatch<TAction>, IResumable
    where TAction : unmanaged
{
    private readonly RandomStream?[] _random;
    private readonly float[] _observations;
    private readonly float[] _finalObservations;
    private readonly double[] _state;
    private readonly bool[] _terminated;
    private readonly bool[] _truncated;
    private readonly bool[] _hasFinal;
    private readonly bool[] _needsReset;
    private readonly int[] _elapsed;
    private readonly int _maxEpisodeSteps;

    private protected ClassicControlBatch(Box observationSpace, int stateSize, BatchOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Count = options.Count;
        Autoreset = options.Autoreset;
        ObservationSpace = observationSpace;
        int padded = (Count + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
        States = Columns(stateSize, padded);
        ObservationColumns = Columns(ObservationSize, padded);
        RewardColumn = new double[padded];
        OverColumn = new double[padded];
        ActionColumn = new double[padded];
        _random = new RandomStream?[Count];
        _observations = new float[Count * ObservationSize];
        _finalObservations = new float[_observations.Length];
        _state = new double[stateSize];
        _terminated = new bool[Count];
        _truncated = new bool[Count];
        _hasFinal = new bool[Count];
        _needsReset = new bool[Count];
        _needsReset.AsSpan().Fill(true);
        _elapsed = new int[Count];
        _maxEpisodeSteps = options.MaxEpisodeSteps ?? int.MaxValue;
    }

    /// <summary>How many copies there are.</summary>
    public int Count { get; }

    /// <summary>When a copy begins its next episode.</summary>
    public AutoresetMode Autoreset { get; }

    /// <summary>Where the observations of one copy come from.</summary>
    public Box ObservationSpace { get; }

    /// <inheritdoc/>
    Space IEnvironmentBatch.ActionSpace => Actions;

    /// <summary>How many numbers an observation has.</summary>
    public int ObservationSize => ObservationSpace.FlatDimension;

    /// <summary>What is seen now [<see cref="Count"/>, <see cref="ObservationSize"/>], row-major.</summary>
    public ReadOnlySpan<float> Observations => _observations;

    /// <summary>The rewards [<see cref="Count"/>]; 0 where an episode began.</summary>
    public ReadOnlySpan<double> Rewards => RewardColumn.AsSpan(0, Count);

    /// <summary>Whether the task itself ended [<see cref="Count"/>].</summary>
    public ReadOnlySpan<bool> Terminated => _terminated;

    /// <summary>Whether the time limit cut the episode [<see cref="Count"/>].</summary>
    public ReadOnlySpan<bool> Truncated => _truncated;

    /// <summary>The last observations of episodes that ended [<see cref="Count"/>, <see cref="ObservationSize"/>], where <see cref="HasFinalObservation"/> says so.</summary>
    public ReadOnlySpan<float> FinalObservations => _finalObservations;

    /// <summary>Whether the episode ended in this step and the next began in it [<see cref="Count"/>]: <see cref="AutoresetMode.SameStep"/>.</summary>
    public ReadOnlySpan<bool> HasFinalObservation => _hasFinal;

    private protected abstract Space Actions { get; }

    private protected double[][] States { get; }

    private protected double[][] ObservationColumns { get; }

    private protected double[] RewardColumn { get; }

    private protected double[] OverColumn { get; }

    private protected double[] ActionColumn { get; }

    /// <summary>Begins an episode in every copy.</summary>
    /// <param name="seed">The seed of the first copy; the others get the numbers after it. Null lets their streams go on; a copy never seeded starts from its index.</param>
    public void Reset(long? seed = null)
    {
        for (int i = 0; i < Count; i++)
        {
            if (seed is { } first)
                _random[i] = new RandomStream(unchecked(first + i));
            Begin(i);
        }
    }

    /// <summary>Begins an episode in every copy, with a seed for each.</summary>
    /// <param name="seeds">The seeds [<see cref="Count"/>].</param>
    /// <exception cref="ArgumentException">The number of seeds is not that of the copies.</exception>
    public void Reset(ReadOnlySpan<long> seeds)
    {
        CheckLength(seeds.Length, nameof(seeds));
        for (int i = 0; i < Count; i++)
        {
            _random[i] = new RandomStream(seeds[i]);
            Begin(i);
        }
    }

    /// <summary>Begins an episode in some copies; the others stay as they are.</summary>
    /// <param name="mask">Whether to reset each copy [<see cref="Count"/>].</param>
    /// <exception cref="ArgumentException">The mask's length is not the number of copies.</exception>
    public void ResetWhere(ReadOnlySpan<bool> mask)
    {
        CheckLength(mask.Length, nameof(mask));
        for (int i = 0; i < Count; i++)
        {
            if (mask[i])
                Begin(i);
        }
    }

    /// <summary>Begins an episode of one copy in a state of the caller's choice, to plan or to repeat a recorded one.</summary>
    /// <param name="index">Which copy.</param>
    /// <param name="state">The state, as the single environment's.</param>
    /// <exception cref="ArgumentException">There is no such copy, or the state's length is wrong.</exception>
    public void ResetTo(int index, ReadOnlySpan<double> state)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        if (state.Length != _state.Length)
            throw new ArgumentException($"The state has {state.Length} numbers; it needs {_state.Length}.", nameof(state));
        state.CopyTo(_state);
        BeginAtState(index);
    }

    /// <summary>Takes an action in every copy.</summary>
    /// <param name="actions">The actions [<see cref="Count"/>]; ignored where an episode begins, but checked.</param>
    /// <exception cref="ArgumentException">The number of actions is not that of the copies, or one is NaN or out of range; nothing has moved.</exception>
    /// <exception cref="InvalidOperationException">No episode was begun, or autoreset is disabled and the episode of a copy is over; nothing has moved.</exception>
    public void Step(ReadOnlySpan<TAction> actions)
    {
        CheckLength(actions.Length, nameof(actions));
        if (_random[0] is null && _needsReset[0])
            Episode.ThrowNotRunning();
        if (Autoreset == AutoresetMode.Disabled && Array.IndexOf(_needsReset, true) is >= 0 and var over)
            throw new InvalidOperationException($"Copy {over} has no running episode, and autoreset is disabled: call ResetWhere first.");
        ReadActions(actions);
        Advance();
        Transpose();
        for (int i = 0; i < _needsReset.Length; i++)
            Account(i);
    }

    /// <inheritdoc/>
    public void Save(Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var writer = new NumberWriter(destination);
        foreach (RandomStream? random in _random)
            writer.Write(random);
        foreach (double[] column in States)
            writer.Write<double>(column.AsSpan(0, Count));
        writer.Write<double>(RewardColumn.AsSpan(0, Count));
        writer.Write<int>(_elapsed);
        writer.Write<float>(_observations);
        writer.Write<float>(_finalObservations);
        foreach (bool[] flags in Flags())
            writer.Write<bool>(flags);
    }

    /// <inheritdoc/>
    public void Load(Stream source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var reader = new NumberReader(source, "environments");
        for (int i = 0; i < Count; i++)
            _random[i] = reader.ReadStream();
        foreach (double[] column in States)
            reader.Read(column.AsSpan(0, Count));
        reader.Read(RewardColumn.AsSpan(0, Count));
        reader.Read<int>(_elapsed);
        reader.Read<float>(_observations);
        reader.Read<float>(_finalObservations);
        foreach (bool[] flags in Flags())
            reader.Read<bool>(flags);
    }

    private protected abstract void ReadActions(ReadOnlySpan<TAction> actions);

    // Moves States by ActionColumn; fills RewardColumn, OverColumn (1 where the task ended) and ObservationColumns.
    private protected abstract void Advance();

    private protected abstract void Start(RandomStream random, Span<double> state);

    private protected abstract void Observe(ReadOnlySpan<double> state, Span<float> observation);

    private bool[][] Flags() => [_terminated, _truncated, _hasFinal, _needsReset];

    private void Account(int i)
    {
        _hasFinal[i] = false;
        if (_needsReset[i])
        {
            Begin(i);
            return;
        }

        bool isTerminated = OverColumn[i] != 0;
        bool isTruncated = ++_elapsed[i] >= _maxEpisodeSteps;
        _terminated[i] = isTerminated;
        _truncated[i] = isTruncated;
        if (!(isTerminated | isTruncated))
            return;
        if (Autoreset != AutoresetMode.SameStep)
        {
            _needsReset[i] = true;
            return;
        }

        int row = i * ObservationSize;
        _observations.AsSpan(row, ObservationSize).CopyTo(_finalObservations.AsSpan(row));
        double reward = RewardColumn[i];
        Begin(i);
        RewardColumn[i] = reward;
        _terminated[i] = isTerminated;
        _truncated[i] = isTruncated;
        _hasFinal[i] = true;
    }

    private void Begin(int i)
    {
        Start(_random[i] ??= new RandomStream(i), _state);
        BeginAtState(i);
    }

    private void BeginAtState(int i)
    {
        for (int k = 0; k < _state.Length; k++)
            States[k][i] = _state[k];
        Observe(_state, _observations.AsSpan(i * ObservationSize, ObservationSize));
        RewardColumn[i] = 0;
        _elapsed[i] = 0;
        _needsReset[i] = _terminated[i] = _truncated[i] = _hasFinal[i] = false;
    }

    private void Transpose()
    {
        double[][] columns = ObservationColumns;
        float[] rows = _observations;
        for (int k = 0; k < columns.Length; k++)
        {
            ReadOnlySpan<double> column = columns[k].AsSpan(0, Count);
            for (int i = 0, at = k; i < column.Length; i++, at += columns.Length)
                rows[at] = (float)column[i];
        }
    }

    private void CheckLength(int length, string parameter)
    {
        if (length != Count)
            throw new ArgumentException($"{parameter} has {length} elements; there are {Count} copies.", parameter);
    }

    private static double[][] Columns(int count, int length)
    {
        var columns = new double[count][];
        for (int i = 0; i < count; i++)
            columns[i] = new double[length];
        return columns;
    }
}
