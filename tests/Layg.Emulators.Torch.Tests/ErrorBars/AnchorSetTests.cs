using Shared.Tensors;

namespace Layg.Emulators.Torch.Tests;

public sealed class AnchorSetTests
{
    [Test]
    public void MeanDistance_GoldenPoints_IsTheIntendedMeanOfTheNearest()
    {
        var golden = Golden.Read("nn_distance.json");
        double[][] points = golden.GetProperty("x_train").Rows();
        AnchorSet anchors = new([.. points.SelectMany(point => point)], points[0].Length);

        anchors.Neighbours.Should().Be(golden.GetProperty("m").GetInt32());
        anchors.MeanDistance(golden.GetProperty("q").Numbers()).Should().BeApproximately(golden.Number("intended_mean"), 1e-13);
    }

    [TestCase(1, 1)]
    [TestCase(3, 2)]
    [TestCase(100, 3)]
    [TestCase(1023, 5)]
    public void MeanDistance_RandomPoints_IsThatOfASort(int count, int rank)
    {
        double[] points = TestFunctions.Normal(count, rank, 1);
        AnchorSet anchors = new(points, rank);
        foreach (double[] query in TestFunctions.Normal(20, rank, 2).Chunk(rank))
        {
            double expected = points.Chunk(rank)
                .Select(point => Math.Sqrt(point.Zip(query, (a, b) => (a - b) * (a - b)).Sum()))
                .Order()
                .Take(Math.Min(2 * rank, count))
                .Average();
            anchors.MeanDistance(query).Should().BeApproximately(expected, 1e-12);
        }

        anchors.Points().Order().Should().Equal(points.Order());
    }

    [Test]
    public void Of_ManyPoints_KeepsARandomPart()
    {
        double[] points = TestFunctions.Normal(3000, 2, 1);

        AnchorSet anchors = AnchorSet.Of(points, 2, new RandomStream(1));

        anchors.Count.Should().Be(AnchorSet.Largest);
        anchors.Points().Should().BeSubsetOf(points);
    }
}
