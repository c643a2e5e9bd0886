using Microsoft.Data.Sqlite;

namespace L2L;

/// <summary>
/// Records a run in its folder while it goes on, in one SQLite file: parameters, populations, fitness and timings as they come, and after each
/// generation the state from which a run that was ended, even by a power cut or <c>kill -9</c>, goes on with the same result.
/// </summary>
/// <remarks>
/// <para>
/// <see cref="RecordedExperiment.RunAsync"/> does all that belongs together. By hand: open the recorder, give the experiment's options the recorder,
/// <see cref="ResumeFrom"/> and <see cref="Trajectory"/>, run it, and dispose of the recorder.
/// </para>
/// <para>
/// Rows are written by a thread of its own, all that have piled up in one transaction, so that recording costs a run little. After a
/// killed process the file holds everything up to a moment shortly before; after a power failure perhaps up to an earlier moment.
/// </para>
/// <para>A folder belongs to one experiment: a second one, and a second process with the same one, are refused.</para>
/// </remarks>
public sealed class TrajectoryRecorder : ITrajectoryRecorder, IAsyncDisposable
{
    private readonly ExperimentLock _lock;
    private readonly TrajectoryWriter _writer;
    private readonly ParameterSet? _recorded;
    private readonly int _keptStates;
    private readonly string _folder;
    private int _population = -1;

    private TrajectoryRecorder(string folder, ExperimentLock folderLock, TrajectoryWriter writer, int keptStates, Recorded? recorded)
    {
        _folder = folder;
        _lock = folderLock;
        _writer = writer;
        _keptStates = keptStates;
        _recorded = recorded?.Parameters;
        ResumeFrom = recorded?.State;
        Trajectory = recorded?.Trajectory ?? new Trajectory();
    }

    /// <summary>From where the recorded run goes on; null where there is none.</summary>
    public ExperimentState? ResumeFrom { get; }

    /// <summary>The trajectory to go on with: the generations that were recorded before.</summary>
    public Trajectory Trajectory { get; }

    /// <summary>Opens a folder for one run and locks it.</summary>
    /// <param name="folder">The folder; it is made where there is none.</param>
    /// <param name="mode">What is done about a trajectory that is there already.</param>
    /// <param name="keptStates">How many of the last states are kept in the file; the last one is enough to go on. Range: at least 1.</param>
    /// <exception cref="ExperimentConflictException">The folder holds a trajectory, or none, against <paramref name="mode"/>; or an experiment is running in it.</exception>
    /// <exception cref="InvalidDataException">The trajectory is damaged or of a newer version.</exception>
    public static TrajectoryRecorder Open(string folder, RecordingMode mode = RecordingMode.NewOrResume, int keptStates = 2)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        OptionCheck.AtLeast(keptStates, 1, nameof(keptStates));
        string path = Path.Combine(folder, TrajectoryFile.Name);
        if (mode == RecordingMode.Resume && !File.Exists(path))
            throw new ExperimentConflictException($"There is no recorded run in '{folder}' to go on with.");
        ExperimentLock folderLock = ExperimentLock.Take(folder);
        try
        {
            if (mode == RecordingMode.New && File.Exists(path))
                throw new ExperimentConflictException($"'{folder}' holds a recorded run already. Go on with it, or give this one a folder of its own.");
            TrajectoryDatabase database = TrajectoryDatabase.Open(path);
            try
            {
                return new TrajectoryRecorder(folder, folderLock, new TrajectoryWriter(database), keptStates, Recorded.Read(path));
            }
            catch
            {
                database.Dispose();
                throw;
            }
        }
        catch
        {
            folderLock.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ExperimentConflictException">The folder holds an experiment with other parameters.</exception>
    public async ValueTask StartedAsync(Trajectory trajectory, ExperimentState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trajectory);
        ArgumentNullException.ThrowIfNull(state);
        var parameters = new ParameterSet(trajectory.Parameters.All);
        var derived = new ParameterSet(trajectory.DerivedParameters.All);
        if (_recorded is not null)
        {
            CheckSame(_recorded, parameters);
            if (ResumeFrom is { } from && state.NextGeneration < from.NextGeneration)
                throw new ExperimentConflictException($"'{_folder}' holds a run of {from.NextGeneration} generations; give the experiment its state to go on from.");
        }

        await _writer.AddAsync(database =>
        {
            database.Write("name", trajectory.Name);
            foreach ((string name, ParameterValue value) in parameters)
                database.Write(TrajectoryFile.ParameterSection, name, value);
            foreach ((string name, ParameterValue value) in derived)
                database.Write(TrajectoryFile.DerivedSection, name, value);
            database.WriteState(state.NextGeneration, state.ToJson(), _keptStates);
        }).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask PopulationAsync(Population population, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(population);
        _population = population.Generation;
        return _writer.AddAsync(database =>
        {
            database.Write(population.Generation, population.Count, started: null);
            for (int i = 0; i < population.Count; i++)
                database.Write(population[i]);
        });
    }

    /// <inheritdoc/>
    public void Evaluated(Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        bool isNew = evaluation.Individual.Generation != _population;
        ValueTask adding = _writer.AddAsync(database =>
        {
            if (isNew)
                database.Write(evaluation.Individual);
            database.Write(evaluation);
        });
        if (!adding.IsCompletedSuccessfully)
            adding.AsTask().GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public ValueTask GenerationAsync(Generation generation, ExperimentState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(generation);
        ArgumentNullException.ThrowIfNull(state);
        bool isSteady = generation.Number != _population;
        return _writer.AddAsync(database =>
        {
            // Only now failed individuals have the fitness that the optimizer was told.
            foreach (Evaluation failed in generation.Evaluations.Where(static evaluation => evaluation.IsFailure))
                database.Write(failed);
            for (int i = 0; isSteady && i < generation.Evaluations.Count; i++)
                database.WriteTold(generation.Number, i, generation.Evaluations[i].Individual);
            database.Write(generation.Number, generation.Evaluations.Count, generation.Started);
            database.Write(generation);
            database.WriteState(state.NextGeneration, state.ToJson(), _keptStates);
        });
    }

    /// <inheritdoc/>
    public async ValueTask EndedAsync(ExperimentResult result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(result);
        var results = new ParameterSet(result.Trajectory.Results.All);
        await _writer.AddAsync(database =>
        {
            foreach ((string name, ParameterValue value) in results)
                database.Write(TrajectoryFile.ResultSection, name, value);
        }).ConfigureAwait(false);
        await _writer.FlushAsync().ConfigureAwait(false);
    }

    /// <summary>Waits until everything recorded so far is in the file.</summary>
    public Task FlushAsync() => _writer.FlushAsync();

    /// <summary>Writes what is left, closes the file and unlocks the folder.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync().ConfigureAwait(false);
        _lock.Dispose();
    }

    private void CheckSame(ParameterSet recorded, ParameterSet mine)
    {
        string[] different =
        [
            .. recorded.Names.Union(mine.Names, StringComparer.Ordinal)
                .Where(name => !recorded.TryGetValue(name, out ParameterValue before) || !mine.TryGetValue(name, out ParameterValue now) || before != now)
                .Select(name => $"{name} is {Text(mine, name)}, recorded is {Text(recorded, name)}"),
        ];
        if (different.Length > 0)
        {
            throw new ExperimentConflictException(
                $"'{_folder}' holds another experiment: {string.Join("; ", different.Take(5))}{(different.Length > 5 ? "; ..." : "")}. " +
                "Give this one a folder of its own, or the parameters of the recorded one.");
        }
    }

    private static string Text(ParameterSet set, string name) => set.TryGetValue(name, out ParameterValue value) ? value.ToString() : "missing";

    private sealed record Recorded(ParameterSet Parameters, ExperimentState State, Trajectory Trajectory)
    {
        // Null for a new file, and for one whose run was ended before it had begun.
        public static Recorded? Read(string path)
        {
            using SqliteConnection connection = TrajectoryFile.Open(path);
            return TrajectoryDamage.Guard(path, () => Read(connection));
        }

        private static Recorded? Read(SqliteConnection connection)
        {
            if (TrajectoryFile.State(connection) is not { } json)
                return null;
            ExperimentState state = ExperimentState.Parse(json);
            var parameters = new TrajectoryGroup();
            TrajectoryFile.ReadValues(connection, TrajectoryFile.ParameterSection, parameters);
            var trajectory = new Trajectory(TrajectoryFile.ReadName(connection));
            foreach (Generation generation in TrajectoryFile.Generations(connection))
                trajectory.Add(generation);
            state = state with
            {
                Finished = TrajectoryFile.Finished(connection, state.NextGeneration),
                LastGeneration = trajectory.Generations.Count > 0 ? trajectory.Generations[^1] : null,
            };
            return new Recorded(new ParameterSet(parameters.All), state, trajectory);
        }
    }
}
