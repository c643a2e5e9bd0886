using Layg.Sampling;
using Shared.Tensors;

namespace Layg.Tests.Sampling;

/// <summary>Chains over a learner that go where the exact ones go, or draw from the exact density.</summary>
public sealed class LearnerChainTests
{
    private const int Walkers = 10;

    [Test]
    public void Run_DecisionAwareLearner_GoesWhereTheExactDensityDoes()
    {
        using Learner learner = Rough(0.1);
        Chain chain = new EnsembleSampler(LogDensity.FromLearnerDecisionAware(learner), new EnsembleOptions { Seed = 5 }).Run(Targets.Start(Walkers, 2), 1000);
        Chain exact = new EnsembleSampler(Targets.Normal(2), new EnsembleOptions { Seed = 5 }).Run(Targets.Start(Walkers, 2), 1000);
        chain.Positions.ToArray().Should().Equal(exact.Positions.ToArray());
        learner.Statistics.Exact.Should().BeInRange(200, 4000);
        learner.Statistics.Emulated.Should().BeGreaterThan(5000);
    }

    [Test]
    public void Run_DecisionAwareLearner_PredictionWithoutErrorIsNotAKnownPoint()
    {
        using var learner = Learner.Wrap(x => -x[0] * x[0], 1, new FakeEmulator(x => -x[0] * x[0], _ => 0), new LearnerOptions { InitialTrainingThreshold = 10 });
        for (int i = 0; i < 10; i++)
            learner.Evaluate([i + 100.0]);
        var sampler = new EnsembleSampler(LogDensity.FromLearnerDecisionAware(learner), new EnsembleOptions { Seed = 5 });
        Chain chain = sampler.Run([[0.1], [0.2], [-0.3], [0.5]], 20);
        learner.Statistics.Should().Match<LearnerStatistics>(s => s.Known == 0 && s.Emulated == 4 + (4 * 20));
        chain.Flatten().Blobs.ToArray().Should().AllBeEquivalentTo(0.0, "the errors are 0 and nothing is exact");
    }

    [Test]
    public void Run_DecisionAwareLearnerWithPrior_NeverAsksOutsideIt()
    {
        using Learner learner = Rough(0.1);
        LogDensityFunction prior = x => x[0] > 0 ? 0 : double.NegativeInfinity;
        double[][] start = EnsembleStart.Normal(Walkers, [2, 0], 0.1, new RandomStream(3));
        learner.ExactEvaluated += (_, evaluation) => evaluation.X.Span[0].Should().BePositive();
        Chain chain = new EnsembleSampler(LogDensity.FromLearnerDecisionAware(learner, prior), new EnsembleOptions { Seed = 5 }).Run(start, 300);
        chain.Positions.ToArray().Where((_, i) => i % 2 == 0).Should().OnlyContain(x => x > 0);
    }

    [Test]
    public void Run_DelayedLearner_DrawsFromTheExactDensityWithFewerTrueCalls()
    {
        // The approximation is off by half a unit where x > 0: a chain over it alone would have a mean of about 0.2.
        using Learner learner = Biased(x => x[0] > 0 ? 0.5 : 0);
        Chain chain = new EnsembleSampler(LogDensity.FromLearnerDelayed(learner), new EnsembleOptions { Seed = 6 }).Run(Targets.Start(Walkers, 2), 20_000);
        SampleSet draws = chain.Flatten(1000);
        double tau = chain.AutocorrelationTime(1000).Max;
        double error = 1 / Math.Sqrt(draws.Count / tau);
        draws.Mean()[0].Should().BeApproximately(0, 4 * error);
        draws.Mean()[1].Should().BeApproximately(0, 4 * error);
        error.Should().BeLessThan(0.03, "else the test could not see the bias");
        ((double)learner.Statistics.Exact / (Walkers * 20_000)).Should().BeLessThan(0.8);

        using Learner same = Biased(x => x[0] > 0 ? 0.5 : 0);
        Chain alone = new EnsembleSampler(LogDensity.FromLearner(same), new EnsembleOptions { Seed = 6 }).Run(Targets.Start(Walkers, 2), 5000);
        alone.Flatten(1000).Mean()[0].Should().BeGreaterThan(0.1, "this is what delayed acceptance corrects");
    }

    [Test]
    public void Run_DelayedUntrainedLearner_EqualsTheExactDensity()
    {
        using var learner = Learner.Wrap(x => -0.5 * Targets.Dot(x, x), 2, FakeEmulator.Refusing());
        Chain chain = new EnsembleSampler(LogDensity.FromLearnerDelayed(learner), new EnsembleOptions { Seed = 6 }).Run(Targets.Start(Walkers, 2), 60);
        for (int step = 0; step < 60; step++)
            chain.LogDensity(step, 0).Should().Be(-0.5 * Targets.Dot(chain.Position(step, 0), chain.Position(step, 0)));
    }

    [Test]
    public void EvaluateExactly_ChangesNothingButTheSource()
    {
        using Learner learner = Rough(0.1);
        learner.Evaluate([0.3, 0.4]).Source.Should().Be(EvaluationSource.Emulated);
        Evaluation exact = learner.EvaluateExactly([0.3, 0.4]);
        exact.Source.Should().Be(EvaluationSource.Exact);
        exact.Value.Should().Be(-0.125);
        learner.EvaluateExactly([0.3, 0.4]).Source.Should().Be(EvaluationSource.Known);
        learner.Statistics.Exact.Should().Be(11);
        learner.Statistics.Refused.Should().Be(0);
    }

    /// <summary>A normal log-density whose emulator is wrong by up to the error that it states.</summary>
    private static Learner Rough(double error) => Trained(x => error * Math.Sin(1000 * (x[0] + x[1])), error);

    private static Learner Biased(Func<double[], double> bias) => Trained(bias, 0.01);

    private static Learner Trained(Func<double[], double> bias, double error)
    {
        var learner = Learner.Wrap(
            x => -0.5 * Targets.Dot(x, x),
            2,
            new FakeEmulator(x => (-0.5 * Targets.Dot(x, x)) + bias(x), _ => error),
            new LearnerOptions { InitialTrainingThreshold = 10, RetrainGrowth = 1e9, AbsoluteTolerance = 1 });
        for (int i = 0; i < 10; i++)
            learner.Evaluate([50 + i, 50]);
        return learner;
    }
}
