using Layg.Sampling;
using Shared.Tensors;

namespace Layg.Tests.Sampling;

public sealed class ConvergenceTests
{
    // The expected numbers were worked out by a separate program straight from the paper's formulas.
    [Test]
    public void RHat_DriftingSeries_MatchesTheReference()
    {
        double[] series = Series(41, 3, (step, walker) => Math.Sin(7.3 * step * step + walker) * (1 + 0.2 * walker) + 0.01 * step);

        Convergence.RHat(series, 3).Should().BeApproximately(1.0239308918763053, 1e-10);
    }

    [Test]
    public void RHat_TiedSeriesWithOneWideWalker_MatchesTheReference()
    {
        double[] series = Series(30, 4, (step, walker) => Math.Round(2 * Math.Sin(1.7 * step * step + walker), MidpointRounding.ToEven) * (walker == 2 ? 4 : 1));

        Convergence.RHat(series, 4).Should().BeApproximately(1.3473716128911808, 1e-10);
    }

    [Test]
    public void RHat_IndependentNumbers_IsNearOne() => Convergence.RHat(Normals((_, _) => 0, (_, _) => 1), 8).Should().BeApproximately(1, 0.005);

    [Test]
    public void RHat_OneWalkerElsewhere_IsLarge() => Convergence.RHat(Normals((_, walker) => walker == 0 ? 3 : 0, (_, _) => 1), 8).Should().BeGreaterThan(1.1);

    [Test]
    public void RHat_OneWalkerOfAnotherWidth_IsLarge() => Convergence.RHat(Normals((_, _) => 0, (_, walker) => walker == 0 ? 0.05 : 1), 8).Should().BeGreaterThan(1.05);

    [Test]
    public void RHat_AllWalkersDriftTogether_IsLarge() => Convergence.RHat(Normals((step, _) => step / 500.0, (_, _) => 1), 8).Should().BeGreaterThan(1.1);

    [Test]
    public void RHat_TooShortOrConstant_IsNaN()
    {
        Convergence.RHat([1, 2, 3], 1).Should().Be(double.NaN);
        Convergence.RHat([1, 1, 1, 1, 1, 1, 1, 1], 2).Should().Be(double.NaN);
    }

    [Test]
    public void RHat_BadArguments_AreNamed()
    {
        FluentActions.Invoking(() => Convergence.RHat([1, 2, 3], 2)).Should().Throw<ArgumentException>().WithParameterName("series");
        FluentActions.Invoking(() => Convergence.RHat([1, 2, 3], 0)).Should().Throw<ArgumentException>().WithParameterName("walkers");
    }

    private static double[] Normals(Func<int, int, double> mean, Func<int, int, double> standardDeviation)
    {
        var random = new RandomStream(2);
        return Series(1000, 8, (step, walker) => random.NextNormal(mean(step, walker), standardDeviation(step, walker)));
    }

    private static double[] Series(int steps, int walkers, Func<int, int, double> value) =>
        [.. Enumerable.Range(0, steps * walkers).Select(i => value(i / walkers, i % walkers))];
}
