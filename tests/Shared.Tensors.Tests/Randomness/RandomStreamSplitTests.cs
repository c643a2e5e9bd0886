namespace Shared.Tensors.Tests.Randomness;

public sealed class RandomStreamSplitTests
{
    [Test]
    public void Split_AfterDraws_GivesTheSameStream()
    {
        var stream = new RandomStream(3);
        ulong expected = stream.Split("worker", 5).NextUInt64();
        for (int i = 0; i < 10; i++)
        {
            stream.NextUInt64();
            stream.Split("worker", 5).NextUInt64().Should().Be(expected);
        }
    }

    [Test]
    public void Split_DoesNotMoveTheParent()
    {
        var stream = new RandomStream(3);
        stream.Split("worker");
        stream.State.Should().Be(new RandomStream(3).State);
    }

    [Test]
    public void Split_HundredThousandTimes_NeverGivesAKeyTwice()
    {
        var root = new RandomStream(0);
        var keys = new HashSet<(ulong, ulong)>();
        var firstWords = new HashSet<ulong>();
        for (int i = 0; i < 100_000; i++)
        {
            RandomStream child = root.Split(i % 2 == 0 ? "even" : "odd", i / 2 - 100);
            keys.Add((child.State.Key0, child.State.Key1)).Should().BeTrue();
            firstWords.Add(child.NextUInt64()).Should().BeTrue();
        }
    }

    [Test]
    public void Split_LabelsIndicesSeedsAndOrder_AllMatter()
    {
        RandomStream[] streams =
        [
            new(1), new(2), new RandomStream(1).Split("a"), new RandomStream(1).Split("b"), new RandomStream(1).Split(""),
            new RandomStream(1).Split("a", 1), new RandomStream(1).Split("a", -1), new RandomStream(2).Split("a"),
            new RandomStream(1).Split("a").Split("b"), new RandomStream(1).Split("b").Split("a"), new RandomStream(1).Split("ab"),
            new RandomStream(1).Split(new string('x', 10_000)),
        ];

        streams.Select(stream => stream.NextUInt64()).Distinct().Should().HaveCount(streams.Length);
    }

    [Test]
    public void Split_Neighbours_AreUncorrelated()
    {
        const int Count = 20_000;
        var root = new RandomStream(8);
        double[] parent = new double[Count];
        root.FillNormal(parent);
        double[][] children = [.. Enumerable.Range(0, 8).Select(i =>
        {
            double[] values = new double[Count];
            root.Split("child", i).FillNormal(values);
            return values;
        }), parent];

        // 36 correlations of standard error 1/sqrt(n): 4.5 of them leaves a chance of 1 in 4000 over all.
        for (int left = 0; left < children.Length; left++)
        {
            for (int right = 0; right < left; right++)
                Correlation(children[left], children[right]).Should().BeInRange(-4.5 / Math.Sqrt(Count), 4.5 / Math.Sqrt(Count));
        }

        // The first draws of many streams, in the order of their index, must look like one stream, too.
        double[] first = [.. Enumerable.Range(0, Count + 1).Select(i => root.Split("child", i).NextNormal())];
        Correlation(first[1..], first[..^1]).Should().BeInRange(-4.5 / Math.Sqrt(Count), 4.5 / Math.Sqrt(Count));
    }

    [Test]
    public void Split_FromManyThreads_GivesTheSame()
    {
        var root = new RandomStream(21);
        ulong[] expected = [.. Enumerable.Range(0, 2000).Select(i => root.Split(i % 3 == 0 ? "a" : "b", i).NextUInt64())];
        ulong[] actual = new ulong[expected.Length];

        Parallel.For(0, expected.Length, i => actual[i] = root.Split(i % 3 == 0 ? "a" : "b", i).NextUInt64());

        actual.Should().Equal(expected);
    }

    private static double Correlation(double[] left, double[] right) => MathNet.Numerics.Statistics.Correlation.Pearson(left, right);
}
