using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace ExpUtils.Tests.Storage;

[TestFixture]
public sealed class PyExpUtilsDatabaseTests
{
    private TemporaryFolder _scratch = null!;

    [SetUp]
    public void MakeFolder() => _scratch = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _scratch.Dispose();

    [Test]
    public void Read_OfAVersion2File_GivesItsRuns()
    {
        (ExperimentDescription experiment, string path, JsonElement golden) = Version2();
        byte[] before = File.ReadAllBytes(path);
        IReadOnlyList<RunSeries> returns = PyExpUtilsDatabase.Read(path, experiment, "return");
        returns.Sum(run => run.Values.Length).Should().Be((int)golden.Integer("load_return_only_count"));
        returns.Select(run => $"{run.Parameters["model.name"].Text} {run.Run}: {string.Join(',', run.Values)}").Should()
            .Equal("PR 0: 0,1,2", "PR 1: 40,41,42", "ESARSA 0: 30,31,32");
        PyExpUtilsDatabase.Read(path, experiment, "reward").Should().OnlyContain(run => run.Frames.SequenceEqual(new long[] { 0, 2 }), "other metrics do not hide frames");
        PyExpUtilsDatabase.Metrics(path, experiment).Should().Equal("return", "reward");
        File.ReadAllBytes(path).Should().Equal(before);
        returns[0].Parameters["flag"].AsBoolean().Should().BeTrue("the experiment knows that 1 was true");
        returns.ToResults(experiment).First().Runs.Should().Be(2);
        FluentActions.Invoking(() => PyExpUtilsDatabase.Read(path, experiment, "none")).Should().Throw<ResultStoreException>().WithMessage("*return, reward*");
    }

    [Test]
    public void Open_OfAVersion2File_TakesItOverAndKeepsABackup()
    {
        (ExperimentDescription experiment, string path, JsonElement golden) = Version2();
        FluentActions.Invoking(() => SqliteResultStore.Open(path)).Should().Throw<ResultStoreException>().WithMessage("*PyExpUtils*Experiment*");
        using (SqliteResultStore store = SqliteResultStore.Open(path, new SqliteStoreOptions { Experiment = experiment }))
        {
            store.ListMissing(experiment).Should().Equal(golden.GetProperty("missing_runs_1").Longs());
            store.ListMissing(experiment, 2).Should().Equal(golden.GetProperty("missing_runs_2").Longs());
            store.Read("reward").Should().HaveCount(3);
        }

        Directory.GetFiles(_scratch.Path, "*.backup").Select(Path.GetFileName).Should().Contain("results.db.0.backup");
        using SqliteResultStore again = SqliteResultStore.Open(path, new SqliteStoreOptions { Experiment = experiment });
        again.Runs().Should().HaveCount(3);
        Directory.GetFiles(_scratch.Path, "*.backup").Select(Path.GetFileName).Should().NotContain("results.db.2.backup");
    }

    [Test]
    public void SeparateParameters_OfAVersion1File_MatchesTheReference()
    {
        (ExperimentDescription experiment, string path, JsonElement golden) = Version1();
        using (SqliteDatabase database = SqliteDatabase.Open(path, readOnly: false, TimeSpan.FromSeconds(5)))
        {
            StoreSchema.VersionOf(database).Should().Be(1);
            database.Transaction(() => PyExpUtilsSchema.SeparateParameters(database, experiment));
            StoreSchema.VersionOf(database).Should().Be(2);
        }

        JsonElement after = golden.GetProperty("after");
        foreach (string table in new[] { "metadata", "hyperparameters", "results" })
            Rows(path, table).Should().BeEquivalentTo(after.Items(table).Select(Row), options => options.WithStrictOrdering());
    }

    [Test]
    public void ReadAndOpen_OfAVersion1File_GiveItsRuns()
    {
        (ExperimentDescription experiment, string path, _) = Version1();
        IReadOnlyList<RunSeries> runs = PyExpUtilsDatabase.Read(path, experiment, "return");
        runs.Select(run => $"{run.Parameters} {run.Run}: {string.Join(',', run.Values)}").Should()
            .Equal("alpha-0.1_name-PR 0: 1,2", "alpha-0.2_name-PR 0: 3", "alpha-0.2_name-ES 1: 4");
        using SqliteResultStore store = SqliteResultStore.Open(path, new SqliteStoreOptions { Experiment = experiment });
        store.Read("return").Select(run => string.Join(',', run.Values)).Should().Equal("1,2", "3", "4");
    }

    [Test]
    public void Open_WhoseTakingOverFails_LeavesTheFileAsItWas()
    {
        (ExperimentDescription experiment, string path, _) = Version2();
        Execute(path, "DROP TABLE hyperparameters");
        FluentActions.Invoking(() => SqliteResultStore.Open(path, new SqliteStoreOptions { Experiment = experiment })).Should().Throw<ResultStoreException>();
        Rows(path, "results").Should().HaveCount(9);
        Rows(path, "sqlite_master").Should().HaveCount(2);
    }

    [Test]
    public void Export_OfAStore_WritesTheReferencesTables()
    {
        (ExperimentDescription experiment, string path, JsonElement golden) = Version2();
        using SqliteResultStore store = SqliteResultStore.Open(path, new SqliteStoreOptions { Experiment = experiment });
        string exported = _scratch["exported.db"];
        PyExpUtilsDatabase.Export(store, experiment, exported);
        Rows(exported, "metadata").Single().Should().Contain("version", "v2");
        Rows(exported, "results").Should().BeEquivalentTo(golden.GetProperty("tables").GetProperty("results").Items("rows").Select(Row));
        PyExpUtilsDatabase.Read(exported, experiment, "reward").Should().HaveCount(3);
        FluentActions.Invoking(() => PyExpUtilsDatabase.Export(store, experiment, exported)).Should().Throw<ResultStoreException>().WithMessage("*already*");
    }

    private (ExperimentDescription Experiment, string Path, JsonElement Golden) Version2()
    {
        JsonElement golden = Golden.Read("sqlite_results.json");
        string path = _scratch["results.db"];
        foreach (JsonProperty table in golden.GetProperty("tables").EnumerateObject())
        {
            string[] columns = [.. table.Value.Items("columns").Select(column => column.GetString()!)];
            Insert(path, table.Name, columns, table.Value.Items("rows").Select(row => columns.Select(column => row.GetProperty(column))));
        }

        return (Experiment(golden.GetProperty("experiment").GetRawText()), path, golden);
    }

    private (ExperimentDescription Experiment, string Path, JsonElement Golden) Version1()
    {
        JsonElement golden = Golden.Read("migrations_and_collections.json").GetProperty("migration");
        JsonElement before = golden.GetProperty("before").GetProperty("results");
        string path = _scratch["results.db"];
        Insert(path, "results", [.. before.Items("columns").Select(column => column.GetString()!)], before.Items("rows").Select(row => row.EnumerateArray().AsEnumerable()));
        return (Experiment("""{"metaParameters": {"alpha": [0.1, 0.2], "name": ["PR", "ES"]}}"""), path, golden);
    }

    private static ExperimentDescription Experiment(string json) =>
        ExperimentDescription.Parse(json, options: new ExperimentOptions { Order = PermutationOrder.FirstPathFastest });

    private static void Insert(string path, string table, string[] columns, IEnumerable<IEnumerable<JsonElement>> rows)
    {
        Execute(path, $"CREATE TABLE {table} ({string.Join(", ", columns.Select(column => $"\"{column}\""))})");
        foreach (IEnumerable<JsonElement> row in rows)
            Execute(path, $"INSERT INTO {table} VALUES ({string.Join(", ", row.Select(Literal))})");
    }

    private static string Literal(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => $"'{value.GetString()}'",
        JsonValueKind.Null => "NULL",
        _ => value.GetRawText(),
    };

    // Ids are c0, c1, ... in the file, as the reference's are random.
    private static Dictionary<string, string> Row(JsonElement row) => row.EnumerateObject()
        .ToDictionary(cell => cell.Name, cell => cell.Name == "config_id" ? cell.Value.GetString()![1..] : Text(Value(cell.Value)));

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.Null => null,
        _ => value.GetString(),
    };

    private static List<Dictionary<string, string>> Rows(string path, string table)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table}";
        using SqliteDataReader reader = command.ExecuteReader();
        List<Dictionary<string, string>> rows = [];
        while (reader.Read())
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, column => Text(reader.GetValue(column))));
        return rows;
    }

    private static string Text(object? value) => value switch
    {
        long integer => ParameterValue.From((double)integer).Text.Replace(".0", "", StringComparison.Ordinal),
        double number => ParameterValue.From(number).Text.Replace(".0", "", StringComparison.Ordinal),
        null or DBNull => "",
        _ => value.ToString()!,
    };

    private static void Execute(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
