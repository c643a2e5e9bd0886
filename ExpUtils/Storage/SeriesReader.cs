using SQLitePCL;

namespace ExpUtils;

/// <summary>Reads the measurements of one metric, run by run.</summary>
internal sealed class SeriesReader : IDisposable
{
    private readonly SqliteRows _rows;
    private long[] _frames = new long[256];
    private double[] _values = new double[256];

    public SeriesReader(SqliteDatabase database, long metric)
    {
        _rows = new SqliteRows(database, "SELECT frame, value FROM measurement WHERE metric_id = ?1 AND run_id = ?2 ORDER BY frame");
        _rows.Bind(1, metric);
    }

    /// <summary>Null where the run has nothing of the metric.</summary>
    public RunSeries? Read(long id, StoredRun run)
    {
        _rows.Bind(2, id);
        int count = 0;
        try
        {
            while (_rows.Next())
            {
                if (count == _frames.Length)
                {
                    Array.Resize(ref _frames, count * 2);
                    Array.Resize(ref _values, count * 2);
                }

                _frames[count] = _rows.Int64(0);
                _values[count++] = _rows.Type(1) == raw.SQLITE_NULL ? double.NaN : _rows.Double(1);
            }
        }
        finally
        {
            _rows.Rewind();
        }

        return count == 0 ? null : new RunSeries(run.Parameters, run.Run, _frames.AsSpan(0, count).ToArray(), _values.AsSpan(0, count).ToArray());
    }

    public void Dispose() => _rows.Dispose();
}
