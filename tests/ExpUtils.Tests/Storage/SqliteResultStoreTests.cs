using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace ExpUtils.Tests.Storage;

[TestFixture]
public sealed class SqliteResultStoreTests : ResultStoreContract
{
    private string Database => Path.Combine(Folder, "results.sqlite");

    [Test]
    public void Begin_WithContinue_KeepsWhatWasMeasured()
    {
        using IResultStore store = Open();
        ParameterSet parameters = ParameterSet.Parse("""{"a": 1}""");
        using (IRunWriter writer = store.Begin(parameters, 0))
            writer.Write("return", [0, 1, 2], [1, 2, 3]);
        using (IRunWriter writer = store.Begin(parameters, 0, RunStart.Continue))
        {
            writer.Write("return", [2, 3], [4, 5]);
            writer.Complete();
        }

        store.Read("return").Single().Values.Should().Equal(1, 2, 4, 5);
    }

    [Test]
    public void Open_WithTheExperiment_KeepsItsDocumentAndOrder()
    {
        ExperimentDescription experiment = ExperimentDescription.Parse("""{"metaParameters": {"a": [1, 2]}}""");
        SqliteResultStore.Open(Database, new SqliteStoreOptions { Experiment = experiment }).Dispose();
        Query("SELECT value FROM info ORDER BY name").Should().Equal("""{"metaParameters": {"a": [1, 2]}}""", "LastPathFastest");
    }

    [Test]
    public void Open_ReadOnly_ChangesNothing()
    {
        FluentActions.Invoking(() => SqliteResultStore.Open(Database, new SqliteStoreOptions { ReadOnly = true })).Should().Throw<ResultStoreException>().WithMessage("*no database*");
        using (IResultStore store = Open())
            Complete(store, ParameterSet.Parse("""{"a": 1}"""), 0, 1, 2);
        File.SetAttributes(Database, FileAttributes.ReadOnly);
        using SqliteResultStore readOnly = SqliteResultStore.Open(Database, new SqliteStoreOptions { ReadOnly = true });
        readOnly.Read("return").Single().Values.Should().Equal(1, 2);
        readOnly.Invoking(it => it.Begin(ParameterSet.Parse("{}"), 0)).Should().Throw<ResultStoreException>().WithMessage("*cannot be written*");
    }

    [Test]
    public void Open_OtherFiles_IsRefusedAndLeavesThemAlone()
    {
        File.WriteAllText(Database, new string('x', 5000));
        FluentActions.Invoking(Open).Should().Throw<ResultStoreException>().WithMessage("*no SQLite database*");
        File.ReadAllText(Database).Should().Be(new string('x', 5000));
        File.Delete(Database);
        Execute("CREATE TABLE orders (id)");
        byte[] before = File.ReadAllBytes(Database);
        FluentActions.Invoking(Open).Should().Throw<ResultStoreException>().WithMessage("*orders*");
        File.ReadAllBytes(Database).Should().Equal(before);
        FluentActions.Invoking(() => SqliteResultStore.Open(Folder)).Should().Throw<ResultStoreException>().WithMessage("*is a folder*");
        FluentActions.Invoking(() => SqliteResultStore.Open(Path.Combine(Folder, "none", "a.db"))).Should().Throw<ResultStoreException>().WithMessage("*no folder*");
        Execute("DROP TABLE orders; PRAGMA user_version = 99");
        FluentActions.Invoking(Open).Should().Throw<ResultStoreException>().WithMessage("*version 99*");
    }

    [Test]
    public void Read_DamagedPages_SaysSo()
    {
        using (IResultStore store = Open())
            Complete(store, ParameterSet.Parse("""{"a": 1}"""), 0, [.. Enumerable.Range(0, 50_000).Select(i => (double)i)]);
        byte[] bytes = File.ReadAllBytes(Database);
        Array.Fill(bytes, (byte)0xAB, bytes.Length / 3, bytes.Length / 3);
        File.WriteAllBytes(Database, bytes);
        Action read = () =>
        {
            using IResultStore store = Open();
            _ = store.Read("return").ToList();
        };
        read.Should().Throw<ResultStoreException>().WithMessage("*damaged*");
    }

    [Test]
    public void Write_WhileAnotherHoldsTheLock_FailsClearlyAndLosesNothing()
    {
        using SqliteResultStore store = SqliteResultStore.Open(Database, new SqliteStoreOptions { BusyTimeout = TimeSpan.FromMilliseconds(200) });
        using IRunWriter writer = store.Begin(ParameterSet.Parse("""{"a": 1}"""), 0);
        writer.Write("return", [0], [1]);
        using (SqliteConnection other = Connect())
        {
            Run(other, "BEGIN IMMEDIATE");
            long start = Stopwatch.GetTimestamp();
            writer.Invoking(it => it.Write("return", [1], [2])).Should().Throw<ResultStoreException>().WithMessage("*locked*BusyTimeout*");
            Stopwatch.GetElapsedTime(start).Should().BeLessThan(TimeSpan.FromSeconds(20));
            store.Runs().Should().HaveCount(1, "readers never wait");
            Run(other, "ROLLBACK");
        }

        writer.Write("return", [1], [2]);
        writer.Complete();
        store.Read("return").Single().Values.Should().Equal(1, 2);
    }

    [Test]
    public void Open_ByManyThreadsAtOnce_MakesOneSchema()
    {
        ParameterSet[] sets = [.. Enumerable.Range(0, 16).Select(i => ParameterSet.Parse($$"""{"a": {{i}}}"""))];
        Parallel.ForEach(sets, new ParallelOptions { MaxDegreeOfParallelism = 16 }, parameters =>
        {
            using IResultStore store = Open();
            Complete(store, parameters, 0, 1, 2, 3);
        });
        using IResultStore all = Open();
        all.Read("return").Should().HaveCount(16);
    }

    protected override IResultStore Open() => SqliteResultStore.Open(Database);

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        return connection;
    }

    private void Execute(string sql)
    {
        using SqliteConnection connection = Connect();
        Run(connection, sql);
    }

    private List<string> Query(string sql)
    {
        using SqliteConnection connection = Connect();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read())
            rows.Add(reader.GetString(0));
        return rows;
    }
}
