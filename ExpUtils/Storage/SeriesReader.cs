using SQLitePCL;

namespace ExpUtils;

/// <summary>Reads the measurements of one metric, run by run, straight from SQLite's rows.</summary>
internal sealed class SeriesReader : IDisposable
{
    private readonly SqliteDatabase _database;
    private readonly sqlite3_stmt _statement;
    private long[] _frames = new long[256];
    private double[] _values = new double[256];

    public SeriesReader(SqliteDatabase database, long metric)
    {
        _database = database;
        database.Check(raw.sqlite3_prepare_v2(
            database.Connection.Handle, "SELECT frame, value FROM measurement WHERE metric_id = ?1 AND run_id = ?2 ORDER BY frame", out _statement));
        database.Check(raw.sqlite3_bind_int64(_statement, 1, metric));
    }

    /// <summary>Null where the run has nothing of the metric.</summary>
    public RunSeries? Read(long id, StoredRun run)
    {
        _database.Check(raw.sqlite3_bind_int64(_statement, 2, id));
        int count = 0;
        try
        {
            int code;
            while ((code = raw.sqlite3_step(_statement)) == raw.SQLITE_ROW)
            {
                if (count == _frames.Length)
                {
                    Array.Resize(ref _frames, count * 2);
                    Array.Resize(ref _values, count * 2);
                }

                _frames[count] = raw.sqlite3_column_int64(_statement, 0);
                _values[count++] = raw.sqlite3_column_type(_statement, 1) == raw.SQLITE_NULL ? double.NaN : raw.sqlite3_column_double(_statement, 1);
            }

            _database.Check(code);
        }
        finally
        {
            raw.sqlite3_reset(_statement);
        }

        return count == 0 ? null : new RunSeries(run.Parameters, run.Run, _frames.AsSpan(0, count).ToArray(), _values.AsSpan(0, count).ToArray());
    }

    public void Dispose() => _statement.Dispose();
}
