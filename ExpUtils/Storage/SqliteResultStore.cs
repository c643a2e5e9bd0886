using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ExpUtils;

/// <summary>A store in one SQLite file, which many processes of one machine may read and write at once.</summary>
/// <remarks>
/// <para>
/// What a call of <see cref="IMeasurementSink.Write(string, ReadOnlySpan{long}, ReadOnlySpan{double})"/> wrote is a transaction of its own: once the call has
/// returned it is there in full, whatever becomes of the process; before, all of it or nothing. SQLite's locks do not work on network file systems: where
/// several machines write, let each run write into its own folder (<see cref="FolderResultStore"/>) and merge.
/// </para>
/// <para>A database that PyExpUtils wrote is brought up to date when it is opened; a backup of it is kept beside it.</para>
/// </remarks>
public sealed class SqliteResultStore : IResultStore
{
    private readonly Lock _gate = new();
    private readonly SqliteDatabase _database;
    private readonly SqliteStoreOptions _options;

    private SqliteResultStore(SqliteDatabase database, SqliteStoreOptions options)
    {
        _database = database;
        _options = options;
    }

    /// <summary>The file.</summary>
    public string Path => _database.Path;

    /// <summary>Opens a store, and makes the file if there is none.</summary>
    /// <param name="path">The file, on a local disk, in a folder that is there. Two further files appear beside it while it is open.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ResultStoreException">The file cannot be opened, is damaged, of a newer version, or another program's.</exception>
    public static SqliteResultStore Open(string path, SqliteStoreOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        SqliteStoreOptions chosen = options ?? new SqliteStoreOptions();
        chosen.Check();
        SqliteDatabase database = SqliteDatabase.Open(path, chosen.ReadOnly, chosen.BusyTimeout);
        try
        {
            StoreSchema.Ensure(database, chosen);
            var store = new SqliteResultStore(database, chosen);
            store.KeepDocument();
            return store;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Opens the store of an experiment, and makes it if there is none: <c>STEM.sqlite</c> in the experiment's results folder, where STEM is the stem of its
    /// file.
    /// </summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="baseFolder">The folder that save paths are relative to; null for the project's root.</param>
    /// <param name="options">Settings; null for the defaults. Their experiment is this one.</param>
    /// <exception cref="ExpUtilsException">The experiment's results folder cannot be told.</exception>
    /// <exception cref="ResultStoreException">The file cannot be opened, is damaged, of a newer version, or another program's.</exception>
    public static SqliteResultStore Open(ExperimentDescription experiment, string? baseFolder = null, SqliteStoreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        SqliteStoreOptions chosen = (options ?? new SqliteStoreOptions()) with { Experiment = experiment };
        FileSystemContext folder = experiment.BuildResultsContext(baseFolder);
        if (!chosen.ReadOnly)
            FolderResultStore.Guarded(folder.Folder, () => folder.EnsureExists());
        return Open(folder.Resolve(experiment.FileStem + ".sqlite"), chosen);
    }

    /// <inheritdoc/>
    public IRunWriter Begin(ParameterSet parameters, long run, RunStart start = RunStart.Fresh)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentOutOfRangeException.ThrowIfNegative(run);
        lock (_gate)
            return _database.Transaction(() => Started(parameters, run, start));
    }

    /// <inheritdoc/>
    public IReadOnlyList<StoredRun> Runs()
    {
        lock (_gate)
            return [.. _database.Guarded(ReadRuns).Select(entry => entry.Run)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Metrics()
    {
        lock (_gate)
            return _database.Guarded(ReadMetrics);
    }

    /// <inheritdoc/>
    public IEnumerable<RunSeries> Read(string metric, Func<StoredRun, bool>? wanted = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(metric);
        return Series();

        IEnumerable<RunSeries> Series()
        {
            using SeriesReader? reader = Reader(metric);
            if (reader is null)
                yield break;
            List<(long Id, StoredRun Run)> runs;
            lock (_gate)
                runs = _database.Guarded(ReadRuns);
            foreach ((long id, StoredRun run) in runs)
            {
                if (!(wanted?.Invoke(run) ?? run.Status == StoredRunStatus.Completed))
                    continue;
                RunSeries? series;
                lock (_gate)
                    series = _database.Guarded(() => reader.Read(id, run));
                if (series is not null)
                    yield return series;
            }
        }
    }

    /// <summary>Takes a completed run over from another store, with its times and machine, as one transaction.</summary>
    internal void Import(StoredRun run, IReadOnlyList<(string Metric, long[] Frames, double[] Values)> measurements)
    {
        lock (_gate)
        {
            _database.Transaction(() =>
            {
                using SqliteRunWriter writer = Started(run.Parameters, run.Run, RunStart.Replace);
                foreach ((string metric, long[] frames, double[] values) in measurements)
                    writer.Insert(metric, frames, values);
                writer.EndAs(run);
            });
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        lock (_gate)
            _database.Dispose();
    }

    private SeriesReader? Reader(string metric)
    {
        lock (_gate)
        {
            return _database.Guarded(() => _database.Scalar("SELECT id FROM metric WHERE name = $name", ("$name", metric)) is long id
                ? new SeriesReader(_database, id)
                : null);
        }
    }

    private SqliteRunWriter Started(ParameterSet parameters, long run, RunStart start)
    {
        _database.Execute(
            "INSERT INTO configuration (fingerprint, parameters) VALUES ($fingerprint, $parameters) ON CONFLICT (fingerprint) DO NOTHING",
            ("$fingerprint", parameters.Fingerprint),
            ("$parameters", parameters.ToJsonText()));
        var configuration = (long)_database.Scalar("SELECT id FROM configuration WHERE fingerprint = $fingerprint", ("$fingerprint", parameters.Fingerprint))!;
        object? status = _database.Scalar(
            "SELECT status FROM run WHERE configuration_id = $configuration AND number = $number", ("$configuration", configuration), ("$number", run));
        if (status is (long)StoredRunStatus.Completed && start != RunStart.Replace)
            throw new InvalidOperationException($"Run {run} of {parameters} is complete already; only RunStart.Replace writes it again.");
        _database.Execute(
            """
            INSERT INTO run (configuration_id, number, attempt, status, started, host) VALUES ($configuration, $number, 1, 0, $started, $host)
            ON CONFLICT (configuration_id, number)
            DO UPDATE SET attempt = attempt + 1, status = 0, started = $started, finished = NULL, host = $host, error = NULL
            """,
            ("$configuration", configuration),
            ("$number", run),
            ("$started", Now()),
            ("$host", Environment.MachineName));
        using SqliteCommand find = _database.Command(
            "SELECT id, attempt FROM run WHERE configuration_id = $configuration AND number = $number", ("$configuration", configuration), ("$number", run));
        using SqliteDataReader reader = find.ExecuteReader();
        reader.Read();
        long id = reader.GetInt64(0);
        long attempt = reader.GetInt64(1);
        reader.Close();
        if (status is not null && start != RunStart.Continue)
            _database.Execute("DELETE FROM measurement WHERE run_id = $run AND metric_id IN (SELECT id FROM metric)", ("$run", id));
        return new SqliteRunWriter(_database, _gate, _options.Clock, id, attempt, $"run {run} of {parameters}");
    }

    private List<(long Id, StoredRun Run)> ReadRuns()
    {
        Dictionary<long, ParameterSet> configurations = [];
        using (SqliteCommand command = _database.Command("SELECT id, parameters FROM configuration"))
        using (SqliteDataReader reader = command.ExecuteReader())
        {
            while (reader.Read())
                configurations.Add(reader.GetInt64(0), ParameterSet.Parse(reader.GetString(1)));
        }

        List<(long Id, StoredRun Run)> runs = [];
        using SqliteCommand select = _database.Command(
            "SELECT id, configuration_id, number, status, started, finished, host, error FROM run ORDER BY configuration_id, number");
        using SqliteDataReader row = select.ExecuteReader();
        while (row.Read())
        {
            // A run that began after the configurations were read is left for the next call.
            if (configurations.TryGetValue(row.GetInt64(1), out ParameterSet? parameters))
            {
                runs.Add((row.GetInt64(0), new StoredRun(
                    parameters, row.GetInt64(2), (StoredRunStatus)row.GetInt32(3), Time(row.GetString(4)), row.IsDBNull(5) ? null : Time(row.GetString(5)), row.GetString(6), row.IsDBNull(7) ? null : row.GetString(7))));
            }
        }

        return runs;
    }

    private List<string> ReadMetrics()
    {
        List<string> names = [];
        using SqliteCommand command = _database.Command("SELECT name FROM metric ORDER BY name");
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }

    private void KeepDocument()
    {
        if (_options.Experiment is not { } experiment || _options.ReadOnly)
            return;
        string document = experiment.Document.GetRawText();
        string order = experiment.Sweep.Order.ToString();
        if (Info("experiment") == document && Info("permutation_order") == order)
            return;
        _database.Transaction(() =>
        {
            foreach ((string name, string value) in new[] { ("experiment", document), ("permutation_order", order) })
                _database.Execute("INSERT INTO info VALUES ($name, $value) ON CONFLICT (name) DO UPDATE SET value = $value", ("$name", name), ("$value", value));
        });
    }

    private string? Info(string name) => _database.Guarded(() => _database.Scalar("SELECT value FROM info WHERE name = $name", ("$name", name)) as string);

    private string Now() => _options.Clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
