using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ExpUtils;

/// <summary>The tables of PyExpUtils's databases: version 1 keeps parameters beside each measurement, version 2 in a table of their own.</summary>
internal static class PyExpUtilsSchema
{
    private static readonly string[] OwnColumns = ["config_id", "seed", "frame"];

    /// <summary>1 or 2; null where the tables are not PyExpUtils's.</summary>
    public static int? VersionOf(SqliteDatabase database, List<string> tables)
    {
        object? version = tables.Contains("metadata", StringComparer.Ordinal) ? database.Scalar("SELECT version FROM metadata") : null;
        if (version is not null)
        {
            return version is "v2" or "v1"
                ? version is "v2" ? 2 : 1
                : throw new ResultStoreException($"{database.Path} is of PyExpUtils's version '{version}', which this package does not know; it reads v1 and v2.");
        }

        return tables.Contains("results", StringComparer.Ordinal) && Columns(database, "results").Contains("frame", StringComparer.Ordinal) ? 1 : null;
    }

    /// <summary>The metrics of a version 2 database.</summary>
    public static IReadOnlyList<string> Metrics(SqliteDatabase database) =>
        [.. Columns(database, "results").Except(OwnColumns, StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>From version 1 to version 2.</summary>
    public static void SeparateParameters(SqliteDatabase database, ExperimentDescription? experiment)
    {
        string[] columns = Columns(database, "results");
        IReadOnlyList<string> header = [.. new SweepMatcher(Needed(database, experiment).Sweep).Header.Intersect(columns, StringComparer.Ordinal)];
        string names = Names(header, "");
        string match = header.Count == 0 ? "1" : string.Join(" AND ", header.Select(name => $"h.{Quoted(name)} IS r.{Quoted(name)}"));
        string kept = Names(columns.Except(header, StringComparer.Ordinal), "r.");
        string order = header.Count == 0 ? "LIMIT 1" : $"GROUP BY {names[1..]} ORDER BY min(rowid)";
        database.Execute(
            $"""
            CREATE TABLE IF NOT EXISTS metadata (version);
            INSERT INTO metadata (version) VALUES ('v2');
            CREATE TABLE hyperparameters (config_id{names});
            INSERT INTO hyperparameters SELECT row_number() OVER () - 1{names} FROM (SELECT 0{names} FROM results {order});
            CREATE TABLE separated AS SELECT h.config_id AS config_id{kept} FROM results r JOIN hyperparameters h ON {match} ORDER BY r.rowid;
            DROP TABLE results;
            ALTER TABLE separated RENAME TO results;
            """);
    }

    /// <summary>From version 2 to this package's tables. Configurations that the experiment does not have stay in the backup.</summary>
    public static void TakeOver(SqliteDatabase database, SqliteStoreOptions options, Action create)
    {
        List<(object Id, ParameterSet Parameters)> configurations = Configurations(database, Needed(database, options.Experiment));
        IReadOnlyList<string> metrics = Metrics(database);
        create();
        database.Execute("CREATE TEMPORARY TABLE known (config_id PRIMARY KEY, configuration_id INTEGER NOT NULL)");
        foreach ((object id, ParameterSet parameters) in configurations)
        {
            database.Execute(
                "INSERT INTO configuration (fingerprint, parameters) VALUES ($fingerprint, $parameters) ON CONFLICT (fingerprint) DO NOTHING",
                ("$fingerprint", parameters.Fingerprint),
                ("$parameters", parameters.ToJsonText()));
            database.Execute(
                "INSERT OR IGNORE INTO known SELECT $id, id FROM configuration WHERE fingerprint = $fingerprint", ("$id", id), ("$fingerprint", parameters.Fingerprint));
        }

        string now = options.Clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        database.Execute(
            """
            INSERT OR IGNORE INTO run (configuration_id, number, attempt, status, started, finished, host)
            SELECT DISTINCT k.configuration_id, r.seed, 1, 1, $now, $now, '' FROM results r JOIN known k ON k.config_id = r.config_id
            """,
            ("$now", now));
        foreach (string metric in metrics)
        {
            database.Execute("INSERT INTO metric (name) VALUES ($name)", ("$name", metric));
            database.Execute(
                $"""
                INSERT OR REPLACE INTO measurement
                SELECT (SELECT id FROM metric WHERE name = $name), run.id, r.frame, r.{Quoted(metric)}
                FROM results r JOIN known k ON k.config_id = r.config_id JOIN run ON run.configuration_id = k.configuration_id AND run.number = r.seed
                WHERE typeof(r.{Quoted(metric)}) IN ('real', 'integer') ORDER BY r.rowid
                """,
                ("$name", metric));
        }

        database.Execute("DROP TABLE known; DROP TABLE results; DROP TABLE hyperparameters; DROP TABLE metadata;");
    }

    /// <summary>The configurations of a version 2 database that an experiment has, by PyExpUtils's ids.</summary>
    public static List<(object Id, ParameterSet Parameters)> Configurations(SqliteDatabase database, ExperimentDescription experiment)
    {
        var matcher = new SweepMatcher(experiment.Sweep);
        string[] columns = Columns(database, "hyperparameters");
        List<(object Id, ParameterSet Parameters)> found = [];
        string names = string.Concat(matcher.Header.Select(name => columns.Contains(name, StringComparer.Ordinal) ? $", {Quoted(name)}" : ", NULL"));
        using SqliteCommand command = database.Command($"SELECT config_id{names} FROM hyperparameters ORDER BY rowid");
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            ParameterValue[] cells = [.. Enumerable.Range(1, matcher.Header.Count).Select(column => Cell(reader.GetValue(column)))];
            if (matcher.Find(cells) is { } parameters)
                found.Add((reader.GetValue(0), parameters));
        }

        return found;
    }

    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string[] Columns(SqliteDatabase database, string table)
    {
        List<string> columns = [];
        using SqliteCommand command = database.Command("SELECT name FROM pragma_table_info($table)", ("$table", table));
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
            columns.Add(reader.GetString(0));
        return [.. columns];
    }

    private static string Names(IEnumerable<string> columns, string table) => string.Concat(columns.Select(name => $", {table}{Quoted(name)}"));

    private static ParameterValue Cell(object value) => value switch
    {
        long integer => integer,
        double number => number,
        string text => text,
        _ => ParameterValue.Null,
    };

    private static ExperimentDescription Needed(SqliteDatabase database, ExperimentDescription? experiment) => experiment ?? throw new ResultStoreException(
        $"{database.Path} was written by PyExpUtils; to bring it up to date, give the experiment in SqliteStoreOptions.Experiment, which tells parameters from metrics.");
}
