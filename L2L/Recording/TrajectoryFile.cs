using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace L2L;

/// <summary>Reads the trajectory that an experiment recorded in its folder, also while the experiment runs.</summary>
/// <remarks>
/// <c>TrajectoryFile.Load(folder).Evaluations</c> is everything that LINQ needs; for a trajectory too large for memory
/// <see cref="ReadEvaluations"/> gives one evaluation after the other.
/// </remarks>
public static class TrajectoryFile
{
    /// <summary>The name of the file in an experiment's folder.</summary>
    public const string Name = "trajectory.db";

    internal const string ParameterSection = "parameters";
    internal const string DerivedSection = "derived";
    internal const string ResultSection = "results";

    /// <summary>Reads a whole trajectory. A generation that the optimizer has not learned from yet is left out.</summary>
    /// <param name="path">The experiment's folder, or the file itself.</param>
    /// <exception cref="FileNotFoundException">There is no trajectory.</exception>
    /// <exception cref="InvalidDataException">The file is no trajectory, of a newer version, or damaged.</exception>
    public static Trajectory Load(string path)
    {
        using SqliteConnection connection = Open(path);
        return TrajectoryDamage.Guard(connection.DataSource, () =>
        {
            var trajectory = new Trajectory(ReadName(connection));
            ReadValues(connection, ParameterSection, trajectory.Parameters);
            ReadValues(connection, DerivedSection, trajectory.DerivedParameters);
            ReadValues(connection, ResultSection, trajectory.Results);
            foreach (Generation generation in Generations(connection))
                trajectory.Add(generation);
            return trajectory;
        });
    }

    /// <summary>Reads the evaluations one after the other, by the generation and index of their individuals, those of an unfinished generation too.</summary>
    /// <param name="path">The experiment's folder, or the file itself.</param>
    /// <param name="fromGeneration">The first generation to read.</param>
    /// <exception cref="FileNotFoundException">There is no trajectory.</exception>
    /// <exception cref="InvalidDataException">The file is no trajectory, of a newer version, or damaged.</exception>
    public static IEnumerable<Evaluation> ReadEvaluations(string path, int fromGeneration = 0)
    {
        using SqliteConnection connection = Open(path);
        IEnumerable<(int, Evaluation)> rows = Evaluations(connection, "WHERE i.generation >= $generation ORDER BY i.generation, i.number", fromGeneration);
        foreach ((_, Evaluation evaluation) in TrajectoryDamage.Guard(connection.DataSource, rows))
            yield return evaluation;
    }

    internal static SqliteConnection Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string file = Directory.Exists(path) ? Path.Combine(path, Name) : path;
        if (!File.Exists(file))
            throw new FileNotFoundException($"There is no recorded trajectory '{file}'.", file);
        SqliteConnection connection = TrajectoryDatabase.Connect(file, SqliteOpenMode.ReadWrite);
        try
        {
            TrajectorySchema.Check(connection, file);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    internal static string ReadName(SqliteConnection connection) => Scalar(connection, "SELECT value FROM experiment WHERE key = 'name'") as string ?? "trajectory";

    internal static void ReadValues(SqliteConnection connection, string section, TrajectoryGroup group)
    {
        using SqliteCommand command = Command(connection, "SELECT name, value FROM trajectory_values WHERE section = $section ORDER BY name");
        command.Parameters.AddWithValue("$section", section);
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
            group.Set(reader.GetString(0), DomainJson.ReadValue(reader.GetString(1)));
    }

    /// <summary>The last saved state; null where none was saved yet.</summary>
    internal static string? State(SqliteConnection connection) => Scalar(connection, "SELECT state FROM states ORDER BY generation DESC LIMIT 1") as string;

    /// <summary>The generations that the optimizer has learned from.</summary>
    internal static IEnumerable<Generation> Generations(SqliteConnection connection)
    {
        string order = IsSteady(connection) ? "WHERE t.generation IS NOT NULL ORDER BY t.generation, t.place" : "ORDER BY i.generation, i.number";
        using IEnumerator<(int Generation, Evaluation Evaluation)> evaluations = Evaluations(connection, order).GetEnumerator();
        bool more = evaluations.MoveNext();
        using SqliteCommand command = Command(connection, "SELECT generation, size, started, duration, details FROM generations WHERE details IS NOT NULL ORDER BY generation");
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            int number = reader.GetInt32(0);
            var own = new List<Evaluation>(reader.GetInt32(1));
            for (; more && evaluations.Current.Generation == number; more = evaluations.MoveNext())
                own.Add(evaluations.Current.Evaluation);
            if (own.Count != reader.GetInt32(1))
                throw new InvalidDataException($"generation {number} has {own.Count} evaluations instead of {reader.GetInt32(1)}.");
            yield return new Generation(number, own, StateJson.ReadSet(reader.GetString(4)))
            {
                Started = DateTimeOffset.Parse(reader.GetString(2), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
                Duration = TimeSpan.FromSeconds(reader.GetDouble(3)),
            };
        }
    }

    /// <summary>What was evaluated but not learned from, without failures: those get another chance when a run goes on.</summary>
    internal static IReadOnlyList<Evaluation> Finished(SqliteConnection connection, int generation)
    {
        string condition = IsSteady(connection) ? "WHERE t.generation IS NULL" : "WHERE i.generation >= $generation";
        return [.. Evaluations(connection, condition, generation).Select(static row => row.Evaluation).Where(static evaluation => !evaluation.IsFailure)];
    }

    private static bool IsSteady(SqliteConnection connection) => Scalar(connection, "SELECT 1 FROM told LIMIT 1") is not null;

    private static IEnumerable<(int Generation, Evaluation Evaluation)> Evaluations(SqliteConnection connection, string rest, int generation = 0)
    {
        using SqliteCommand command = Command(
            connection,
            $"""
            SELECT i.generation, i.number, i.parameters, i.budget, i.configuration, i.checkpoint,
                e.status, e.fitness, e.duration, e.attempts, e.error, e.reports, e.checkpoint, coalesce(t.generation, i.generation)
            FROM individuals i JOIN evaluations e ON e.generation = i.generation AND e.number = i.number
                LEFT JOIN told t ON t.individual_generation = i.generation AND t.individual_number = i.number
            {rest}
            """);
        command.Parameters.AddWithValue("$generation", generation);
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
            yield return (reader.GetInt32(13), ReadEvaluation(reader));
    }

    private static Evaluation ReadEvaluation(SqliteDataReader reader)
    {
        var individual = new Individual(reader.GetInt32(0), reader.GetInt32(1), StateJson.ReadSet(reader.GetString(2)))
        {
            Budget = reader.IsDBNull(3) ? null : reader.GetDouble(3),
            Configuration = reader.IsDBNull(4) ? null : reader.GetInt32(4),
            Checkpoint = reader.IsDBNull(5) ? default : reader.GetFieldValue<byte[]>(5),
        };
        return new Evaluation(individual, Fitness(reader.GetString(7)))
        {
            Status = (EvaluationStatus)reader.GetInt32(6),
            Duration = TimeSpan.FromSeconds(reader.GetDouble(8)),
            Attempts = reader.GetInt32(9),
            Error = reader.IsDBNull(10) ? null : reader.GetString(10),
            Reports = reader.IsDBNull(11) ? [] : Reports(reader.GetString(11)),
            Checkpoint = reader.IsDBNull(12) ? default : reader.GetFieldValue<byte[]>(12),
        };
    }

    private static FitnessVector Fitness(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return EvaluationJson.Fitness(document.RootElement);
    }

    private static IReadOnlyList<IntermediateFitness> Reports(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return EvaluationJson.Reports(document.RootElement);
    }

    private static object? Scalar(SqliteConnection connection, string text)
    {
        using SqliteCommand command = Command(connection, text);
        return command.ExecuteScalar();
    }

    private static SqliteCommand Command(SqliteConnection connection, string text)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = text;
        return command;
    }
}
