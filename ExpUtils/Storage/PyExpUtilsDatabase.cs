using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ExpUtils;

/// <summary>Reads and writes the databases (<c>results.db</c>) of PyExpUtils 6 and later, without changing those that it reads.</summary>
public static class PyExpUtilsDatabase
{
    /// <summary>The metrics in a database: the columns that are no parameter.</summary>
    /// <param name="path">The file, of PyExpUtils's version v1 or v2.</param>
    /// <param name="experiment">The experiment, which tells parameters from metrics.</param>
    /// <exception cref="ResultStoreException">The file cannot be read, or is none of PyExpUtils's.</exception>
    public static IReadOnlyList<string> Metrics(string path, ExperimentDescription experiment)
    {
        using SqliteDatabase database = Open(path, experiment);
        return database.Guarded(() => PyExpUtilsSchema.Metrics(database));
    }

    /// <summary>Reads a metric: every run of the experiment's configurations that has it. Frames without it are left out.</summary>
    /// <param name="path">The file, of PyExpUtils's version v1 or v2.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="metric">The metric.</param>
    /// <returns>The runs, by configuration in the order of the file, then by number.</returns>
    /// <exception cref="ResultStoreException">The file cannot be read, is none of PyExpUtils's, or has no such metric.</exception>
    public static IReadOnlyList<RunSeries> Read(string path, ExperimentDescription experiment, string metric)
    {
        ArgumentException.ThrowIfNullOrEmpty(metric);
        using SqliteDatabase database = Open(path, experiment);
        return database.Guarded(() =>
        {
            IReadOnlyList<string> metrics = PyExpUtilsSchema.Metrics(database);
            if (!metrics.Contains(metric, StringComparer.Ordinal))
                throw new ResultStoreException($"{path} has no metric '{metric}'; it has {string.Join(", ", metrics)}.");
            return Collect(database, PyExpUtilsSchema.Configurations(database, experiment), metric);
        });
    }

    /// <summary>Writes the completed runs of a store as a database that PyExpUtils 8 reads.</summary>
    /// <param name="store">The store.</param>
    /// <param name="experiment">The experiment; runs of configurations that it lacks are left out.</param>
    /// <param name="path">The file to make; there must be none.</param>
    /// <exception cref="ResultStoreException">There is such a file, or it cannot be written.</exception>
    public static void Export(IResultStore store, ExperimentDescription experiment, string path)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(experiment);
        if (File.Exists(path))
            throw new ResultStoreException($"There is a file {path} already; name another one, or remove it.");
        using SqliteDatabase database = SqliteDatabase.Open(path, readOnly: false, TimeSpan.FromSeconds(30));
        string[] header = [.. new SweepMatcher(experiment.Sweep).Header];
        IReadOnlyList<string> metrics = store.Metrics();
        database.Transaction(() =>
        {
            database.Execute("CREATE TABLE metadata (version); INSERT INTO metadata VALUES ('v2');");
            database.Execute($"CREATE TABLE hyperparameters (config_id{Columns(header)})");
            database.Execute($"CREATE TABLE results (config_id, seed, frame{Columns(metrics)})");
            Dictionary<ParameterSet, long> ids = [];
            foreach (StoredRun run in store.Runs())
            {
                if (run.Status == StoredRunStatus.Completed && experiment.Sweep.IndexOf(run.Parameters) >= 0 && !ids.ContainsKey(run.Parameters))
                    InsertConfiguration(database, header, run.Parameters, ids);
            }

            Dictionary<(long Id, long Run, long Frame), double?[]> rows = [];
            for (int i = 0; i < metrics.Count; i++)
            {
                foreach (RunSeries series in store.Read(metrics[i]).Where(series => ids.ContainsKey(series.Parameters)))
                    Add(rows, ids[series.Parameters], series, i, metrics.Count);
            }

            InsertRows(database, metrics, rows);
        });
    }

    private static string Columns(IEnumerable<string> names) => string.Concat(names.Select(name => $", {PyExpUtilsSchema.Quoted(name)}"));

    private static SqliteDatabase Open(string path, ExperimentDescription experiment)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(experiment);
        SqliteDatabase database = SqliteDatabase.Open(path, readOnly: true, TimeSpan.FromSeconds(30));
        try
        {
            switch (StoreSchema.VersionOf(database))
            {
                case 1:
                    return Separated(database, experiment);
                case 2:
                    return database;
                default:
                    throw new ResultStoreException($"{path} is no database of PyExpUtils; open it as a SqliteResultStore.");
            }
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    // Version 1 is brought up to version 2 in memory.
    private static SqliteDatabase Separated(SqliteDatabase file, ExperimentDescription experiment)
    {
        SqliteDatabase copy = SqliteDatabase.Open(":memory:", readOnly: false, TimeSpan.FromSeconds(30));
        file.Guarded(() => file.Connection.BackupDatabase(copy.Connection));
        file.Dispose();
        copy.Transaction(() => PyExpUtilsSchema.SeparateParameters(copy, experiment));
        return copy;
    }

    private static List<RunSeries> Collect(SqliteDatabase database, List<(object Id, ParameterSet Parameters)> configurations, string metric)
    {
        Dictionary<string, int> ranks = [];
        for (int i = 0; i < configurations.Count; i++)
            ranks.TryAdd(Convert.ToString(configurations[i].Id, CultureInfo.InvariantCulture)!, i);
        Dictionary<(int Rank, long Run), PartialSeries> runs = [];
        string column = PyExpUtilsSchema.Quoted(metric);
        using SqliteRows rows = SqliteRows.Scan(database, $"SELECT config_id, seed, frame, {column} FROM results WHERE {column} IS NOT NULL");
        PartialSeries? current = null;
        (long Id, long Run) last = (0, -1);
        int expected = 0;
        while (rows.Next())
        {
            if (rows.Type(3) is not (raw.SQLITE_FLOAT or raw.SQLITE_INTEGER))
                continue;
            (long Id, long Run) row = (rows.Int64(0), rows.Int64(1));
            // Rows of one run mostly follow each other. Ids that are no numbers all read as 0, so these are looked up each time.
            if (row != last || (row.Id == 0 && rows.Type(0) != raw.SQLITE_INTEGER))
            {
                last = row;
                expected = current?.Count ?? expected;
                current = ranks.TryGetValue(rows.Text(0), out int rank)
                    ? CollectionsMarshal.GetValueRefOrAddDefault(runs, (rank, row.Run), out _) ??= new PartialSeries(expected)
                    : null;
            }

            current?.Add(rows.Int64(2), rows.Double(3));
        }

        return
        [
            .. runs.OrderBy(pair => pair.Key).Select(pair =>
            {
                (long[] frames, double[] values) = pair.Value.Sorted();
                return new RunSeries(configurations[pair.Key.Rank].Parameters, pair.Key.Run, frames, values);
            }),
        ];
    }

    private static void InsertConfiguration(SqliteDatabase database, string[] header, ParameterSet parameters, Dictionary<ParameterSet, long> ids)
    {
        long id = ids.Count;
        ids.Add(parameters, id);
        Dictionary<string, ParameterValue> cells = parameters.Flat().ToDictionary(cell => cell.Name, cell => cell.Value, StringComparer.Ordinal);
        using SqliteCommand insert = database.Command($"INSERT INTO hyperparameters VALUES ($id{string.Concat(header.Select((_, i) => $", $p{i}"))})", ("$id", id));
        for (int i = 0; i < header.Length; i++)
            insert.Parameters.AddWithValue($"$p{i}", cells.TryGetValue(header[i], out ParameterValue? value) ? Cell(value) : DBNull.Value);
        insert.ExecuteNonQuery();
    }

    private static object Cell(ParameterValue value) => value.Kind switch
    {
        ParameterKind.Null => DBNull.Value,
        ParameterKind.Boolean => value.AsBoolean() ? 1L : 0L,
        ParameterKind.Integer when long.TryParse(value.Text, CultureInfo.InvariantCulture, out long integer) => integer,
        ParameterKind.Integer or ParameterKind.Float => value.AsDouble(),
        _ => value.Text,
    };

    private static void Add(Dictionary<(long Id, long Run, long Frame), double?[]> rows, long id, RunSeries series, int metric, int metrics)
    {
        for (int i = 0; i < series.Frames.Length; i++)
        {
            ref double?[]? row = ref CollectionsMarshal.GetValueRefOrAddDefault(rows, (id, series.Run, series.Frames[i]), out _);
            row ??= new double?[metrics];
            row[metric] = series.Values[i];
        }
    }

    private static void InsertRows(SqliteDatabase database, IReadOnlyList<string> metrics, Dictionary<(long Id, long Run, long Frame), double?[]> rows)
    {
        using SqliteCommand insert = database.Command($"INSERT INTO results VALUES ($id, $seed, $frame{string.Concat(metrics.Select((_, i) => $", $m{i}"))})");
        string[] names = ["$id", "$seed", "$frame", .. metrics.Select((_, i) => $"$m{i}")];
        foreach (string name in names)
            insert.Parameters.Add(new SqliteParameter { ParameterName = name });
        foreach (((long id, long run, long frame), double?[] values) in rows.OrderBy(pair => pair.Key))
        {
            insert.Parameters[0].Value = id;
            insert.Parameters[1].Value = run;
            insert.Parameters[2].Value = frame;
            for (int i = 0; i < values.Length; i++)
                insert.Parameters[3 + i].Value = values[i] is { } value && !double.IsNaN(value) ? value : DBNull.Value;
            insert.ExecuteNonQuery();
        }
    }
}
