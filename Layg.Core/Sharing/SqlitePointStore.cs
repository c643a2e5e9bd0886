using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Layg;

/// <summary>A store of evaluated points in one SQLite file, for any number of processes on one machine.</summary>
/// <remarks>
/// <para>
/// Every point is a transaction of its own in write-ahead mode: once <see cref="Add"/> returned it survives the death of the process
/// (after a power failure the last ones may be missing; the file stays whole). An input is stored once, whoever comes first. SQLite's
/// locks do not work on network file systems: keep the file on a local disk.
/// </para>
/// <para>Safe to use from many threads; each process opens the file itself.</para>
/// </remarks>
public sealed class SqlitePointStore : ISharedPointStore
{
    /// <summary>Seconds that a statement waits for another process's transaction.</summary>
    private const int BusySeconds = 30;

    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _select;
    private readonly string _writer;

    private SqlitePointStore(SqliteConnection connection, string writer, int inputDimension, int outputDimension)
    {
        _connection = connection;
        _writer = writer;
        InputDimension = inputDimension;
        OutputDimension = outputDimension;
        _insert = Command("INSERT INTO points (x, y, writer) VALUES ($x, $y, $writer) ON CONFLICT (x) DO NOTHING", "$x", "$y", "$writer");
        _select = Command("SELECT id, x, y FROM points WHERE id > $id AND writer <> $writer ORDER BY id LIMIT $most", "$id", "$writer", "$most");
    }

    /// <inheritdoc/>
    public int InputDimension { get; }

    /// <summary>Numbers per value (m).</summary>
    public int OutputDimension { get; }

    /// <summary>How many points all processes stored so far.</summary>
    /// <exception cref="IOException">The store could not be read.</exception>
    public long Count => Guarded(() =>
    {
        // Made and disposed under the lock: a connection lists its commands.
        using SqliteCommand count = Command("SELECT count(*) FROM points");
        return (long)count.ExecuteScalar()!;
    });

    /// <summary>Opens a store, and makes the file if there is none.</summary>
    /// <param name="path">The file, on a local disk. Two further files appear beside it while it is open.</param>
    /// <param name="inputDimension">Numbers per input. Range: at least 1.</param>
    /// <param name="outputDimension">Numbers per value. Range: at least 1.</param>
    /// <param name="function">
    /// A name of the function with everything its value depends on, such as the version of the data; a store of another function is refused.
    /// </param>
    /// <exception cref="InvalidDataException">The file is no store, of a newer version, or of another function or dimension.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="InvalidOperationException">The application has no SQLite: it lacks the package SQLitePCLRaw.bundle_e_sqlite3 or its like.</exception>
    public static SqlitePointStore Open(string path, int inputDimension, int outputDimension, string function = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputDimension, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputDimension, 1);
        ArgumentNullException.ThrowIfNull(function);
        string settings = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = BusySeconds, Pooling = false }.ToString();
        var connection = new SqliteConnection(settings);
        try
        {
            return Translated(path, () =>
            {
                connection.Open();
                long opening = StoreSchema.Ensure(connection, new StoreSettings(inputDimension, outputDimension, function), path);
                return new SqlitePointStore(connection, opening.ToString(CultureInfo.InvariantCulture), inputDimension, outputDimension);
            });
        }
        catch (Exception failure)
        {
            connection.Dispose();
            // SQLitePCLRaw has no type of its own for this.
            if (failure.GetType() == typeof(Exception) || failure is TypeInitializationException)
            {
                throw new InvalidOperationException(
                    "There is no SQLite: add the package SQLitePCLRaw.bundle_e_sqlite3, or another bundle of SQLitePCLRaw, to the application.", failure);
            }

            throw;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A length does not fit, or a number is not finite.</exception>
    public bool Add(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        byte[] input = Bytes(x, InputDimension, nameof(x));
        byte[] output = Bytes(y, OutputDimension, nameof(y));
        return Guarded(() =>
        {
            _insert.Parameters["$x"].Value = input;
            _insert.Parameters["$y"].Value = output;
            _insert.Parameters["$writer"].Value = _writer;
            return _insert.ExecuteNonQuery() == 1;
        });
    }

    /// <inheritdoc/>
    public IReadOnlyList<SharedPoint> ReadAfter(long position, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return Guarded(() =>
        {
            _select.Parameters["$id"].Value = position;
            _select.Parameters["$writer"].Value = _writer;
            _select.Parameters["$most"].Value = most;
            List<SharedPoint> points = [];
            using SqliteDataReader reader = _select.ExecuteReader();
            while (reader.Read())
                points.Add(new SharedPoint(reader.GetInt64(0), Numbers(reader, 1, InputDimension), Numbers(reader, 2, OutputDimension)));
            return points;
        });
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _insert.Dispose();
            _select.Dispose();
            _connection.Dispose();
        }
    }

    private static double[] Numbers(SqliteDataReader reader, int column, int dimension)
    {
        var bytes = reader.GetFieldValue<byte[]>(column);
        if (bytes.Length != dimension * sizeof(double))
            throw new IOException($"Row {reader.GetInt64(0)} of the shared store is damaged: it has {bytes.Length} bytes where {dimension} numbers belong.");
        return MemoryMarshal.Cast<byte, double>(bytes).ToArray();
    }

    // -0 and 0 are one input. Like the numbers of every machine this runs on, the bytes are little-endian.
    private static byte[] Bytes(ReadOnlySpan<double> numbers, int dimension, string name)
    {
        if (numbers.Length != dimension)
            throw new ArgumentException($"{name} has {numbers.Length} numbers; the store holds {dimension}.", name);
        var plain = new double[dimension];
        for (int i = 0; i < dimension; i++)
        {
            if (!double.IsFinite(numbers[i]))
                throw new ArgumentException($"Component {i} of {name} is {numbers[i]}; every number must be finite.", name);
            plain[i] = numbers[i] + 0.0;
        }

        return MemoryMarshal.AsBytes<double>(plain).ToArray();
    }

    private static T Translated<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT)
        {
            throw new InvalidDataException($"{path} is no shared store, or damaged.", exception);
        }
        catch (SqliteException exception)
        {
            throw new IOException($"The shared store {path} failed: {exception.Message}", exception);
        }
    }

    private T Guarded<T>(Func<T> action)
    {
        lock (_gate)
            return Translated(_connection.DataSource, action);
    }

    private SqliteCommand Command(string text, params string[] parameters)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = text;
        foreach (string parameter in parameters)
            command.Parameters.Add(new SqliteParameter { ParameterName = parameter });
        return command;
    }
}
