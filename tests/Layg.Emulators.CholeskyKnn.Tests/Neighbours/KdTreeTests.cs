using Layg.Emulators.CholeskyKnn.Neighbours;

namespace Layg.Emulators.CholeskyKnn.Tests.Neighbours;

public sealed class KdTreeTests
{
    [Test]
    public void Nearest_AnyPoints_EqualsBruteForce() => NearestCase.CheckAll(400, task =>
    {
        double[] points = task.Points;
        var tree = new KdTree(points, task.Dimension);
        foreach (double[] query in task.Queries)
        {
            int[] indices = new int[task.K];
            double[] distances = new double[task.K];
            int found = tree.Nearest(query, indices, distances);

            (int[] expectedIndices, double[] expectedDistances) = BruteForce.Nearest(points, task.Dimension, query, task.K);
            found.Should().Be(Math.Min(task.K, task.Count));
            indices[..found].Should().Equal(expectedIndices);
            distances[..found].Should().Equal(expectedDistances);
        }
    });

    [TestCase(1, 20000, 12)]
    [TestCase(2, 20000, 12)]
    [TestCase(3, 5000, 20)]
    [TestCase(8, 9000, 90)]
    [TestCase(12, 3000, 200)]
    public void Nearest_LargerSets_EqualsBruteForce(int dimension, int count, int k)
    {
        double[] points = PointSets.Create(PointSets.Kind.Normal, count, dimension, 5);
        var tree = new KdTree(points, dimension);
        for (int q = 0; q < 20; q++)
        {
            double[] query = PointSets.Create(PointSets.Kind.Normal, 1, dimension, 100 + q);
            int[] indices = new int[k];
            double[] distances = new double[k];
            tree.Nearest(query, indices, distances).Should().Be(k);
            (int[] expectedIndices, double[] expectedDistances) = BruteForce.Nearest(points, dimension, query, k);
            indices.Should().Equal(expectedIndices);
            distances.Should().Equal(expectedDistances);
        }
    }

    [Test]
    public void Nearest_AllPointsEqual_ReturnsLowestIndices()
    {
        double[] points = PointSets.Create(PointSets.Kind.Constant, 10_000, 3, 0);
        var tree = new KdTree(points, 3);
        int[] indices = new int[50];
        double[] distances = new double[50];
        tree.Nearest([0.25, 0.25, 1.25], indices, distances).Should().Be(50);
        indices.Should().Equal(Enumerable.Range(0, 50));
        distances.Should().OnlyContain(d => d == 1);
    }

    [Test]
    public void Nearest_LatticeWithManyTies_OrdersTiesByIndex()
    {
        double[] points = PointSets.Create(PointSets.Kind.Lattice, 4000, 2, 3);
        var tree = new KdTree(points, 2);
        int[] indices = new int[700];
        double[] distances = new double[700];
        tree.Nearest([1, 2], indices, distances);
        indices.Should().Equal(BruteForce.Nearest(points, 2, [1, 2], 700).Indices);
    }

    [Test]
    public void Nearest_DistancesThatOverflow_StillFindsEveryPoint()
    {
        var tree = new KdTree([1e300, -1e300, 0, 5e307], 1);
        int[] indices = new int[4];
        double[] distances = new double[4];
        tree.Nearest([-1.7e308], indices, distances).Should().Be(4);
        indices.Should().BeEquivalentTo([0, 1, 2, 3]);
        distances.Should().OnlyContain(d => double.IsPositiveInfinity(d));
    }

    [Test]
    public void Nearest_TinyDistancesThatUnderflow_OrdersByIndex()
    {
        double[] points = [.. Enumerable.Range(0, 100).Select(i => (100 - i) * 1e-200)];
        var tree = new KdTree(points, 1);
        int[] indices = new int[10];
        double[] distances = new double[10];
        tree.Nearest([0.0], indices, distances);
        indices.Should().Equal(Enumerable.Range(0, 10));
    }

    [Test]
    public void Nearest_FewerPointsThanAsked_LeavesRestOfOutputs()
    {
        var tree = new KdTree([0, 3, 1], 1);
        int[] indices = [-7, -7, -7, -7, -7];
        double[] distances = [9, 9, 9, 9, 9];
        tree.Nearest([0.9], indices, distances).Should().Be(3);
        indices.Should().Equal(2, 0, 1, -7, -7);
        distances[3..].Should().Equal(9, 9);
    }

    [Test]
    public void Constructor_Empty_FindsNothing()
    {
        var tree = new KdTree([], 4);
        tree.Count.Should().Be(0);
        tree.Dimension.Should().Be(4);
        tree.Nearest([1, 2, 3, 4], new int[3], new double[3]).Should().Be(0);
    }

    [Test]
    public void Constructor_CallerChangesPoints_TreeKeepsItsCopy()
    {
        double[] points = [0, 1, 2];
        var tree = new KdTree(points, 1);
        points.AsSpan().Fill(50);
        int[] indices = new int[1];
        double[] distances = new double[1];
        tree.Nearest([1.1], indices, distances);
        indices[0].Should().Be(1);
        distances[0].Should().BeApproximately(0.1, 1e-15);
    }

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    [TestCase(double.NegativeInfinity)]
    public void Constructor_NotFinite_NamesRowAndComponent(double bad)
    {
        Action act = () => _ = new KdTree([0, 1, 2, 3, 4, bad], 2);
        act.Should().Throw<ArgumentException>().WithMessage("*row 2, component 1*");
    }

    [Test]
    public void Constructor_PartialRow_Throws()
    {
        Action act = () => _ = new KdTree([0, 1, 2], 2);
        act.Should().Throw<ArgumentException>().WithMessage("*3 components*dimension, 2*");
    }

    [TestCase(0)]
    [TestCase(-1)]
    public void Constructor_BadDimension_Throws(int dimension)
    {
        Action act = () => _ = new KdTree([], dimension);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("dimension");
    }

    [Test]
    public void Nearest_BadArguments_Throw()
    {
        var tree = new KdTree([0, 1, 2, 3], 2);
        Action wrongLength = () => tree.Nearest([1], new int[1], new double[1]);
        Action notFinite = () => tree.Nearest([1, double.NaN], new int[1], new double[1]);
        Action outputs = () => tree.Nearest([1, 2], new int[1], new double[2]);
        wrongLength.Should().Throw<ArgumentException>().WithMessage("*1 components*have 2*").WithParameterName("query");
        notFinite.Should().Throw<ArgumentException>().WithMessage("*component 1 is NaN*").WithParameterName("query");
        outputs.Should().Throw<ArgumentException>().WithParameterName("distances");
    }

    [Test]
    public void Nearest_AfterWarmUp_AllocatesNothing()
    {
        double[] points = PointSets.Create(PointSets.Kind.Normal, 3000, 3, 1);
        var tree = new KdTree(points, 3);
        int[] indices = new int[20];
        double[] distances = new double[20];
        double[] query = [0.1, 0.2, 0.3];
        Allocations.Of(() =>
        {
            for (int i = 0; i < 1000; i++)
                tree.Nearest(query, indices, distances);
        }).Should().Be(0);
    }
}
