using Lagom.Evolution.Schedules;

namespace Lagom.Evolution.Tests.Schedules;

[TestFixture]
internal sealed class ScheduleTests
{
    [TestCase(0, 0.1)]
    [TestCase(1, 0.1)]
    [TestCase(2, 0.05)]
    [TestCase(3, 0)]
    [TestCase(100, 0)]
    public void LinearAt_StartsLateAndStays(long generation, double expected) =>
        new LinearSchedule(0.1, 0, 2, 1).At(generation).Should().BeApproximately(expected, 1e-15);

    [TestCase(0, 2)]
    [TestCase(5, 1.5)]
    [TestCase(10, 1)]
    [TestCase(11, 1)]
    public void CosineAt_HalfWave(long generation, double expected) =>
        new CosineSchedule(2, 1, 10).At(generation).Should().BeApproximately(expected, 1e-15);

    [TestCase(0, 8)]
    [TestCase(2, 2)]
    [TestCase(9, 1)]
    public void ExponentialAt_FallsToTheFloor(long generation, double expected) => new ExponentialSchedule(8, 0.5, 1).At(generation).Should().Be(expected);

    [Test]
    public void Conversion_Number_IsConstant()
    {
        Schedule schedule = 0.25;
        schedule.Should().Be(new ConstantSchedule(0.25));
        schedule.At(1000).Should().Be(0.25);
    }

    [Test]
    public void Constructors_BadNumbers_NameTheParameter()
    {
        ((Action)(() => _ = new LinearSchedule(double.NaN, 0, 1))).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("Initial");
        ((Action)(() => _ = new LinearSchedule(1, 0, 0))).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("Generations");
        ((Action)(() => _ = new LinearSchedule(1, 0, 1, -1))).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("Start");
        ((Action)(() => _ = new ExponentialSchedule(1, 0))).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("Factor");
        ((Action)(() => _ = new CosineSchedule(1, double.PositiveInfinity, 3))).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("Final");
        ((Action)(() => _ = (Schedule)double.NaN)).Should().Throw<ArgumentOutOfRangeException>();
    }
}
