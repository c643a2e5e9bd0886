using System.Globalization;
using SQLitePCL;

namespace ExpUtils;

/// <summary>Writes one run into a database, a transaction per call.</summary>
internal sealed class SqliteRunWriter : IRunWriter
{
    private readonly SqliteDatabase _database;
    private readonly Lock _gate;
    private readonly TimeProvider _clock;
    private readonly long _run;
    private readonly long _attempt;
    private readonly string _name;
    private readonly Dictionary<string, long> _metrics = new(StringComparer.Ordinal);
    private readonly sqlite3_stmt _insert;

    public SqliteRunWriter(SqliteDatabase database, Lock gate, TimeProvider clock, long run, long attempt, string name)
    {
        _database = database;
        _gate = gate;
        _clock = clock;
        _run = run;
        _attempt = attempt;
        _name = name;
        database.Check(raw.sqlite3_prepare_v2(
            database.Connection.Handle, "INSERT OR REPLACE INTO measurement (metric_id, run_id, frame, value) VALUES (?1, ?2, ?3, ?4)", out _insert));
        database.Check(raw.sqlite3_bind_int64(_insert, 2, run));
    }

    public void Write(string metric, ReadOnlySpan<long> frames, ReadOnlySpan<double> values)
    {
        ArgumentException.ThrowIfNullOrEmpty(metric);
        if (frames.Length != values.Length)
            throw new ArgumentException($"There are {values.Length} values for {frames.Length} frames.", nameof(values));
        if (frames.IsEmpty)
            return;
        lock (_gate)
        {
            // A span cannot go into a delegate, so the transaction is written out.
            Begin();
            try
            {
                Insert(metric, frames, values);
                _database.Guarded(() => _database.Execute("COMMIT"));
            }
            catch
            {
                Rollback();
                throw;
            }
        }
    }

    public void Complete() => End(StoredRunStatus.Completed, null);

    public void Fail(string error)
    {
        ArgumentNullException.ThrowIfNull(error);
        End(StoredRunStatus.Failed, error);
    }

    public void Dispose() => _insert.Dispose();

    private void Begin() => _database.Guarded(() => _database.Execute("BEGIN IMMEDIATE"));

    private void Rollback()
    {
        _metrics.Clear();
        if (raw.sqlite3_get_autocommit(_database.Connection.Handle) == 0)
            _database.Guarded(() => _database.Execute("ROLLBACK"));
    }

    /// <summary>Writes values; the caller holds the lock and a transaction.</summary>
    public void Insert(string metric, ReadOnlySpan<long> frames, ReadOnlySpan<double> values)
    {
        _database.Guarded(CheckAttempt);
        long id = _database.Guarded(() => MetricId(metric));
        int code = raw.sqlite3_bind_int64(_insert, 1, id);
        for (int i = 0; i < frames.Length && code == raw.SQLITE_OK; i++)
        {
            raw.sqlite3_bind_int64(_insert, 3, frames[i]);
            // SQLite has no NaN: a row without a value stands for it.
            _ = double.IsNaN(values[i]) ? raw.sqlite3_bind_null(_insert, 4) : raw.sqlite3_bind_double(_insert, 4, values[i]);
            code = raw.sqlite3_step(_insert);
            int reset = raw.sqlite3_reset(_insert);
            code = code == raw.SQLITE_DONE ? raw.SQLITE_OK : reset == raw.SQLITE_OK ? code : reset;
        }

        _database.Guarded(() => _database.Check(code));
    }

    private void CheckAttempt()
    {
        object? attempt = _database.Scalar("SELECT attempt FROM run WHERE id = $run AND status = 0", ("$run", _run));
        if (attempt is not long current || current != _attempt)
            throw new ResultStoreException($"The {_name} was ended or begun again, here or by another process; this attempt can write no more.");
    }

    private long MetricId(string metric)
    {
        if (_metrics.TryGetValue(metric, out long id))
            return id;
        _database.Execute("INSERT INTO metric (name) VALUES ($name) ON CONFLICT (name) DO NOTHING", ("$name", metric));
        id = (long)_database.Scalar("SELECT id FROM metric WHERE name = $name", ("$name", metric))!;
        _metrics.Add(metric, id);
        return id;
    }

    /// <summary>Ends the run as another store has it; the caller holds the lock and a transaction.</summary>
    public void EndAs(StoredRun run) => _database.Execute(
        "UPDATE run SET status = $status, started = $started, finished = $finished, host = $host, error = $error WHERE id = $run",
        ("$status", (long)run.Status),
        ("$started", Text(run.Started)),
        ("$finished", run.Finished is { } finished ? Text(finished) : null),
        ("$host", run.Host),
        ("$error", run.Error),
        ("$run", _run));

    private void End(StoredRunStatus status, string? error)
    {
        lock (_gate)
        {
            _database.Transaction(() =>
            {
                CheckAttempt();
                _database.Execute(
                    "UPDATE run SET status = $status, finished = $finished, error = $error WHERE id = $run",
                    ("$status", (long)status),
                    ("$finished", Text(_clock.GetUtcNow())),
                    ("$error", error),
                    ("$run", _run));
            });
        }
    }

    private static string Text(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);
}
