using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ExpUtils;

/// <summary>An open database, its errors put into words, and its transactions.</summary>
internal sealed class SqliteDatabase : IDisposable
{
    private readonly TimeSpan _busyTimeout;

    private SqliteDatabase(string path, SqliteConnection connection, TimeSpan busyTimeout)
    {
        Path = path;
        Connection = connection;
        _busyTimeout = busyTimeout;
    }

    public string Path { get; }

    public SqliteConnection Connection { get; }

    public static SqliteDatabase Open(string path, bool readOnly, TimeSpan busyTimeout)
    {
        if (Directory.Exists(path))
            throw new ResultStoreException($"{path} is a folder, not a database.");
        if (readOnly && !File.Exists(path))
            throw new ResultStoreException($"There is no database {path}.");
        if (!readOnly && System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
            throw new ResultStoreException($"There is no folder {folder} for the database {path}; make it first.");

        SqliteConnection connection = Connect(path, readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate, busyTimeout);
        var database = new SqliteDatabase(path, connection, busyTimeout);
        try
        {
            database.Start(readOnly);
            return database;
        }
        catch (ResultStoreException failure) when (readOnly && failure.InnerException is SqliteException { SqliteErrorCode: raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY } && IsWhole(path))
        {
            // In a folder that cannot be written, SQLite cannot make its index of the write-ahead log; there is none to read.
            database.Dispose();
            database = new SqliteDatabase(path, Connect($"file:{Uri.EscapeDataString(System.IO.Path.GetFullPath(path))}?immutable=1", SqliteOpenMode.ReadOnly, busyTimeout), busyTimeout);
            database.Start(readOnly);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    public void Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using SqliteCommand command = Command(sql, parameters);
        command.ExecuteNonQuery();
    }

    public object? Scalar(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using SqliteCommand command = Command(sql, parameters);
        object? value = command.ExecuteScalar();
        return value is DBNull ? null : value;
    }

    public SqliteCommand Command(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        SqliteCommand command = Connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object? value) in parameters)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    /// <summary>Runs an action as one transaction that holds the write lock from the start.</summary>
    public T Transaction<T>(Func<T> action) => Guarded(() =>
    {
        Execute("BEGIN IMMEDIATE");
        try
        {
            T result = action();
            Execute("COMMIT");
            return result;
        }
        catch
        {
            // After some errors, such as a full disk, SQLite has rolled back already.
            if (raw.sqlite3_get_autocommit(Connection.Handle) == 0)
                Execute("ROLLBACK");
            throw;
        }
    });

    public void Transaction(Action action) => Transaction(() =>
    {
        action();
        return true;
    });

    public void Guarded(Action action) => Guarded(() =>
    {
        action();
        return true;
    });

    /// <summary>Runs an action; SQLite's errors become <see cref="ResultStoreException"/>.</summary>
    public T Guarded<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException failure)
        {
            throw Translate(failure);
        }
    }

    /// <summary>
    /// Write-ahead: readers never wait for the writer. With that, synchronous NORMAL is safe against killed processes and does not wait for the disk at each
    /// write.
    /// </summary>
    public void UseWriteAhead() => Guarded(() =>
    {
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = NORMAL");
    });

    public void Dispose() => Connection.Dispose();

    /// <summary>Throws what SQLite's result code of a call on the connection means, unless it is one of success.</summary>
    public void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
            SqliteException.ThrowExceptionForRC(code, Connection.Handle);
    }

    private static SqliteConnection Connect(string source, SqliteOpenMode mode, TimeSpan busyTimeout) => new(new SqliteConnectionStringBuilder
    {
        DataSource = source,
        Mode = mode,
        Pooling = false,
        DefaultTimeout = Math.Max(1, (int)busyTimeout.TotalSeconds),
    }.ToString());

    private static bool IsWhole(string path)
    {
        var log = new FileInfo(path + "-wal");
        return !log.Exists || log.Length == 0;
    }

    private void Start(bool readOnly) => Guarded(() =>
    {
        Connection.Open();
        Check(raw.sqlite3_busy_timeout(Connection.Handle, (int)_busyTimeout.TotalMilliseconds));
        if (readOnly)
            Scalar("SELECT count(*) FROM sqlite_master");
        else
            Execute("PRAGMA foreign_keys = ON");
    });

    private ResultStoreException Translate(SqliteException failure)
    {
        string reason = failure.SqliteErrorCode switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"is locked: another process has been writing for more than {_busyTimeout.TotalSeconds} s. Try again once it is done, or raise BusyTimeout.",
            raw.SQLITE_NOTADB => "is no SQLite database. Name another file, or move this one away.",
            raw.SQLITE_CORRUPT => "is damaged. Restore it from a backup, or save what sqlite3's .recover finds.",
            raw.SQLITE_READONLY or raw.SQLITE_PERM => "cannot be written. Check the rights to the file and its folder, or open it with ReadOnly.",
            raw.SQLITE_CANTOPEN => "cannot be opened. Check its folder and the rights to it.",
            raw.SQLITE_FULL => "cannot grow: the disk is full. What was acknowledged before is safe; make room and write again.",
            raw.SQLITE_IOERR => "could not be read or written: the disk failed or is full. What was acknowledged before is safe.",
            _ => "failed.",
        };
        return new ResultStoreException($"The database {Path} {reason} ({failure.Message})", failure);
    }
}
