using Layg.Sampling;
using Shared.Tensors;

namespace Layg.Emulators.CholeskyKnn.Tests.EndToEnd;

/// <summary>
/// The MCMC example of the Python package: f = -x.x in two dimensions, 20 walkers, 1000 steps. The original emulates 42 % of its calls
/// at tolerance 2, none at 0.05, and 2 of 20 runs walk away on extrapolated values.
/// </summary>
public sealed class McmcExampleTests
{
    private const int Walkers = 20;
    private const int Steps = 1000;
    private const int BurnIn = 200;
    private const int Seeds = 20;

    [Test]
    public void Run_TwentySeeds_EmulatesNearlyEverythingAndNeverGoesWrong([Values(2, 0.5, 0.05)] double tolerance)
    {
        var emulated = new double[Seeds];
        var means = new double[Seeds];
        var variances = new double[Seeds];
        for (int seed = 0; seed < Seeds; seed++)
        {
            using var learner = Learner.Wrap(MinusSquare, 2, new CholeskyKnnEmulator(), new LearnerOptions { AbsoluteTolerance = tolerance, Seed = seed });
            Chain chain = Sample(LogDensity.FromLearner(learner), seed);
            Chain exact = Sample(LogDensity.FromArrayFunction(2, MinusSquare), seed);

            emulated[seed] = learner.Statistics.EmulatedFraction;
            learner.Statistics.Calls.Should().Be(Walkers * (Steps + 1));
            chain.Positions.ToArray().Should().Equal(exact.Positions.ToArray(), "the emulator is exact on a quadratic, so every decision is the same");
            SampleSet samples = chain.Flatten(BurnIn);
            means[seed] = samples.Mean()[0];
            variances[seed] = samples.Covariance()[0, 0];
        }

        // The 1000 calls before the first training are 5.0 % of all; the domain guard adds a few at the edge.
        emulated.Min().Should().BeGreaterThan(0.948);
        emulated.Average().Should().BeGreaterThan(0.9495);
        TestContext.Out.WriteLine($"emulated: {emulated.Min():P2} to {emulated.Max():P2}, on average {emulated.Average():P2}");

        // exp(-x.x) has mean 0 and variance 1/2. Effective samples of one run: 20 walkers x 800 steps / 33; of all: 9700.
        means.Average().Should().BeApproximately(0, 4 * Math.Sqrt(0.5 / 9700));
        variances.Average().Should().BeApproximately(0.5, 4 * 0.5 * Math.Sqrt(2 / 9700.0));
    }

    [Test]
    public void Run_NoErrorIsTooLarge_TheDomainGuardAloneStopsARunAway()
    {
        // Far out this density is convex, so a quadratic fitted at the edge of the points rises without bound outside of them.
        Chain guarded = SampleTails(new CholeskyKnnOptions(), out LearnerStatistics statistics);
        Chain unguarded = SampleTails(new CholeskyKnnOptions { DomainGuard = DomainGuardRule.Off }, out _);

        Largest(unguarded).Should().BeGreaterThan(1e4, "without the guard the chain follows the extrapolated values");
        Largest(guarded).Should().BeLessThan(100);
        statistics.RefusedByDomain.Should().BePositive();

        static Chain SampleTails(CholeskyKnnOptions options, out LearnerStatistics statistics)
        {
            using var learner = Learner.Wrap(x => -2.5 * Math.Log(1 + x[0] * x[0] + x[1] * x[1]), 2, new CholeskyKnnEmulator(options), new LearnerOptions
            {
                AbsoluteTolerance = double.PositiveInfinity, IncrementalInsertion = false,
            });
            Chain chain = Sample(LogDensity.FromLearner(learner), seed: 1);
            statistics = learner.Statistics;
            return chain;
        }

        static double Largest(Chain chain)
        {
            double largest = 0;
            foreach (double coordinate in chain.Positions)
                largest = Math.Max(largest, Math.Abs(coordinate));
            return largest;
        }
    }

    private static double MinusSquare(double[] x) => -x[0] * x[0] - x[1] * x[1];

    private static Chain Sample(ILogDensity density, int seed) =>
        new EnsembleSampler(density, new EnsembleOptions { Seed = seed })
            .Run(EnsembleStart.Normal(Walkers, [-1, -1], 1, new RandomStream(seed).Split("start")), Steps);
}
