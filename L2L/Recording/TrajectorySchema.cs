using System.Globalization;
using Microsoft.Data.Sqlite;

namespace L2L;

/// <summary>The tables of a recorded trajectory.</summary>
internal static class TrajectorySchema
{
    public const int Version = 1;

    // What 'application_id' says in the file's head: the letters L2LT.
    private const int ApplicationId = 0x4C324C54;

    // 'told' is filled in steady state only: there the order in which the optimizer was told counts, not that of the individuals.
    private const string Tables =
        """
        CREATE TABLE experiment (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE trajectory_values (section TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (section, name)) WITHOUT ROWID;
        CREATE TABLE generations (generation INTEGER PRIMARY KEY, size INTEGER NOT NULL, started TEXT, duration REAL, details TEXT);
        CREATE TABLE states (generation INTEGER PRIMARY KEY, state TEXT NOT NULL);
        CREATE TABLE individuals (generation INTEGER NOT NULL, number INTEGER NOT NULL, parameters TEXT NOT NULL, budget REAL,
            configuration INTEGER, checkpoint BLOB, PRIMARY KEY (generation, number)) WITHOUT ROWID;
        CREATE TABLE evaluations (generation INTEGER NOT NULL, number INTEGER NOT NULL, status INTEGER NOT NULL, fitness TEXT NOT NULL,
            duration REAL NOT NULL, attempts INTEGER NOT NULL, error TEXT, reports TEXT, checkpoint BLOB,
            PRIMARY KEY (generation, number)) WITHOUT ROWID;
        CREATE TABLE told (individual_generation INTEGER NOT NULL, individual_number INTEGER NOT NULL, generation INTEGER NOT NULL,
            place INTEGER NOT NULL, PRIMARY KEY (individual_generation, individual_number)) WITHOUT ROWID;
        """;

    /// <summary>Prepares a connection for writing and makes the tables in a new file.</summary>
    public static void Ensure(SqliteConnection connection, string path)
    {
        if (!IsNew(connection, path))
            Check(connection, path);

        // Write-ahead: readers never wait for the writer. NORMAL: whole after a killed process without waiting for the disk each time.
        Execute(connection, "PRAGMA journal_mode = WAL");
        Execute(connection, "PRAGMA synchronous = NORMAL");
        if (!IsNew(connection, path))
            return;

        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        Execute(connection, Tables);
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}"));
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Version}"));
        transaction.Commit();
    }

    /// <summary>Refuses a file that is no trajectory, or one of another version.</summary>
    public static void Check(SqliteConnection connection, string path)
    {
        long application = Number(connection, "PRAGMA application_id", path);
        if (application != ApplicationId)
            throw new InvalidDataException($"'{path}' is not the trajectory of an experiment.");
        long version = Number(connection, "PRAGMA user_version", path);
        if (version != Version)
            throw new InvalidDataException($"'{path}' has version {version}; this library reads version {Version}.");
    }

    public static void Execute(SqliteConnection connection, string text)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private static bool IsNew(SqliteConnection connection, string path) => Number(connection, "SELECT count(*) FROM sqlite_schema", path) == 0;

    private static long Number(SqliteConnection connection, string text, string path)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = text;
        try
        {
            return (long)command.ExecuteScalar()!;
        }
        catch (SqliteException exception)
        {
            throw new InvalidDataException($"'{path}' is no SQLite file, or a damaged one: {exception.Message}", exception);
        }
    }
}
