namespace Layg.Sharing.Tests;

public sealed class SqlitePointStoreTests
{
    private string _folder = "";

    private string File => Path.Combine(_folder, "points.sqlite");

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("layg-sharing").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void ReadAfter_PointsOfAnother_ComeOnceInOrderWithEveryBit()
    {
        using var one = SqlitePointStore.Open(File, 2, 1);
        using var other = SqlitePointStore.Open(File, 2, 1);
        one.Add([Math.PI, 1e-300], [-0.1]).Should().BeTrue();
        one.Add([2, 3], [4]).Should().BeTrue();
        one.ReadAfter(0, 10).Should().BeEmpty("these are its own");
        IReadOnlyList<SharedPoint> first = other.ReadAfter(0, 1);
        first.Should().ContainSingle().Which.X.Should().Equal(Math.PI, 1e-300);
        IReadOnlyList<SharedPoint> rest = other.ReadAfter(first[0].Position, 10);
        rest.Should().ContainSingle().Which.Y.Should().Equal(4);
        other.ReadAfter(rest[0].Position, 10).Should().BeEmpty();
    }

    [Test]
    public void Add_SameInput_KeepsTheFirst()
    {
        using var one = SqlitePointStore.Open(File, 1, 1);
        using var other = SqlitePointStore.Open(File, 1, 1);
        one.Add([0], [1]).Should().BeTrue();
        other.Add([-0.0], [2]).Should().BeFalse();
        one.Count.Should().Be(1);
        other.ReadAfter(0, 10)[0].Y.Should().Equal(1);
    }

    [Test]
    public void Open_Again_HasEverythingIncludingItsOwnEarlierPoints()
    {
        using (var first = SqlitePointStore.Open(File, 1, 2))
            first.Add([1], [2, 3]);
        using var second = SqlitePointStore.Open(File, 1, 2);
        second.ReadAfter(0, 10).Should().ContainSingle().Which.Y.Should().Equal(2, 3);
    }

    [Test]
    public void Open_OtherFunctionOrDimension_IsRefused()
    {
        SqlitePointStore.Open(File, 2, 1, "old data").Dispose();
        FluentActions.Invoking(() => SqlitePointStore.Open(File, 2, 1, "new data")).Should().Throw<InvalidDataException>().WithMessage("*'old data'*'new data'*");
        FluentActions.Invoking(() => SqlitePointStore.Open(File, 3, 1, "old data")).Should().Throw<InvalidDataException>().WithMessage("*2 to 1*3 to 1*");
    }

    [Test]
    public void Open_NotAStore_IsRefused()
    {
        System.IO.File.WriteAllText(File, new string('x', 5000));
        FluentActions.Invoking(() => SqlitePointStore.Open(File, 1, 1)).Should().Throw<InvalidDataException>().WithMessage("*no shared store*");
        FluentActions.Invoking(() => SqlitePointStore.Open(Path.Combine(_folder, "no", "folder"), 1, 1)).Should().Throw<IOException>();
    }

    [Test]
    public void Add_BadNumbers_AreNamed()
    {
        using var store = SqlitePointStore.Open(File, 2, 1);
        store.Invoking(s => s.Add([1], [1])).Should().Throw<ArgumentException>().WithMessage("*x has 1 numbers*holds 2*");
        store.Invoking(s => s.Add([1, 2], [double.NaN])).Should().Throw<ArgumentException>().WithMessage("*Component 0 of y is NaN*");
    }

    [Test]
    public void Count_ManyThreads_IsThatOfSomeMoment()
    {
        using var store = SqlitePointStore.Open(File, 1, 1);
        store.Add([1], [1]);
        Parallel.For(0, 20_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ => store.Count.Should().Be(1));
    }

    [Test]
    public void Add_ManyThreads_StoresEveryInputOnce()
    {
        using var one = SqlitePointStore.Open(File, 1, 1);
        using var other = SqlitePointStore.Open(File, 1, 1);
        int added = 0;
        Parallel.For(0, 2000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            if ((i % 2 == 0 ? one : other).Add([i / 4], [i / 4]))
                Interlocked.Increment(ref added);
        });
        added.Should().Be(500);
        one.Count.Should().Be(500);
    }
}
