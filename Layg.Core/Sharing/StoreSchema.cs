using Microsoft.Data.Sqlite;

namespace Layg;

/// <summary>The tables of a store. Several processes may open a new file at once; one of them makes the tables.</summary>
internal static class StoreSchema
{
    private const long Version = 1;

    /// <summary>Makes or checks the tables; returns a number that no other opening of this file has.</summary>
    public static long Ensure(SqliteConnection connection, StoreSettings settings, string path)
    {
        // Write-ahead: readers never wait for the writer. NORMAL: safe against a killed process, without waiting for the disk each time.
        Execute(connection, null, "PRAGMA journal_mode = WAL");
        Execute(connection, null, "PRAGMA synchronous = NORMAL");
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        Execute(connection, transaction, "CREATE TABLE IF NOT EXISTS store (version INTEGER, input_dimension INTEGER, output_dimension INTEGER, function TEXT)");
        Execute(connection, transaction, "CREATE TABLE IF NOT EXISTS writers (id INTEGER PRIMARY KEY AUTOINCREMENT)");
        Execute(
            connection,
            transaction,
            "CREATE TABLE IF NOT EXISTS points (id INTEGER PRIMARY KEY AUTOINCREMENT, x BLOB NOT NULL UNIQUE, y BLOB NOT NULL, writer TEXT NOT NULL)");
        using (SqliteCommand read = connection.CreateCommand())
        {
            read.Transaction = transaction;
            read.CommandText = "SELECT version, input_dimension, output_dimension, function FROM store";
            using SqliteDataReader reader = read.ExecuteReader();
            if (reader.Read())
                Check(reader, settings, path);
            else
                Insert(connection, transaction, settings);
        }

        Execute(connection, transaction, "INSERT INTO writers DEFAULT VALUES");
        using SqliteCommand last = connection.CreateCommand();
        last.Transaction = transaction;
        last.CommandText = "SELECT last_insert_rowid()";
        var opening = (long)last.ExecuteScalar()!;
        transaction.Commit();
        return opening;
    }

    private static void Check(SqliteDataReader reader, StoreSettings settings, string path)
    {
        long version = reader.GetInt64(0);
        if (version != Version)
            throw new InvalidDataException($"{path} has version {version}; this library reads version {Version}.");
        var stored = new StoreSettings(reader.GetInt32(1), reader.GetInt32(2), reader.GetString(3));
        if (stored != settings)
        {
            throw new InvalidDataException(
                $"{path} holds '{stored.Function}' from {stored.InputDimension} to {stored.OutputDimension} numbers, not '{settings.Function}' from {settings.InputDimension} to {settings.OutputDimension}.");
        }
    }

    private static void Insert(SqliteConnection connection, SqliteTransaction transaction, StoreSettings settings)
    {
        using SqliteCommand insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO store VALUES ($version, $input, $output, $function)";
        insert.Parameters.AddWithValue("$version", Version);
        insert.Parameters.AddWithValue("$input", settings.InputDimension);
        insert.Parameters.AddWithValue("$output", settings.OutputDimension);
        insert.Parameters.AddWithValue("$function", settings.Function);
        insert.ExecuteNonQuery();
    }

    private static void Execute(SqliteConnection connection, SqliteTransaction? transaction, string text)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
