using Layg.Calibration;
using Shared.Tensors;

namespace Layg.Tests.Calibration;

public sealed class CalibrationReportTests
{
    [Test]
    public void Of_NormalErrors_FindsTheCoverageOfEachLevel()
    {
        // The truth scatters by 0.1 around 0; the emulator says 0 with two standard deviations.
        (TrainingSet test, _) = Scattered(20_000, _ => 0.1);
        CalibrationReport report = CalibrationReport.Of(new Levelled(_ => 0.2), test);
        report.Answered.Should().Be(20_000);
        report.RootMeanSquareError.Should().BeApproximately(0.1, 0.002);
        report.Levels.Select(level => level.Level).Should().Equal(0.6827, 0.9545);
        report.Levels[0].Coverage.Should().BeApproximately(0.6827, 0.01);
        report.Levels[1].Coverage.Should().BeApproximately(0.9545, 0.005);
        report.Levels[1].StandardError.Should().BeApproximately(Math.Sqrt(0.9545 * 0.0455 / 20_000), 1e-4);
        report.Levels[1].MeanError.Should().BeApproximately(0.2, 1e-12);
        report.LargestShortfall.Should().BeLessThan(0.01);
        report.ToString().Should().Contain("20000 of 20000").And.Contain("0.9545").And.Contain("centre, fifth 5 of 5");
    }

    [Test]
    public void Of_ErrorsTooSmallOutside_ShowsInTheOuterFifth()
    {
        (TrainingSet test, _) = Scattered(20_000, x => Math.Abs(x) > 1.5 ? 0.5 : 0.1);
        CalibrationReport report = CalibrationReport.Of(new Levelled(_ => 0.2), test);
        RegionCoverage[] byDistance = [.. report.Regions.Where(region => region.Name.StartsWith("centre", StringComparison.Ordinal))];
        byDistance.Should().HaveCount(5);
        byDistance[0].Coverage.Should().BeApproximately(0.9545, 0.02);
        byDistance[4].Coverage.Should().BeLessThan(0.6);
        byDistance[4].RootMeanSquareError.Should().BeGreaterThan(3 * byDistance[0].RootMeanSquareError);
        report.LargestShortfall.Should().BeGreaterThan(0.05);
    }

    [Test]
    public void Of_RegionsOfTheCaller_ReplaceTheFifths()
    {
        (TrainingSet test, _) = Scattered(1000, _ => 0.1);
        CalibrationReport report = CalibrationReport.Of(new Levelled(x => x < 0 ? 10 : 0.001), test, region: x => x[0] < 0 ? "left" : "right");
        report.Regions.Select(region => region.Name).Should().Equal("left", "right");
        report.Regions[0].Coverage.Should().Be(1);
        report.Regions[1].Coverage.Should().BeLessThan(0.1);
    }

    [Test]
    public void Of_RefusedPoints_AreCountedAndLeftOut()
    {
        (TrainingSet test, _) = Scattered(1000, _ => 0.1);
        CalibrationReport report = CalibrationReport.Of(new Levelled(x => x < 0 ? double.PositiveInfinity : 0.2), test);
        report.Points.Should().Be(1000);
        report.Answered.Should().BeInRange(400, 600);
        report.Regions.Sum(region => region.Points).Should().Be(2 * report.Answered);
    }

    [Test]
    public void Of_EmulatorWithoutLevels_ReportsItsErrorsAsTheyAre()
    {
        (TrainingSet test, FitContext context) = Scattered(1000, _ => 0.1);
        CalibrationReport report = CalibrationReport.Of(new FakeEmulator(0.1).Fit(test, test, context), test);
        report.Levels.Should().ContainSingle().Which.Level.Should().Be(double.NaN);
        report.Levels[0].Coverage.Should().BeApproximately(0.6827, 0.06);
    }

    [Test]
    public void Of_BadArguments_AreNamed()
    {
        (TrainingSet test, _) = Scattered(10, _ => 0.1);
        FluentActions.Invoking(() => CalibrationReport.Of(new Levelled(_ => 1), test, [1.5])).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*between 0 and 1*");
        FluentActions.Invoking(() => CalibrationReport.Of(new Levelled(_ => 1), test.Take(0))).Should().Throw<ArgumentException>().WithMessage("*at least one test point*");
    }

    private static (TrainingSet Test, FitContext Context) Scattered(int count, Func<double, double> deviation)
    {
        var random = new RandomStream(3);
        var x = new double[count];
        random.FillNormal(x);
        double[] y = [.. x.Select(v => deviation(v) * random.NextNormal())];
        return (new TrainingSet(x, y, 1, 1), new FitContext(random));
    }

    /// <summary>Says 0 with a given error at two standard deviations of a normal distribution.</summary>
    private sealed class Levelled(Func<double, double> error) : ICalibratedEmulator
    {
        public double DecisionLevel => 0.9545;

        public double ErrorScale(double level) => level < 0.9 ? 0.5 : 1;

        public double Predict(ReadOnlySpan<double> x, Span<double> y)
        {
            y.Clear();
            return error(x[0]);
        }
    }
}
