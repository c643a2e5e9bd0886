namespace Lagom.Rl;

/// <summary>
/// Transitions of the recent past to learn from, in one flat block of memory; adding and drawing allocate nothing. Not thread-safe.
/// </summary>
/// <remarks>
/// A transition reaches over <see cref="ReplayOptions.Steps"/> steps of one environment, fewer at the end of an episode. It bootstraps
/// from its last observation unless the episode terminated there; a truncated episode does bootstrap.
/// <para><b>Source:</b> Lin (1992), "Self-improving reactive agents"; Sutton (1988) for rewards of several steps.</para>
/// </remarks>
public abstract class ReplayBuffer
{
    private const int Magic = 0x5042524C;
    private const int FormatVersion = 1;

    private readonly float[] _rows;
    private readonly NStepWindow[] _windows;
    private int _next;

    private protected ReplayBuffer(ReplayOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        Options = options;
        _rows = new float[options.Capacity * options.RowLength];
        _windows = [.. Enumerable.Range(0, options.Environments).Select(_ => new NStepWindow(options))];
    }

    /// <summary>What the buffer holds.</summary>
    public ReplayOptions Options { get; }

    /// <summary>How many transitions can be drawn.</summary>
    public int Count { get; private set; }

    private protected abstract int Kind { get; }

    /// <summary>Adds a step of the only, or the first, environment.</summary>
    /// <inheritdoc cref="Add(int, ReadOnlySpan{float}, ReadOnlySpan{float}, StepOutcome, ReadOnlySpan{float})"/>
    public void Add(ReadOnlySpan<float> observation, ReadOnlySpan<float> action, StepOutcome outcome, ReadOnlySpan<float> nextObservation) =>
        Add(0, observation, action, outcome, nextObservation);

    /// <summary>Adds a step of an environment; with several steps to a transition, it can be drawn so many steps later.</summary>
    /// <param name="environment">Which environment. Range: 0 to <see cref="ReplayOptions.Environments"/> - 1.</param>
    /// <param name="observation">What was observed.</param>
    /// <param name="action">What was done; a choice as its number.</param>
    /// <param name="outcome">What it led to. A step that ends the episode closes the environment's open transitions.</param>
    /// <param name="nextObservation">What was observed then: of the same episode, not the first one after an automatic reset.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or the reward is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such environment.</exception>
    public void Add(
        int environment, ReadOnlySpan<float> observation, ReadOnlySpan<float> action, StepOutcome outcome, ReadOnlySpan<float> nextObservation)
    {
        if ((uint)environment >= (uint)_windows.Length)
            throw new ArgumentOutOfRangeException(nameof(environment), environment, $"The environment must be 0 to {_windows.Length - 1}.");
        CheckLength(observation.Length, Options.ObservationSize, nameof(observation));
        CheckLength(action.Length, Options.ActionSize, nameof(action));
        CheckLength(nextObservation.Length, Options.ObservationSize, nameof(nextObservation));
        if (!double.IsFinite(outcome.Reward))
            throw new ArgumentException($"The reward is {outcome.Reward}; it must be finite.", nameof(outcome));
        NStepWindow window = _windows[environment];
        window.Push(observation, action, outcome.Reward);
        while (window.Count > 0 && (window.IsFull || outcome.IsOver))
            Store(window, nextObservation, outcome.Terminated);
    }

    /// <summary>Drops the open transitions of an environment whose episode is given up in its middle.</summary>
    /// <param name="environment">Which environment. Range: 0 to <see cref="ReplayOptions.Environments"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such environment.</exception>
    public void Abandon(int environment = 0)
    {
        if ((uint)environment >= (uint)_windows.Length)
            throw new ArgumentOutOfRangeException(nameof(environment), environment, $"The environment must be 0 to {_windows.Length - 1}.");
        _windows[environment].Clear();
    }

    /// <summary>Draws transitions with replacement.</summary>
    /// <param name="random">Where the draws come from.</param>
    /// <param name="batch">Receives them.</param>
    /// <exception cref="ArgumentException">A span has the wrong length.</exception>
    /// <exception cref="InvalidOperationException">The buffer is empty.</exception>
    public void Sample(RandomStream random, ReplayBatch batch)
    {
        ArgumentNullException.ThrowIfNull(random);
        batch.Check(Options);
        if (Count == 0)
            throw new InvalidOperationException("The buffer holds no transition to draw.");
        Draw(random, batch);
    }

    /// <summary>Writes the buffer's content, open transitions included.</summary>
    /// <param name="destination">Where to.</param>
    public void Save(Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var writer = new NumberWriter(destination);
        foreach (int number in (ReadOnlySpan<int>)[Magic, FormatVersion, Kind, .. Shape(), Count, _next])
            writer.Write(number);
        writer.Write(Options.Gamma);
        writer.Write<float>(_rows.AsSpan(0, Count * Options.RowLength));
        foreach (NStepWindow window in _windows)
            window.Write(writer);
        SaveMore(writer);
    }

    /// <summary>Replaces the buffer's content by what was saved of one with the same options.</summary>
    /// <param name="source">Where it was written to.</param>
    /// <exception cref="InvalidDataException">
    /// The stream holds no replay buffer, one of another kind or other options, or ends too early. The buffer is empty then.
    /// </exception>
    public void Load(Stream source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Clear();
        var reader = new NumberReader(source, "a replay buffer");
        reader.Expect(Magic, "the mark of replay buffers");
        reader.Expect(FormatVersion, "the version of the format");
        reader.Expect(Kind, "the kind of buffer");
        foreach ((int value, string name) in Shape().Zip(["ObservationSize", "ActionSize", "Capacity", "Steps", "Environments"]))
            reader.Expect(value, name);
        int count = reader.ReadInt32("the transitions held", 0, Options.Capacity);
        int next = reader.ReadInt32("the next place", 0, Options.Capacity - 1);
        double gamma = reader.ReadDouble();
        if (gamma != Options.Gamma)
            throw new InvalidDataException($"The stream was saved with Gamma {gamma}; this buffer has {Options.Gamma}. Make it with the options of the saved one.");
        try
        {
            reader.Read(_rows.AsSpan(0, count * Options.RowLength));
            foreach (NStepWindow window in _windows)
                window.Read(reader);
            (Count, _next) = (count, next);
            LoadMore(reader);
        }
        catch
        {
            Clear();
            throw;
        }
    }

    /// <summary>Forgets all transitions.</summary>
    public void Clear()
    {
        (Count, _next) = (0, 0);
        foreach (NStepWindow window in _windows)
            window.Clear();
        ClearMore();
    }

    private protected abstract void Draw(RandomStream random, ReplayBatch batch);

    private protected virtual void Stored(int index)
    {
    }

    private protected virtual void SaveMore(NumberWriter writer)
    {
    }

    private protected virtual void LoadMore(NumberReader reader)
    {
    }

    private protected virtual void ClearMore()
    {
    }

    // A row is the observation, the action, the reward, the discount and the next observation, side by side for the cache's sake.
    private protected void CopyRow(int index, int position, ReplayBatch batch)
    {
        int observed = Options.ObservationSize, acted = Options.ActionSize;
        ReadOnlySpan<float> row = _rows.AsSpan(index * Options.RowLength, Options.RowLength);
        row[..observed].CopyTo(batch.Observations[(position * observed)..]);
        row.Slice(observed, acted).CopyTo(batch.Actions[(position * acted)..]);
        batch.Rewards[position] = row[observed + acted];
        batch.Discounts[position] = row[observed + acted + 1];
        row[(observed + acted + 2)..].CopyTo(batch.NextObservations[(position * observed)..]);
        if (!batch.Indices.IsEmpty)
            batch.Indices[position] = index;
    }

    private static void CheckLength(int length, int expected, string name)
    {
        if (length != expected)
            throw new ArgumentException($"The span has {length} numbers; the buffer takes {expected}.", name);
    }

    private void Store(NStepWindow window, ReadOnlySpan<float> nextObservation, bool terminated)
    {
        (double reward, double discount) = window.Sum();
        Span<float> row = _rows.AsSpan(_next * Options.RowLength, Options.RowLength);
        ReadOnlySpan<float> head = window.OldestHead;
        head.CopyTo(row);
        row[head.Length] = (float)reward;
        row[head.Length + 1] = terminated ? 0 : (float)discount;
        nextObservation.CopyTo(row[(head.Length + 2)..]);
        window.DropOldest();
        int stored = _next;
        _next = (_next + 1) % Options.Capacity;
        Count = Math.Min(Count + 1, Options.Capacity);
        Stored(stored);
    }

    private int[] Shape() => [Options.ObservationSize, Options.ActionSize, Options.Capacity, Options.Steps, Options.Environments];
}
