using EpidemicInference.Model;
using MathNet.Numerics.RootFinding;

namespace EpidemicInference.Tests.Model;

public sealed class SirModelTests
{
    [TestCase(1.73, 0.54)]
    [TestCase(3, 0.2)]
    [TestCase(0.4, 0.8)]
    public void Path_AnyRates_KeepsTheFirstIntegral(double beta, double gamma)
    {
        // s + i - ln(s)/R0 is constant along every solution; Runge-Kutta does not keep it by construction.
        SirState[] path = new SirModel(763, 1, 20).Path(beta, gamma, 14);
        double start = Invariant(path[0]);
        path.Max(state => Math.Abs(Invariant(state) - start)).Should().BeLessThan(1e-6);

        double Invariant(SirState state) =>
            state.Susceptible / 763 + state.Infected / 763 - gamma / beta * Math.Log(state.Susceptible / 763);
    }

    [TestCase(2)]
    [TestCase(3.5)]
    public void Path_LongAfterTheEpidemic_ReachesTheFinalSize(double reproduction)
    {
        // z = 1 - s0 exp(-R0 z), Kermack and McKendrick (1927).
        const double first = 1.0 / 763;
        double expected = Brent.FindRoot(z => 1 - (1 - first) * Math.Exp(-reproduction * z) - z, 0.01, 1, 1e-12);
        SirState last = new SirModel(763, 1, 20).Path(0.5 * reproduction, 0.5, 200)[^1];
        (1 - last.Susceptible / 763).Should().BeApproximately(expected, 1e-7);
        last.Infected.Should().BeLessThan(1e-3);
    }

    [Test]
    public void Path_EarlyOn_GrowsExponentially()
    {
        SirState[] path = new SirModel(1e9, 1, 20).Path(1.5, 0.5, 5);
        path[^1].Infected.Should().BeApproximately(Math.Exp(5), 1e-4);
    }

    [Test]
    public void LogLikelihood_StepHalved_MovesFarLessThanTheTolerance()
    {
        foreach ((double beta, double gamma) in new[] { (1.73, 0.54), (1.55, 0.4), (1.95, 0.7) })
        {
            double coarse = Likelihood(EpidemicModel.StepsPerDay, beta, gamma);
            double fine = Likelihood(2 * EpidemicModel.StepsPerDay, beta, gamma);
            coarse.Should().BeApproximately(fine, 1e-6);
            coarse.Should().NotBe(fine);
        }

        static double Likelihood(int stepsPerDay, double beta, double gamma)
        {
            var infected = new double[SchoolOutbreak.Days];
            new SirModel(SchoolOutbreak.Population, 1, stepsPerDay).InfectedPerDay(beta, gamma, infected);
            return infected.Select((mean, day) => CountLikelihood.LogNegativeBinomial(SchoolOutbreak.InBed[day], mean, 10)).Sum();
        }
    }

    [Test]
    public void InfectedPerDay_FourthOrderMethod_ErrorFallsSixteenfold()
    {
        double exact = Peak(640);
        double ratio = (Peak(5) - exact) / (Peak(10) - exact);
        ratio.Should().BeInRange(12, 20);

        static double Peak(int stepsPerDay)
        {
            var infected = new double[6];
            new SirModel(763, 1, stepsPerDay).InfectedPerDay(1.73, 0.54, infected);
            return infected[5];
        }
    }

    [Test]
    public void InfectedPerDay_SameModel_AgreesWithPath()
    {
        var model = new SirModel(763, 1, 20);
        var infected = new double[14];
        model.InfectedPerDay(1.7, 0.5, infected);
        SirState[] path = model.Path(1.7, 0.5, 14);
        for (int day = 1; day <= 14; day++)
        {
            path[day * 20].Day.Should().Be(day);
            infected[day - 1].Should().Be(path[day * 20].Infected);
        }
    }

    [TestCase(0, 1, 1)]
    [TestCase(763, 763, 1)]
    [TestCase(763, 0, 1)]
    [TestCase(763, 1, 0)]
    public void Constructor_Nonsense_Throws(double population, double infected, int steps)
    {
        Action create = () => _ = new SirModel(population, infected, steps);
        create.Should().Throw<ArgumentOutOfRangeException>();
    }
}
