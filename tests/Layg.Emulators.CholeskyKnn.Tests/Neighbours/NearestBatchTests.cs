using Layg.Emulators.CholeskyKnn.Neighbours;

namespace Layg.Emulators.CholeskyKnn.Tests.Neighbours;

public sealed class NearestBatchTests
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(-1)]
    public void NearestBatch_AnyThreads_EqualsSingleQueries(int threads)
    {
        const int K = 7;
        double[] points = PointSets.Create(PointSets.Kind.Duplicates, 5000, 3, 11);
        double[] queries = PointSets.Create(PointSets.Kind.Normal, 1500, 3, 12);
        var tree = new KdTree(points, 3);
        int[] indices = new int[1500 * K];
        double[] distances = new double[1500 * K];
        tree.NearestBatch(queries, K, indices, distances, threads);

        int[] expectedIndices = new int[1500 * K];
        double[] expectedDistances = new double[1500 * K];
        for (int q = 0; q < 1500; q++)
            tree.Nearest(queries.AsSpan(q * 3, 3), expectedIndices.AsSpan(q * K, K), expectedDistances.AsSpan(q * K, K));
        indices.Should().Equal(expectedIndices);
        distances.Should().Equal(expectedDistances);
    }

    [TestCase(0)]
    [TestCase(3)]
    public void NearestBatch_FewerPointsThanAsked_PadsRows(int count)
    {
        var index = NeighbourIndex.Build(Enumerable.Range(0, count).Select(i => (double)i).ToArray(), 1);
        int[] indices = new int[2 * 5];
        double[] distances = new double[2 * 5];
        index.NearestBatch([0.1, 1.9], 5, indices, distances);
        for (int row = 0; row < 2; row++)
        {
            indices.AsSpan(row * 5, count).ToArray().Should().NotContain(-1);
            indices.AsSpan(row * 5 + count, 5 - count).ToArray().Should().OnlyContain(i => i == -1);
            distances.AsSpan(row * 5 + count, 5 - count).ToArray().Should().OnlyContain(d => double.IsPositiveInfinity(d));
        }
    }

    [Test]
    public void NearestBatch_NoQueriesOrNoNeighbours_DoesNothing()
    {
        var tree = new KdTree([0, 1], 1);
        tree.NearestBatch([], 3, [], []);
        tree.NearestBatch([1, 2], 0, [], []);
    }

    [Test]
    public void NearestBatch_BadArguments_Throw()
    {
        var tree = new KdTree([0, 1, 2, 3], 2);
        Action negative = () => tree.NearestBatch([1, 2], -1, [], []);
        Action threads = () => tree.NearestBatch([1, 2], 1, new int[1], new double[1], 0);
        Action partialRow = () => tree.NearestBatch([1, 2, 3], 1, new int[1], new double[1]);
        Action notFinite = () => tree.NearestBatch([1, 2, double.NaN, 1], 1, new int[2], new double[2]);
        Action indices = () => tree.NearestBatch([1, 2], 2, new int[1], new double[2]);
        Action distances = () => tree.NearestBatch([1, 2], 2, new int[2], new double[1]);
        negative.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("k");
        threads.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("maxDegreeOfParallelism");
        partialRow.Should().Throw<ArgumentException>().WithParameterName("queries");
        notFinite.Should().Throw<ArgumentException>().WithMessage("*row 1, component 0*").WithParameterName("queries");
        indices.Should().Throw<ArgumentException>().WithParameterName("indices");
        distances.Should().Throw<ArgumentException>().WithParameterName("distances");
    }
}
