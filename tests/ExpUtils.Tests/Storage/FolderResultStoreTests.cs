namespace ExpUtils.Tests.Storage;

[TestFixture]
public sealed class FolderResultStoreTests : ResultStoreContract
{
    [Test]
    public void MergeInto_Twice_BringsEachRunOnce()
    {
        ParameterSet a = ParameterSet.Parse("""{"a": 1}""");
        ParameterSet b = ParameterSet.Parse("""{"a": 2}""");
        var folders = new FolderResultStore(Path.Combine(Folder, "runs"));
        Complete(folders, a, 0, 1, 2, double.NaN);
        Complete(folders, b, 0, 3);
        folders.Begin(b, 1).Dispose();
        using SqliteResultStore database = SqliteResultStore.Open(Path.Combine(Folder, "results.sqlite"));

        // As a merge that was interrupted leaves it.
        using (IRunWriter partial = database.Begin(a, 0))
            partial.Write("return", [0, 7], [99, 99]);
        folders.MergeInto(database).Should().Be(2);
        folders.MergeInto(database).Should().Be(0);
        database.Read("return").Select(run => string.Join(',', run.Values)).Should().BeEquivalentTo("1,2,NaN", "3");
        Complete(folders, b, 2, 4);
        folders.MergeInto(database).Should().Be(1);
        database.Runs().Should().HaveCount(3);
    }

    [Test]
    public void MergeInto_ADatabase_KeepsWhenAndWhereRunsWereDone()
    {
        var clock = new FixedClock(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)));
        var folders = new FolderResultStore(Path.Combine(Folder, "runs"), clock);
        ParameterSet parameters = ParameterSet.Parse("""{"a": 1}""");
        Complete(folders, parameters, 0, 1, 2);
        string file = Path.Combine(folders.FolderOf(parameters, 0), "run.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace(Environment.MachineName, "node7", StringComparison.Ordinal));
        using SqliteResultStore database = SqliteResultStore.Open(Path.Combine(Folder, "results.sqlite"));
        folders.MergeInto(database);
        database.Runs().Single().Should().BeEquivalentTo(new { Started = clock.Now, Finished = clock.Now, Host = "node7", Status = StoredRunStatus.Completed });
    }

    [Test]
    public void MergeInto_RunsDoneAgain_BringsThemAgain([Values] bool isDatabase)
    {
        var clock = new FixedClock(TimeProvider.System.GetUtcNow());
        var folders = new FolderResultStore(Path.Combine(Folder, "runs"), clock);
        ParameterSet parameters = ParameterSet.Parse("""{"a": 1}""");
        Complete(folders, parameters, 0, 1, 2, 3);
        using IResultStore target = isDatabase ? SqliteResultStore.Open(Path.Combine(Folder, "results.sqlite")) : new FolderResultStore(Path.Combine(Folder, "copy"));
        folders.MergeInto(target).Should().Be(1);
        clock.Now += TimeSpan.FromHours(1);
        using (IRunWriter again = folders.Begin(parameters, 0, RunStart.Replace))
        {
            again.Write("return", 0, 9);
            folders.MergeInto(target).Should().Be(0, "what is not complete does not replace what was");
            again.Complete();
        }

        folders.MergeInto(target).Should().Be(1);
        target.Read("return").Single().Values.Should().Equal(9);
    }

    [Test]
    public void Write_FramesInAnyOrder_SortsThemAndTheLastCounts()
    {
        using IResultStore store = Open();
        ParameterSet parameters = ParameterSet.Parse("""{"a": 1}""");
        using (IRunWriter writer = store.Begin(parameters, 0))
        {
            writer.Write("return", [5, 1, 3], [50, 10, 30]);
            writer.Write("return", [1, 2], [11, 20]);
            writer.Complete();
        }

        RunSeries series = store.Read("return").Single();
        series.Frames.Should().Equal(1, 2, 3, 5);
        series.Values.Should().Equal(11, 20, 30, 50);
    }

    [Test]
    public void Read_DamagedRun_NamesItsFolder()
    {
        using IResultStore store = Open();
        ParameterSet parameters = ParameterSet.Parse("""{"a": 1}""");
        Complete(store, parameters, 0, 1);
        string folder = ((FolderResultStore)store).FolderOf(parameters, 0);
        File.WriteAllText(Path.Combine(folder, "measurements.npz"), "PK nonsense");
        store.Invoking(it => it.Read("return").ToList()).Should().Throw<ResultStoreException>().WithMessage($"*{Path.GetFileName(folder)}*");
        File.WriteAllText(Path.Combine(folder, "run.json"), "{");
        store.Invoking(it => it.Runs()).Should().Throw<ResultStoreException>().WithMessage($"*{Path.GetFileName(folder)}*");
    }

    protected override IResultStore Open() => new FolderResultStore(Path.Combine(Folder, "runs"));

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
