using EpidemicInference.Model;
using Layg;
using Layg.Emulators.CholeskyKnn;
using Layg.Sampling;
using Shared.Tensors;

namespace EpidemicInference.Tests.Inference;

/// <summary>The epidemic's posterior by delayed acceptance: exact moments for less than half of the true calls.</summary>
public sealed class DelayedAcceptanceTests
{
    private const int Walkers = 24;
    private const int Steps = 2500;
    private const int BurnIn = 500;

    [Test]
    public void Run_DelayedAcceptance_HasTheExactMomentsForLessThanHalfTheCalls()
    {
        var model = new EpidemicModel();
        long exactCalls = 0;
        ILogDensity exactDensity = LogDensity.FromFunction(EpidemicModel.Dimension, theta =>
        {
            double prior = EpidemicModel.LogPrior(theta);
            if (double.IsNegativeInfinity(prior))
                return prior;
            exactCalls++;
            return prior + model.LogLikelihood(theta);
        });
        using Learner learner = Learner.Wrap(theta => model.LogLikelihood(theta), EpidemicModel.Dimension, new CholeskyKnnEmulator(), new LearnerOptions { InitialTrainingThreshold = 500 });

        Chain exact = Sample(exactDensity, 1);
        Chain delayed = Sample(LogDensity.FromLearnerDelayed(learner, EpidemicModel.LogPrior), 2);

        long delayedCalls = learner.Statistics.Exact;
        TestContext.Out.WriteLine($"{exactCalls} exact calls, {delayedCalls} with delayed acceptance");
        (2 * delayedCalls).Should().BeLessThan(exactCalls);
        SampleSet one = exact.Flatten(BurnIn);
        SampleSet other = delayed.Flatten(BurnIn);
        for (int k = 0; k < EpidemicModel.Dimension; k++)
        {
            double deviation = Math.Sqrt(one.Covariance()[k, k]);
            double inverse = (exact.AutocorrelationTime(BurnIn).PerParameter[k] / one.Count) + (delayed.AutocorrelationTime(BurnIn).PerParameter[k] / other.Count);
            double shift = (one.Mean()[k] - other.Mean()[k]) / (deviation * Math.Sqrt(inverse));
            double spread = ((Math.Sqrt(other.Covariance()[k, k]) / deviation) - 1) / Math.Sqrt(inverse / 2);
            TestContext.Out.WriteLine($"parameter {k}: mean shift {shift:F2}, deviation shift {spread:F2} Monte-Carlo errors");
            shift.Should().BeInRange(-3.5, 3.5);
            spread.Should().BeInRange(-4, 4);
        }
    }

    private static Chain Sample(ILogDensity density, long seed)
    {
        double[][] start = EnsembleStart.Normal(Walkers, [Math.Log(1.7), Math.Log(0.54), Math.Log(10)], 0.05, new RandomStream(seed));
        return new EnsembleSampler(density, new EnsembleOptions { Seed = seed, Moves = [new(new DifferentialEvolutionMove())] }).Run(start, Steps);
    }
}
