using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace L2L;

/// <summary>Writes a trajectory's rows. Belongs to one thread at a time.</summary>
internal sealed class TrajectoryDatabase : IDisposable
{
    private const int BusySeconds = 30;

    private readonly SqliteConnection _connection;
    private readonly SqlStatement _generation;
    private readonly SqlStatement _state;
    private readonly SqlStatement _dropStates;
    private readonly SqlStatement _individual;
    private readonly SqlStatement _evaluation;
    private readonly SqlStatement _finish;
    private readonly SqlStatement _told;
    private readonly SqlStatement _value;
    private readonly SqlStatement _key;
    private readonly ArrayBufferWriter<byte> _text = new(1024);
    private readonly Utf8JsonWriter _json;

    private TrajectoryDatabase(SqliteConnection connection)
    {
        _connection = connection;
        _json = new Utf8JsonWriter(_text, new JsonWriterOptions { SkipValidation = true });
        _generation = new SqlStatement(connection, "INSERT OR REPLACE INTO generations (generation, size, started) VALUES (?1, ?2, ?3)");
        _state = new SqlStatement(connection, "INSERT OR REPLACE INTO states VALUES (?1, ?2)");
        _dropStates = new SqlStatement(connection, "DELETE FROM states WHERE generation < ?1");
        _individual = new SqlStatement(connection, "INSERT OR REPLACE INTO individuals VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        _evaluation = new SqlStatement(connection, "INSERT OR REPLACE INTO evaluations VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
        _finish = new SqlStatement(connection, "UPDATE generations SET duration = ?2, details = ?3 WHERE generation = ?1");
        _told = new SqlStatement(connection, "INSERT OR REPLACE INTO told VALUES (?1, ?2, ?3, ?4)");
        _value = new SqlStatement(connection, "INSERT OR REPLACE INTO trajectory_values VALUES (?1, ?2, ?3)");
        _key = new SqlStatement(connection, "INSERT OR REPLACE INTO experiment VALUES (?1, ?2)");
    }

    /// <summary>Opens a file for writing, and makes it where there is none.</summary>
    public static TrajectoryDatabase Open(string path)
    {
        SqliteConnection connection = Connect(path, SqliteOpenMode.ReadWriteCreate);
        try
        {
            TrajectorySchema.Ensure(connection, path);
            return TrajectoryDamage.Guard(path, () => new TrajectoryDatabase(connection));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        string settings = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, DefaultTimeout = BusySeconds, Pooling = false }.ToString();
        var connection = new SqliteConnection(settings);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Begin() => TrajectorySchema.Execute(_connection, "BEGIN IMMEDIATE");

    public void Commit() => TrajectorySchema.Execute(_connection, "COMMIT");

    public void Write(string key, string value) => _key.Bind(1, key).Bind(2, value).Run();

    public void Write(string section, string name, ParameterValue value)
    {
        DomainJson.Write(Start(), value);
        _value.Bind(1, section).Bind(2, name).BindText(3, Finish()).Run();
    }

    public void Write(int generation, int size, DateTimeOffset? started) =>
        _generation.Bind(1, (long)generation).Bind(2, (long)size).Bind(3, started?.ToString("O", CultureInfo.InvariantCulture)).Run();

    public void WriteTold(int generation, int place, Individual individual) =>
        _told.Bind(1, (long)individual.Generation).Bind(2, (long)individual.Index).Bind(3, (long)generation).Bind(4, (long)place).Run();

    public void WriteState(int generation, string state, int kept)
    {
        _state.Bind(1, (long)generation).Bind(2, state).Run();
        _dropStates.Bind(1, (long)generation - kept + 1).Run();
    }

    public void Write(Individual individual)
    {
        DomainJson.Write(Start(), individual.Parameters);
        _individual.Bind(1, (long)individual.Generation).Bind(2, (long)individual.Index).BindText(3, Finish())
            .Bind(4, individual.Budget).Bind(5, individual.Configuration).BindBlob(6, individual.Checkpoint).Run();
    }

    public void Write(Evaluation evaluation)
    {
        _evaluation.Bind(1, (long)evaluation.Individual.Generation).Bind(2, (long)evaluation.Individual.Index).Bind(3, (long)evaluation.Status);
        EvaluationJson.WriteFitness(Start(), evaluation.Fitness);
        _evaluation.BindText(4, Finish()).Bind(5, (double?)evaluation.Duration.TotalSeconds).Bind(6, (long)evaluation.Attempts).Bind(7, evaluation.Error);
        if (evaluation.Reports.Count == 0)
        {
            _evaluation.BindNull(8);
        }
        else
        {
            EvaluationJson.WriteReports(Start(), evaluation.Reports);
            _evaluation.BindText(8, Finish());
        }

        _evaluation.BindBlob(9, evaluation.Checkpoint).Run();
    }

    public void Write(Generation generation)
    {
        DomainJson.Write(Start(), generation.Details);
        _finish.Bind(1, (long)generation.Number).Bind(2, (double?)generation.Duration.TotalSeconds).BindText(3, Finish()).Run();
    }

    public void Dispose()
    {
        foreach (SqlStatement statement in (SqlStatement[])[_generation, _state, _dropStates, _individual, _evaluation, _finish, _told, _value, _key])
            statement.Dispose();
        _connection.Dispose();
    }

    private Utf8JsonWriter Start()
    {
        _text.ResetWrittenCount();
        _json.Reset();
        return _json;
    }

    private ReadOnlySpan<byte> Finish()
    {
        _json.Flush();
        return _text.WrittenSpan;
    }
}
