using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ExpUtils;

/// <summary>The tables of a store and their version, which SQLite's user_version holds. Older files are brought up to date, one version after the other.</summary>
internal static class StoreSchema
{
    /// <summary>The version that this package writes. PyExpUtils's formats are the versions 1 and 2.</summary>
    public const int Version = 3;

    private const string Tables = """
        CREATE TABLE info (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE configuration (id INTEGER PRIMARY KEY, fingerprint TEXT NOT NULL UNIQUE, parameters TEXT NOT NULL);
        CREATE TABLE metric (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE run (
            id INTEGER PRIMARY KEY,
            configuration_id INTEGER NOT NULL REFERENCES configuration (id),
            number INTEGER NOT NULL,
            attempt INTEGER NOT NULL,
            status INTEGER NOT NULL,
            started TEXT NOT NULL,
            finished TEXT,
            host TEXT NOT NULL,
            error TEXT,
            UNIQUE (configuration_id, number));
        CREATE TABLE measurement (
            metric_id INTEGER NOT NULL,
            run_id INTEGER NOT NULL,
            frame INTEGER NOT NULL,
            value REAL,
            PRIMARY KEY (metric_id, run_id, frame)) WITHOUT ROWID;
        """;

    /// <summary>Makes the tables, or brings older ones up to date. Several processes may do it at once; one of them does.</summary>
    public static void Ensure(SqliteDatabase database, SqliteStoreOptions options)
    {
        int found = VersionOf(database);
        if (options.ReadOnly)
        {
            if (found < Version)
                throw Old(database);
            return;
        }

        database.UseWriteAhead();
        if (found == Version)
            return;
        Backup(database);
        database.Transaction(() =>
        {
            for (int version = VersionOf(database); version < Version; version = VersionOf(database))
                Upgrade(database, version, options);
        });
    }

    /// <summary>0 for a file without tables.</summary>
    /// <exception cref="ResultStoreException">The file is of a newer version, or another program's.</exception>
    public static int VersionOf(SqliteDatabase database) => database.Guarded(() =>
    {
        int version = Convert.ToInt32(database.Scalar("PRAGMA user_version"), CultureInfo.InvariantCulture);
        if (version > Version)
            throw new ResultStoreException($"{database.Path} has version {version}; this package reads up to {Version}. Update the package.");
        if (version == Version)
            return version;
        List<string> tables = TablesOf(database);
        if (tables.Count == 0)
            return 0;
        return PyExpUtilsSchema.VersionOf(database, tables)
            ?? MadeMeanwhile(database)
            ?? throw new ResultStoreException($"{database.Path} is no results database: it has the tables {string.Join(", ", tables)}. Name another file.");
    });

    // Between the two readings another process may have made the tables.
    private static int? MadeMeanwhile(SqliteDatabase database) =>
        Convert.ToInt32(database.Scalar("PRAGMA user_version"), CultureInfo.InvariantCulture) == Version ? Version : null;

    private static List<string> TablesOf(SqliteDatabase database)
    {
        List<string> tables = [];
        using SqliteCommand command = database.Command("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name");
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
            tables.Add(reader.GetString(0));
        return tables;
    }

    private static void Upgrade(SqliteDatabase database, int version, SqliteStoreOptions options)
    {
        switch (version)
        {
            case 0:
                Create(database);
                break;
            case 1:
                PyExpUtilsSchema.SeparateParameters(database, options.Experiment);
                break;
            default:
                PyExpUtilsSchema.TakeOver(database, options, () => Create(database));
                break;
        }
    }

    private static void Create(SqliteDatabase database)
    {
        database.Execute(Tables);
        database.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Version}"));
    }

    // The name that PyExpUtils gives backups: the file's, the number of those that are there, and "backup".
    private static void Backup(SqliteDatabase database)
    {
        if (VersionOf(database) == 0)
            return;
        int number = 0;
        while (File.Exists(BackupPath(database, number)))
            number++;
        database.Guarded(() => database.Execute("VACUUM INTO $path", ("$path", BackupPath(database, number))));
    }

    private static string BackupPath(SqliteDatabase database, int number) => string.Create(CultureInfo.InvariantCulture, $"{database.Path}.{number}.backup");

    private static ResultStoreException Old(SqliteDatabase database) => new(VersionOf(database) == 0
        ? $"{database.Path} is empty."
        : $"{database.Path} was written by PyExpUtils. Open it once without ReadOnly to bring it up to date (a backup is kept), or read it with PyExpUtilsDatabase.");
}
