using Layg.Emulators.CholeskyKnn.Neighbours;

namespace Layg.Emulators.CholeskyKnn.Tests.Neighbours;

public sealed class NeighbourIndexTests
{
    [Test]
    public void Insert_AnyPoints_EveryPrefixEqualsFreshIndexAndBruteForce() => NearestCase.CheckAll(200, task =>
    {
        double[] points = task.Points;
        int dimension = task.Dimension;
        int start = task.Seed % (task.Count + 1);
        var snapshots = new List<NeighbourIndex> { NeighbourIndex.Build(points.AsSpan(0, start * dimension), dimension) };
        for (int i = start; i < task.Count; i++)
            snapshots.Add(snapshots[^1].Insert(points.AsSpan(i * dimension, dimension)));

        // Every snapshot is asked after all insertions are done.
        for (int s = 0; s < snapshots.Count; s += Math.Max(1, snapshots.Count / 7))
        {
            NeighbourIndex snapshot = snapshots[s];
            snapshot.Count.Should().Be(start + s);
            double[] known = points[..(snapshot.Count * dimension)];
            var fresh = NeighbourIndex.Build(known, dimension);
            foreach (double[] query in task.Queries)
            {
                (int[] indices, double[] distances) = Ask(snapshot, query, task.K);
                (int[] freshIndices, double[] freshDistances) = Ask(fresh, query, task.K);
                indices.Should().Equal(freshIndices);
                distances.Should().Equal(freshDistances);
                indices.Should().Equal(BruteForce.Nearest(known, dimension, query, task.K).Indices);
            }
        }
    });

    [Test]
    public void Insert_ManyPoints_MergesTreesAndStaysExact()
    {
        const int Count = 6000;
        double[] points = PointSets.Create(PointSets.Kind.Normal, Count, 2, 21);
        NeighbourIndex index = NeighbourIndex.Build([], 2);
        for (int i = 0; i < Count; i++)
        {
            index = index.Insert(points.AsSpan(i * 2, 2));
            if (i % 501 != 0)
                continue;
            double[] query = PointSets.Create(PointSets.Kind.Normal, 1, 2, i);
            (int[] expected, double[] expectedDistances) = BruteForce.Nearest(points.AsSpan(0, index.Count * 2), 2, query, 12);
            (int[] indices, double[] distances) = Ask(index, query, 12);
            indices.Should().Equal(expected);
            distances.Should().Equal(expectedDistances);
        }

        index.Count.Should().Be(Count);
        for (int i = 0; i < Count; i++)
            index.Point(i).SequenceEqual(points.AsSpan(i * 2, 2)).Should().BeTrue();
    }

    [TestCase(0)]
    [TestCase(10)]
    [TestCase(300)]
    [TestCase(511)]
    public void Insert_TwiceIntoOneSnapshot_GivesIndependentBranches(int common)
    {
        double[] points = PointSets.Create(PointSets.Kind.Normal, common, 2, 31);
        NeighbourIndex trunk = NeighbourIndex.Build([], 2);
        for (int i = 0; i < common; i++)
            trunk = trunk.Insert(points.AsSpan(i * 2, 2));

        NeighbourIndex left = trunk;
        NeighbourIndex right = trunk;
        for (int i = 0; i < 300; i++)
        {
            left = left.Insert([100 + i, 0]);
            right = right.Insert([-100 - i, 0]);
        }

        trunk.Count.Should().Be(common);
        left.Point(common).ToArray().Should().Equal(100, 0);
        right.Point(common).ToArray().Should().Equal(-100, 0);
        Ask(left, [100, 0], 1).Should().BeEquivalentTo((new[] { common }, new[] { 0.0 }));
        Ask(right, [-399, 0], 1).Should().BeEquivalentTo((new[] { common + 299 }, new[] { 0.0 }));
        Ask(left, [-399, 0], 1).Distances[0].Should().BeGreaterThan(200);
        if (common > 0)
            Ask(trunk, [100, 0], 1).Indices[0].Should().BeLessThan(common);
    }

    [Test]
    public void Insert_ConcurrentlyIntoOneSnapshot_EveryBranchKeepsItsOwnPoint()
    {
        double[] points = PointSets.Create(PointSets.Kind.Normal, 100, 1, 41);
        for (int round = 0; round < 50; round++)
        {
            NeighbourIndex trunk = NeighbourIndex.Build(points, 1);
            for (int i = 0; i < round; i++)
                trunk = trunk.Insert([i]);
            var branches = new NeighbourIndex[8];
            Parallel.For(0, branches.Length, b => branches[b] = trunk.Insert([1000.0 + b]));
            for (int b = 0; b < branches.Length; b++)
            {
                branches[b].Point(trunk.Count)[0].Should().Be(1000.0 + b);
                Ask(branches[b], [1000.0 + b], 1).Should().BeEquivalentTo((new[] { trunk.Count }, new[] { 0.0 }));
            }
        }
    }

    [Test]
    public async Task Nearest_ReadersDuringInserts_AnswerFromTheirSnapshot()
    {
        const int Count = 4000;
        double[] points = PointSets.Create(PointSets.Kind.Lattice, Count, 3, 51);
        NeighbourIndex latest = NeighbourIndex.Build([], 3);
        using var done = new CancellationTokenSource();
        Task<int>[] readers = [.. Enumerable.Range(0, 3).Select(reader => Task.Run(() =>
        {
            int asked = 0;
            while (!done.IsCancellationRequested)
            {
                NeighbourIndex snapshot = Volatile.Read(ref latest);
                double[] query = PointSets.Create(PointSets.Kind.Lattice, 1, 3, reader * 100_000 + asked);
                (int[] indices, double[] distances) = Ask(snapshot, query, 9);
                (int[] expected, double[] expectedDistances) = BruteForce.Nearest(points.AsSpan(0, snapshot.Count * 3), 3, query, 9);
                indices.Should().Equal(expected);
                distances.Should().Equal(expectedDistances);
                asked++;
            }

            return asked;
        }))];
        for (int i = 0; i < Count; i++)
        {
            Volatile.Write(ref latest, latest.Insert(points.AsSpan(i * 3, 3)));
            if (i % 100 == 0)
                await Task.Delay(1);
        }

        await done.CancelAsync();
        int[] counts = await Task.WhenAll(readers);
        counts.Sum().Should().BePositive();
        latest.Count.Should().Be(Count);
    }

    [Test]
    public void Nearest_TreesAndTail_AllocatesNothing()
    {
        NeighbourIndex index = NeighbourIndex.Build(PointSets.Create(PointSets.Kind.Normal, 2000, 3, 61), 3);
        for (int i = 0; i < 700; i++)
            index = index.Insert([i * 0.001, 0, 0]);
        int[] indices = new int[90];
        double[] distances = new double[90];
        double[] query = [0.1, 0.2, 0.3];
        Allocations.Of(() =>
        {
            for (int i = 0; i < 1000; i++)
                index.Nearest(query, indices, distances);
        }).Should().Be(0);
    }

    [Test]
    public void Insert_BadPoint_ThrowsAndLeavesIndexUsable()
    {
        NeighbourIndex index = NeighbourIndex.Build([0, 1], 2);
        Action wrongLength = () => index.Insert([1]);
        Action notFinite = () => index.Insert([double.NegativeInfinity, 1]);
        wrongLength.Should().Throw<ArgumentException>().WithParameterName("point");
        notFinite.Should().Throw<ArgumentException>().WithMessage("*component 0*").WithParameterName("point");
        index.Insert([3, 4]).Count.Should().Be(2);
    }

    [TestCase(-1)]
    [TestCase(2)]
    public void Point_OutOfRange_Throws(int number)
    {
        NeighbourIndex index = NeighbourIndex.Build([0, 1], 1);
        NeighbourIndex longer = index.Insert([2]);
        longer.Count.Should().Be(3);
        Action act = () => index.Point(number);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("index");
    }

    private static (int[] Indices, double[] Distances) Ask(NeighbourIndex index, double[] query, int k)
    {
        int[] indices = new int[k];
        double[] distances = new double[k];
        int found = index.Nearest(query, indices, distances);
        return (indices[..found], distances[..found]);
    }
}
