namespace Layg.Calibration.Tests;

public sealed class QuantilesTests
{
    private static readonly double[] Ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

    [TestCase(0.5, 6), TestCase(0.9, 10), TestCase(0.05, 1), TestCase(0.99, 10)]
    public void Conformal_TenValues_IsValueAtRank(double level, double expected) =>
        Quantiles.Conformal(Ten, level).Should().Be(expected);

    [TestCase(0.5, 5.5), TestCase(0.25, 3.25), TestCase(0.999, 9.991)]
    public void Interpolated_TenValues_LiesBetweenOrderStatistics(double level, double expected) =>
        Quantiles.Interpolated(Ten, level).Should().BeApproximately(expected, 1e-12);

    [Test]
    public void Interpolated_OneValue_IsThatValue() => Quantiles.Interpolated([3], 0.9).Should().Be(3);

    [TestCase(0), TestCase(1), TestCase(double.NaN)]
    public void Both_LevelOutOfRange_Throw(double level)
    {
        FluentActions.Invoking(() => Quantiles.Conformal(Ten, level)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("level");
        FluentActions.Invoking(() => Quantiles.Interpolated(Ten, level)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("level");
    }

    [Test]
    public void Both_NoValues_Throw()
    {
        FluentActions.Invoking(() => Quantiles.Conformal([], 0.5)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Quantiles.Interpolated([], 0.5)).Should().Throw<ArgumentException>();
    }
}
