using System.Text.Json;
using Layg.Sampling;

namespace Layg.Tests.Sampling;

/// <summary>
/// Long runs of the stretch move against recorded ones and closed forms. Tolerances: acceptance 0.01, 0.03 on the curved valley;
/// moments five standard deviations of their Monte-Carlo error.
/// </summary>
public sealed class SamplerTargetTests
{
    private const int BurnIn = 2000;
    private const double Sigmas = 5;

    private static IEnumerable<TestCaseData> Rows()
    {
        yield return new TestCaseData(0, Targets.Normal(2, 0.5), new[] { 0.0, 0 }, new[] { 0.5, 0.5 }).SetArgDisplayNames("exp(-x.x)");
        yield return new TestCaseData(1, Targets.Normal(5), new double[5], Ones(5)).SetArgDisplayNames("normal 5-d");
        yield return new TestCaseData(2, Targets.Normal(10), new double[10], Ones(10)).SetArgDisplayNames("normal 10-d");
        yield return new TestCaseData(3, Targets.Correlated(), new[] { 0.0, 0 }, new[] { 1.0, 10000 }).SetArgDisplayNames("correlated");
        // x ~ N(1, 10) and y | x ~ N(x², 0.1): E y = 11, Var y = 2·10² + 4·10 + 0.1.
        yield return new TestCaseData(4, Targets.Rosenbrock(), new[] { 1.0, 11 }, new[] { 10, 240.1 }).SetArgDisplayNames("valley");
    }

    [TestCaseSource(nameof(Rows))]
    public void Run_Target_AcceptanceAndMomentsMatch(int row, ILogDensity density, double[] mean, double[] variance)
    {
        JsonElement golden = Golden.Read("sampler_targets.json").GetProperty("targets")[row];
        int walkers = golden.GetProperty("walkers").GetInt32();

        Chain chain = Sample(density, walkers, steps: 22_000, seed: 1);

        chain.AcceptanceFraction.Should().BeApproximately(golden.GetProperty("acceptance_mean").GetDouble(), row == 4 ? 0.03 : 0.01);
        double tau = golden.GetProperty("tau_mean").Numbers().Max();
        double samples = walkers * (chain.Steps - BurnIn) / tau;
        SampleSet set = chain.Flatten(BurnIn);
        double[] sampleMean = set.Mean();
        double[,] covariance = set.Covariance();
        for (int i = 0; i < density.Dimension; i++)
        {
            sampleMean[i].Should().BeApproximately(mean[i], Sigmas * Math.Sqrt(variance[i] / samples));
            // In the valley the squares decorrelate more slowly than tau says, so that the variance has no such simple error.
            if (row < 4)
                covariance[i, i].Should().BeApproximately(variance[i], Sigmas * variance[i] * Math.Sqrt(2 / samples));
        }
    }

    [TestCaseSource(nameof(Rows))]
    [Category("Long")]
    public void Run_ThreeSeedsOfTwentyThousandSteps_AcceptanceAndTimeMatch(int row, ILogDensity density, double[] mean, double[] variance)
    {
        JsonElement golden = Golden.Read("sampler_targets.json").GetProperty("targets")[row];
        int walkers = golden.GetProperty("walkers").GetInt32();
        double acceptance = 0, tau = 0, sampleMean = 0, sampleVariance = 0;
        for (long seed = 1; seed <= 3; seed++)
        {
            Chain chain = Sample(density, walkers, BurnIn + 20000, seed);
            acceptance += chain.AcceptanceFraction / 3;
            tau += chain.AutocorrelationTime(BurnIn).PerParameter.Average() / 3;
            sampleMean += chain.Flatten(BurnIn).Mean()[0] / 3;
            sampleVariance += chain.Flatten(BurnIn).Covariance()[0, 0] / 3;
        }

        double expectedTau = golden.GetProperty("tau_mean").Numbers().Average();
        acceptance.Should().BeApproximately(golden.GetProperty("acceptance_mean").GetDouble(), row == 4 ? 0.03 : 0.01);
        tau.Should().BeApproximately(expectedTau, (row == 4 ? 0.4 : 0.12) * expectedTau);
        double samples = 3 * walkers * 20000 / expectedTau;
        sampleMean.Should().BeApproximately(mean[0], Sigmas * Math.Sqrt(variance[0] / samples));
        // In the valley the squares decorrelate more slowly than tau says; the recorded run's own variance is 8.5 instead of 10.
        if (row < 4)
            sampleVariance.Should().BeApproximately(variance[0], Sigmas * variance[0] * Math.Sqrt(2 / samples));
    }

    [Test]
    public void Run_CorrelatedNormalInThreeDimensions_CovarianceMatches()
    {
        // Precision P = M Mᵀ with M lower triangular, so that the covariance is P⁻¹, worked out by hand.
        double[,] covariance = { { 1.5, 0.5, 0 }, { 0.5, 1.5, 1 }, { 0, 1, 2 } };
        double[,] precision = { { 0.8, -0.4, 0.2 }, { -0.4, 1.2, -0.6 }, { 0.2, -0.6, 0.8 } };
        double[] centre = [3, -2, 100];
        ILogDensity density = LogDensity.FromFunction(3, x =>
        {
            double sum = 0;
            for (int i = 0; i < 3; i++)
            {
                for (int j = 0; j < 3; j++)
                    sum += (x[i] - centre[i]) * precision[i, j] * (x[j] - centre[j]);
            }

            return -0.5 * sum;
        });
        double[][] start = EnsembleStart.Normal(20, centre, 1, new Shared.Tensors.RandomStream(3));

        Chain chain = new EnsembleSampler(density, new EnsembleOptions { Seed = 9 }).Run(start, 11000);

        SampleSet set = chain.Flatten(1000);
        double samples = chain.AutocorrelationTime(1000).EffectiveSampleSizes.Min();
        samples.Should().BeGreaterThan(2000);
        double[,] found = set.Covariance();
        double[] mean = set.Mean();
        for (int i = 0; i < 3; i++)
        {
            mean[i].Should().BeApproximately(centre[i], Sigmas * Math.Sqrt(covariance[i, i] / samples));
            for (int j = 0; j < 3; j++)
            {
                double error = Math.Sqrt((covariance[i, i] * covariance[j, j] + covariance[i, j] * covariance[i, j]) / samples);
                found[i, j].Should().BeApproximately(covariance[i, j], Sigmas * error);
            }
        }
    }

    private static Chain Sample(ILogDensity density, int walkers, int steps, long seed) =>
        new EnsembleSampler(density, new EnsembleOptions { Seed = seed }).Run(Targets.Start(walkers, density.Dimension, seed), steps);

    private static double[] Ones(int count) => [.. Enumerable.Repeat(1.0, count)];
}
