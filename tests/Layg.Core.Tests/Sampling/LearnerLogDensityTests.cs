using Layg.Sampling;
using Shared.Tensors;

namespace Layg.Tests.Sampling;

public sealed class LearnerLogDensityTests
{
    [Test]
    public void Evaluate_PriorForbidsPoints_NeverAsksTheLearnerThere()
    {
        var asked = new List<double>();
        using var learner = Learner.Wrap(x => { asked.Add(x[0]); return 10 * x[0]; }, 1, new MeanEmulator());
        ILogDensity density = LogDensity.FromLearner(learner, x => x[0] < 0 ? double.NegativeInfinity : -x[0]);
        var values = new double[4];
        var blobs = new double[8];

        density.Evaluate([1, -1, 2, -2], values, blobs, CancellationToken.None);

        values.Should().Equal(9, double.NegativeInfinity, 18, double.NegativeInfinity);
        blobs.Should().Equal(0, 1, 0, 1, 0, 1, 0, 1);
        asked.Should().Equal(1, 2);
    }

    [Test]
    public void Evaluate_EmulatedPoint_ReportsItsErrorInTheBlob()
    {
        using var learner = Learner.Wrap(x => x[0], 1, new FakeEmulator(_ => 5, _ => 0.02), new LearnerOptions { InitialTrainingThreshold = 2 });
        ILogDensity density = LogDensity.FromLearner(learner);
        var values = new double[3];
        var blobs = new double[6];

        density.Evaluate([1, 2, 3], values, blobs, CancellationToken.None);

        density.BlobNames.Should().Equal("error", "exact");
        values.Should().Equal(1, 2, 5);
        blobs.Should().Equal(0, 1, 0, 1, 0.02, 0);
    }

    [Test]
    public void Run_LearnerOverAGaussian_GivesTheChainOfTheFunctionItself()
    {
        // Every call is refused, so the learner must be invisible to the sampler.
        using var learner = Learner.Wrap(x => -0.5 * x[0] * x[0], 1, FakeEmulator.Refusing());
        double[][] start = EnsembleStart.Normal(8, [0], 1, new RandomStream(1));
        Chain emulated = new EnsembleSampler(LogDensity.FromLearner(learner), new EnsembleOptions { Seed = 3 }).Run(start, 300);
        Chain exact = new EnsembleSampler(LogDensity.FromFunction(1, x => -0.5 * x[0] * x[0]), new EnsembleOptions { Seed = 3 }).Run(start, 300);

        emulated.Positions.ToArray().Should().Equal(exact.Positions.ToArray());
        learner.Statistics.Calls.Should().Be(8 * 301);
    }
}
