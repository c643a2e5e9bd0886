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
}
