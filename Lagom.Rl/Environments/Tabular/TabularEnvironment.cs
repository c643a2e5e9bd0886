namespace Lagom.Rl;

/// <summary>An environment whose states and actions are numbered and whose model is a table, open to planning.</summary>
/// <remarks>The observation is the state's number. The info holds the probability of what happened, as "prob".</remarks>
public abstract class TabularEnvironment : IEnvironment<int, int>, IRenderable, IResumable
{
    private readonly double[] _start;
    private readonly TabularTransition[][] _transitions;
    private Episode _episode = new();
    private int _state;

    /// <summary>Makes the environment.</summary>
    /// <param name="start">The probability of each state to be the first one; they sum to 1.</param>
    /// <param name="actions">How many actions there are. Range: at least 1.</param>
    /// <param name="transitions">What an action (second argument) in a state (first) may lead to; the probabilities sum to 1.</param>
    /// <exception cref="ArgumentException">Probabilities do not sum to 1, or a state is out of range.</exception>
    protected TabularEnvironment(ReadOnlySpan<double> start, int actions, Func<int, int, IEnumerable<TabularTransition>> transitions)
    {
        ArgumentNullException.ThrowIfNull(transitions);
        CheckProbabilities(start.ToArray(), "The first states' probabilities", nameof(start));
        _start = start.ToArray();
        ObservationSpace = new Discrete(start.Length);
        ActionSpace = new Discrete(actions);
        _transitions = new TabularTransition[start.Length * actions][];
        for (int i = 0; i < _transitions.Length; i++)
        {
            (int state, int action) = Math.DivRem(i, actions);
            TabularTransition[] row = [.. transitions(state, action)];
            CheckProbabilities(row.Select(to => to.Probability), $"The probabilities of action {action} in state {state}", nameof(transitions));
            if (row.FirstOrDefault(to => !ObservationSpace.Contains(to.NextState)) is { Probability: > 0 } outside)
                throw new ArgumentException($"Action {action} in state {state} leads to state {outside.NextState}; states are 0 to {start.Length - 1}.", nameof(transitions));
            _transitions[i] = row;
        }
    }

    /// <inheritdoc/>
    public Space<int> ObservationSpace { get; }

    /// <inheritdoc/>
    public Space<int> ActionSpace { get; }

    /// <summary>The present state.</summary>
    public int State => _state;

    /// <summary>The probability of each state to be the first one.</summary>
    public ReadOnlySpan<double> StartProbabilities => _start;

    /// <inheritdoc/>
    public virtual FrameSize FrameSize => GridScene.SizeFor(1, ObservationSpace.FlatDimension);

    /// <inheritdoc/>
    public int FramesPerSecond => 4;

    /// <summary>Draws a row of squares, one for each state, with a walker on the present one. Environments that have a map draw it instead.</summary>
    /// <param name="frame">The picture.</param>
    public virtual void Render(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var scene = new GridScene(frame, 1, ObservationSpace.FlatDimension);
        for (int state = 0; state < ObservationSpace.FlatDimension; state++)
            scene.Square(0, state, Palette.Line);
        scene.Walker(0, State);
    }

    /// <summary>What an action in a state may lead to.</summary>
    /// <param name="state">The state.</param>
    /// <param name="action">The action.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such state or action.</exception>
    public ReadOnlySpan<TabularTransition> Transitions(int state, int action)
    {
        if (!ObservationSpace.Contains(state))
            throw new ArgumentOutOfRangeException(nameof(state), state, $"The state must be 0 to {ObservationSpace.FlatDimension - 1}.");
        CheckAction(action);
        return Row(state, action);
    }

    /// <inheritdoc/>
    public ResetResult<int> Reset(long? seed = null, IReadOnlyDictionary<string, object>? options = null)
    {
        double threshold = _episode.Begin(seed).NextDouble();
        _state = 0;
        while (_state < _start.Length - 1 && (threshold -= _start[_state]) >= 0)
            _state++;
        while (_start[_state] == 0)
            _state--;
        return new ResetResult<int>(_state, InfoOf(_start[_state]));
    }

    /// <summary>Begins an episode in a state of the caller's choice, to plan or to repeat a recorded one.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such state.</exception>
    public ResetResult<int> ResetTo(int state)
    {
        if (!ObservationSpace.Contains(state))
            throw new ArgumentOutOfRangeException(nameof(state), state, $"The state must be 0 to {ObservationSpace.FlatDimension - 1}.");
        _episode.BeginAt();
        _state = state;
        return new ResetResult<int>(state, InfoOf(1));
    }

    /// <inheritdoc/>
    public StepResult<int> Step(int action)
    {
        CheckAction(action);
        _episode.CheckRunning();
        TabularTransition[] row = Row(_state, action);
        int chosen = 0;
        if (row.Length > 1)
        {
            double threshold = _episode.Random.NextDouble();
            while (chosen < row.Length - 1 && (threshold -= row[chosen].Probability) >= 0)
                chosen++;
        }

        TabularTransition taken = row[chosen];
        _state = taken.NextState;
        if (taken.Terminated)
            _episode.End();
        return new StepResult<int>(_state, taken.Reward, taken.Terminated, Truncated: false, InfoOf(taken.Probability));
    }

    /// <inheritdoc/>
    public void Save(Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var writer = new NumberWriter(destination);
        _episode.Save(writer);
        writer.Write(_state);
    }

    /// <inheritdoc/>
    public void Load(Stream source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var reader = new NumberReader(source, "an environment");
        _episode.Load(reader);
        _state = reader.ReadInt32("the state", 0, _start.Length - 1);
    }

    /// <summary>What a step or reset tells beside the observation; <see cref="State"/> is already the new one.</summary>
    /// <param name="probability">How likely was what happened.</param>
    protected virtual IReadOnlyDictionary<string, object> InfoOf(double probability) => StepInfo.None.With("prob", probability);

    private TabularTransition[] Row(int state, int action) => _transitions[state * ActionSpace.FlatDimension + action];

    private void CheckAction(int action)
    {
        if (!ActionSpace.Contains(action))
            DiscreteControl.ThrowOutOfRange(action, ActionSpace.FlatDimension);
    }

    private static void CheckProbabilities(IEnumerable<double> probabilities, string whose, string parameter)
    {
        double sum = 0;
        foreach (double probability in probabilities)
            sum += probability >= 0 ? probability : double.NaN;
        if (!(Math.Abs(sum - 1) < 1e-9))
            throw new ArgumentException($"{whose} must not be negative and must sum to 1; their sum is {sum}.", parameter);
    }
}
