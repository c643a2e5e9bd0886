using Layg.Sampling;
using Shared.Tensors;

namespace Layg.Tests.Sampling;

public sealed class SurrogateTests
{
    [Test]
    public void Run_WrongSurrogate_DrawsFromTheExactDensityWithFewerEvaluations()
    {
        int exactCalls = 0;
        ILogDensity exact = LogDensity.FromFunction(2, x =>
        {
            exactCalls++;
            return -0.5 * Targets.Dot(x, x);
        });
        ILogDensity wrong = LogDensity.FromFunction(2, x => -0.3 * (Targets.Square(x[0] - 0.4) + 1.5 * Targets.Square(x[1])));

        Chain chain = new EnsembleSampler(LogDensity.WithSurrogate(exact, wrong), new EnsembleOptions { Seed = 2 }).Run(Targets.Start(20, 2), 8000);

        int proposals = 8000 * 20;
        exactCalls.Should().BeLessThan((int)(0.85 * proposals));
        double samples = chain.AutocorrelationTime(500).EffectiveSampleSizes.Min();
        samples.Should().BeGreaterThan(2000);
        SampleSet set = chain.Flatten(500);
        for (int i = 0; i < 2; i++)
        {
            set.Mean()[i].Should().BeApproximately(0, 5 / Math.Sqrt(samples));
            set.Covariance()[i, i].Should().BeApproximately(1, 5 * Math.Sqrt(2 / samples));
        }
    }

    [Test]
    public void Run_PerfectSurrogate_AcceptsEverySurvivor()
    {
        int exactCalls = 0;
        ILogDensity exact = LogDensity.FromFunction(2, x =>
        {
            exactCalls++;
            return -0.5 * Targets.Dot(x, x);
        });

        Chain chain = new EnsembleSampler(LogDensity.WithSurrogate(exact, Targets.Normal(2))).Run(Targets.Start(10, 2), 500);

        double accepted = chain.AcceptanceFraction * 500 * 10;
        ((double)exactCalls - 10).Should().BeApproximately(accepted, 1e-6);
        chain.AcceptanceFraction.Should().BeApproximately(0.71, 0.03);
    }

    [Test]
    public void Run_StartPartlyImpossibleForBoth_WalkersGetOut()
    {
        static double Half(ReadOnlySpan<double> x) => x[0] < 0 ? double.NegativeInfinity : -x[0];
        var sampler = new EnsembleSampler(LogDensity.WithSurrogate(LogDensity.FromFunction(1, Half), LogDensity.FromFunction(1, Half)));

        Chain chain = sampler.Run([[-0.5], [1], [2], [3], [4], [5]], 200);

        chain.Last.Positions.ToArray().Should().OnlyContain(x => x >= 0);
    }

    [Test]
    public void Run_SurrogateIsNaN_NamesTheWalkerAndKeepsTheRun()
    {
        bool broken = false;
        ILogDensity surrogate = LogDensity.FromFunction(2, x => broken ? double.NaN : -0.5 * Targets.Dot(x, x));
        var sampler = new EnsembleSampler(LogDensity.WithSurrogate(Targets.Normal(2), surrogate));
        EnsembleRun run = sampler.Start(Targets.Start(10, 2));
        run.Advance(5);
        broken = true;
        FluentActions.Invoking(() => run.Advance(1)).Should().Throw<InvalidLogDensityException>().Which.Walker.Should().BeInRange(0, 9);
        broken = false;

        run.Advance(5);

        run.Chain.Positions.ToArray().Should().Equal(sampler.Run(Targets.Start(10, 2), 10).Positions.ToArray());
    }

    [Test]
    public void Run_SurrogateWithBlobs_StoresOnlyTheExactOnes()
    {
        ILogDensity exact = LogDensity.FromFunction(2, ["norm"], (x, blobs) => -0.5 * (blobs[0] = Targets.Dot(x, x)));
        ILogDensity surrogate = LogDensity.FromFunction(2, ["error", "exact"], (x, blobs) => blobs[0] = blobs[1] = -0.4 * Targets.Dot(x, x));

        Chain chain = new EnsembleSampler(LogDensity.WithSurrogate(exact, surrogate)).Run(Targets.Start(10, 2), 50);

        chain.BlobNames.Should().Equal("norm");
        for (int step = 0; step < 50; step++)
        {
            for (int walker = 0; walker < 10; walker++)
                chain.Blob(step, walker)[0].Should().Be(Targets.Dot(chain.Position(step, walker), chain.Position(step, walker)));
        }
    }

    [Test]
    public void WithSurrogate_OtherDimension_Throws() =>
        FluentActions.Invoking(() => LogDensity.WithSurrogate(Targets.Normal(2), Targets.Normal(3)))
            .Should().Throw<ArgumentException>().WithParameterName("surrogate");

    [Test]
    public void Run_DecisionAwareDensity_GoesWhereTheExactOneDoes()
    {
        var density = new RoughWhereSafe();

        Chain rough = new EnsembleSampler(density, new EnsembleOptions { Seed = 5 }).Run(Targets.Start(10, 2), 1000);

        Chain exact = new EnsembleSampler(Targets.Normal(2), new EnsembleOptions { Seed = 5 }).Run(Targets.Start(10, 2), 1000);
        rough.Positions.ToArray().Should().Equal(exact.Positions.ToArray());
        rough.LogDensities.ToArray().Should().NotEqual(exact.LogDensities.ToArray());
        density.RoughShare.Should().BeInRange(0.3, 0.99);
        density.Refined.Should().BeGreaterThan(10);
    }

    /// <summary>A normal density, wrong by up to 0.1 wherever that cannot change the walker's decision.</summary>
    private sealed class RoughWhereSafe : IDecisionAwareLogDensity
    {
        private const double Bar = 0.1;
        private readonly RandomStream _noise = new(1);
        private int _rough;
        private int _calls;

        public int Dimension => 2;

        public IReadOnlyList<string> BlobNames => ["bar"];

        public int Refined { get; private set; }

        public double RoughShare => (double)_rough / _calls;

        public void Evaluate(ReadOnlySpan<double> points, Span<double> logDensities, Span<double> blobs, CancellationToken cancellationToken)
        {
            CancellationTests.Normal(points, logDensities);
            blobs.Clear();
        }

        public void Evaluate(in ProposalBatch proposals, Span<double> logDensities, Span<double> blobs, CancellationToken cancellationToken)
        {
            Evaluate(proposals.Points, logDensities, blobs, cancellationToken);
            for (int i = 0; i < proposals.Count; i++)
            {
                _calls++;
                double rough = logDensities[i] + _noise.NextDouble(-Bar, Bar);
                if (IsSafe(proposals, i, rough, Bar))
                {
                    logDensities[i] = rough;
                    blobs[i] = Bar;
                    _rough++;
                }
                else if (!IsSafe(proposals, i, logDensities[i], 0))
                {
                    CancellationTests.Normal(proposals.CurrentPoints.Slice(2 * i, 2), proposals.CurrentLogDensities.Slice(i, 1));
                    proposals.CurrentBlobs[i] = 0;
                    Refined++;
                }
            }
        }

        private static bool IsSafe(in ProposalBatch proposals, int i, double logDensity, double bar) =>
            Math.Abs(logDensity - proposals.CurrentLogDensities[i] - proposals.Margins[i]) > bar + proposals.CurrentBlobs[i];
    }
}
