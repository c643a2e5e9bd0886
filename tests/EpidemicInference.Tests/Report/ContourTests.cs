using Shared.Tensors;

namespace EpidemicInference.Tests.Report;

public sealed class ContourTests
{
    [Test]
    public void Trace_OneHighCell_IsADiamondAroundIt()
    {
        var values = new double[3, 3];
        values[1, 1] = 1;
        var loops = ContourTracer.Trace(values, 0.5);
        loops.Should().ContainSingle();
        loops[0].Should().BeEquivalentTo(new[] { (0.5, 1.0), (1.0, 0.5), (1.5, 1.0), (1.0, 1.5) });
    }

    [Test]
    public void Trace_HighCellsAtTheBorder_StillCloses()
    {
        var loops = ContourTracer.Trace(new double[,] { { 1, 1 }, { 1, 1 } }, 0.5);
        loops.Should().ContainSingle();
        loops[0].Should().HaveCount(8);
    }

    [Test]
    public void Trace_RingOfHighCells_HasAnOuterAndAnInnerLine()
    {
        var values = new double[5, 5];
        for (int i = 1; i <= 3; i++)
        {
            for (int j = 1; j <= 3; j++)
                values[i, j] = i == 2 && j == 2 ? 0 : 1;
        }

        ContourTracer.Trace(values, 0.5).Should().HaveCount(2);
    }

    [TestCase(0.5, 1.1774)]
    [TestCase(0.95, 2.4477)]
    public void Region_NormalSamples_HasTheRadiusOfItsShare(double share, double radius)
    {
        // A standard normal in two dimensions holds the share 1 - exp(-r²/2) within r.
        var random = new RandomStream(11);
        var xs = new double[100_000];
        var ys = new double[100_000];
        random.FillNormal(xs);
        random.FillNormal(ys);
        var loop = new DensityGrid(xs, ys, (-5, 5), (-5, 5)).Region(share).MaxBy(line => line.Count)!;
        loop.Average(point => Math.Sqrt(point.X * point.X + point.Y * point.Y)).Should().BeApproximately(radius, 0.12);
    }
}
