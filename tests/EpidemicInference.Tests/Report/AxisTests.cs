
namespace EpidemicInference.Tests.Report;

public sealed class AxisTests
{
    [Test]
    public void Ticks_LinearAxis_AreRoundAndInside()
    {
        var axis = new Axis(0.37, 0.73, 0, 100);
        axis.Ticks(4).Select(tick => tick.Label).Should().Equal("0.4", "0.5", "0.6", "0.7");
    }

    [Test]
    public void Ticks_LogarithmicAxis_ArePowersOfTen()
    {
        var axis = new Axis(1e-5, 1, 0, 100, Logarithmic: true);
        axis.Ticks(8).Select(tick => tick.Label).Should().Equal("10⁻⁵", "10⁻⁴", "0.001", "0.01", "0.1", "1");
        axis.Map(1e-5).Should().BeApproximately(0, 1e-9);
        axis.Map(1e-3).Should().BeApproximately(40, 1e-9);
    }

    [Test]
    public void Map_FallingPixels_RunsBackwards() => new Axis(0, 10, 200, 100).Map(2.5).Should().BeApproximately(175, 1e-9);
}
