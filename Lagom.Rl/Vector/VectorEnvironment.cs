namespace Lagom.Rl;

/// <summary>Several environments of a kind that step together, on one thread or several; the results do not depend on how many.</summary>
/// <typeparam name="TObservation">The type of the observations.</typeparam>
/// <typeparam name="TAction">The type of the actions.</typeparam>
/// <remarks>Not thread-safe.</remarks>
public sealed class VectorEnvironment<TObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
{
    private readonly IEnvironment<TObservation, TAction>[] _environments;
    private readonly bool[] _needsReset;
    private readonly bool[] _isSeeded;
    private readonly Exception?[] _failures;
    private readonly ParallelOptions _parallel;

    /// <summary>Makes a vector of environments.</summary>
    /// <param name="environments">The environments, at least one, with the same spaces.</param>
    /// <param name="autoreset">When an environment begins its next episode.</param>
    /// <param name="maxDegreeOfParallelism">On how many threads they step. Range: at least 1.</param>
    /// <exception cref="ArgumentException">There are none, their spaces differ, one is there twice, or a number is out of range.</exception>
    public VectorEnvironment(
        IReadOnlyList<IEnvironment<TObservation, TAction>> environments, AutoresetMode autoreset = AutoresetMode.NextStep, int maxDegreeOfParallelism = 1)
    {
        ArgumentNullException.ThrowIfNull(environments);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxDegreeOfParallelism, 1);
        if (environments.Count == 0)
            throw new ArgumentException("A vector needs at least one environment.", nameof(environments));
        if (!Enum.IsDefined(autoreset))
            throw new ArgumentOutOfRangeException(nameof(autoreset), autoreset, "There is no such mode.");
        _environments = [.. environments];
        if (_environments.Distinct(ReferenceEqualityComparer.Instance).Count() < _environments.Length)
            throw new ArgumentException("The same environment is there twice; make one for every place.", nameof(environments));
        string spaces = Describe(_environments[0]);
        int different = Array.FindIndex(_environments, environment => Describe(environment) != spaces);
        if (different >= 0)
        {
            throw new ArgumentException(
                $"All environments must have the same spaces; the first has {spaces}, number {different} has {Describe(_environments[different])}.", nameof(environments));
        }

        Autoreset = autoreset;
        Last = new VectorStep<TObservation>(Count);
        _needsReset = new bool[Count];
        _needsReset.AsSpan().Fill(true);
        _isSeeded = new bool[Count];
        _failures = new Exception?[Count];
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = maxDegreeOfParallelism };
    }

    /// <summary>How many environments there are.</summary>
    public int Count => _environments.Length;

    /// <summary>When an environment begins its next episode.</summary>
    public AutoresetMode Autoreset { get; }

    /// <summary>Where the observations of one environment come from.</summary>
    public Space<TObservation> ObservationSpace => _environments[0].ObservationSpace;

    /// <summary>Where the actions of one environment come from.</summary>
    public Space<TAction> ActionSpace => _environments[0].ActionSpace;

    /// <summary>The environments.</summary>
    public IReadOnlyList<IEnvironment<TObservation, TAction>> Environments => _environments;

    /// <summary>What the last step or reset led to, also where it threw <see cref="EnvironmentFailedException"/>.</summary>
    public VectorStep<TObservation> Last { get; private set; }

    /// <summary>Begins an episode in every environment.</summary>
    /// <param name="seed">The seed of the first environment; the others get the numbers after it. Null lets their streams go on; in
    /// its first reset here, an environment is seeded with its index.</param>
    /// <param name="options">What the environments let a caller choose.</param>
    /// <exception cref="EnvironmentFailedException">Environments threw.</exception>
    public VectorStep<TObservation> Reset(long? seed = null, IReadOnlyDictionary<string, object>? options = null)
    {
        var all = new bool[Count];
        all.AsSpan().Fill(true);
        return ResetWhere(all, seed, options);
    }

    /// <summary>Begins an episode in some environments; the others stay as they are.</summary>
    /// <param name="mask">Whether to reset each environment.</param>
    /// <param name="seed">The seed of the first environment of all; number i gets i more. Null as for <see cref="Reset"/>.</param>
    /// <param name="options">What the environments let a caller choose.</param>
    /// <exception cref="ArgumentException">The mask's length is not the number of environments.</exception>
    /// <exception cref="EnvironmentFailedException">Environments threw.</exception>
    public VectorStep<TObservation> ResetWhere(ReadOnlySpan<bool> mask, long? seed = null, IReadOnlyDictionary<string, object>? options = null)
    {
        CheckLength(mask.Length, nameof(mask));
        bool[] chosen = mask.ToArray();
        VectorStep<TObservation> before = Last;
        return ForAll((i, step) =>
        {
            if (chosen[i])
                Begin(i, step, seed + i, options);
            else
                step.Observations[i] = before.Observations[i];
        });
    }

    /// <summary>Takes an action in every environment.</summary>
    /// <param name="actions">An action per environment; ignored where an episode begins.</param>
    /// <exception cref="ArgumentException">The number of actions is not that of the environments.</exception>
    /// <exception cref="InvalidOperationException">Autoreset is disabled, and the episode of an environment is over.</exception>
    /// <exception cref="EnvironmentFailedException">Environments threw, by a wrong action say.</exception>
    public VectorStep<TObservation> Step(IReadOnlyList<TAction> actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        CheckLength(actions.Count, nameof(actions));
        if (Autoreset == AutoresetMode.Disabled && Array.IndexOf(_needsReset, true) is >= 0 and var over)
            throw new InvalidOperationException($"Environment {over} has no running episode, and autoreset is disabled: call ResetWhere first.");
        return ForAll((i, step) =>
        {
            if (_needsReset[i])
                Begin(i, step, null, null);
            else
                Act(i, step, actions[i]);
        });
    }

    internal bool CanSave => Array.TrueForAll(_environments, environment => environment is IResumable { CanSave: true });

    internal void Save(Stream destination)
    {
        var writer = new NumberWriter(destination);
        writer.Write<double>(Last.Rewards);
        foreach (bool[] flags in Flags(Last))
            writer.Write<bool>(flags);
        foreach (IEnvironment<TObservation, TAction> environment in _environments)
            ((IResumable)environment).Save(destination);
    }

    /// <param name="source">Where it was written to.</param>
    /// <param name="observations">What the environments observed last.</param>
    internal void Load(Stream source, IEnumerable<TObservation> observations)
    {
        var reader = new NumberReader(source, "environments");
        var last = new VectorStep<TObservation>(Count);
        reader.Read<double>(last.Rewards);
        foreach (bool[] flags in Flags(last))
            reader.Read<bool>(flags);
        foreach (IEnvironment<TObservation, TAction> environment in _environments)
            ((IResumable)environment).Load(source);
        int next = 0;
        foreach (TObservation observation in observations)
            last.Observations[next++] = observation;
        Last = last;
    }

    private bool[][] Flags(VectorStep<TObservation> step) => [_needsReset, _isSeeded, step.Terminated, step.Truncated, step.HasFinalObservation, step.WasReset];

    private void Begin(int i, VectorStep<TObservation> step, long? seed, IReadOnlyDictionary<string, object>? options)
    {
        // Without this, environments never seeded would all draw the same numbers.
        seed ??= _isSeeded[i] ? null : i;
        ResetResult<TObservation> result = _environments[i].Reset(seed, options);
        _isSeeded[i] = true;
        step.Observations[i] = result.Observation;
        step.Infos[i] = result.Info;
        step.WasReset[i] = true;
        _needsReset[i] = false;
    }

    private void Act(int i, VectorStep<TObservation> step, TAction action)
    {
        StepResult<TObservation> result = _environments[i].Step(action);
        step.Observations[i] = result.Observation;
        step.Infos[i] = result.Info;
        step.Rewards[i] = result.Reward;
        step.Terminated[i] = result.Terminated;
        step.Truncated[i] = result.Truncated;
        _needsReset[i] = result.IsOver;
        if (!result.IsOver || Autoreset != AutoresetMode.SameStep)
            return;
        step.FinalObservations[i] = result.Observation;
        step.FinalInfos[i] = result.Info;
        step.HasFinalObservation[i] = true;
        ResetResult<TObservation> next = _environments[i].Reset();
        step.Observations[i] = next.Observation;
        step.Infos[i] = next.Info;
        _needsReset[i] = false;
    }

    private VectorStep<TObservation> ForAll(Action<int, VectorStep<TObservation>> act)
    {
        var step = new VectorStep<TObservation>(Count);
        VectorStep<TObservation> before = Last;
        if (_parallel.MaxDegreeOfParallelism == 1)
        {
            for (int i = 0; i < Count; i++)
                Guarded(i);
        }
        else
            Parallel.For(0, Count, _parallel, Guarded);
        Last = step;
        int first = Array.FindIndex(_failures, failure => failure is not null);
        if (first < 0)
            return step;
        var failed = new EnvironmentFailedException([.. Enumerable.Range(0, Count).Where(i => _failures[i] is not null)], _failures[first]!);
        Array.Clear(_failures);
        throw failed;

        void Guarded(int i)
        {
            try
            {
                act(i, step);
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                _failures[i] = failure;
                _needsReset[i] = true;
                step.Observations[i] = before.Observations[i];
                step.Rewards[i] = double.NaN;
                step.Truncated[i] = true;
            }
        }
    }

    private void CheckLength(int length, string parameter)
    {
        if (length != Count)
            throw new ArgumentException($"{parameter} has {length} elements; there are {Count} environments.", parameter);
    }

    private static string Describe(IEnvironment environment) => $"{environment.ObservationSpace} and {environment.ActionSpace}";
}
