using Shared.Tensors;

namespace Layg.Tests.Learning;

public sealed class ErrorBudgetTests
{
    [Test]
    public void Evaluate_Budget_AcceptsMoreThanAFixedLimitAndKeepsTheMean()
    {
        // Predicted errors are uniform in 0 to 0.2: a fixed limit of 0.05 takes a quarter, a mean of 0.05 one half.
        using Learner learner = Trained(new LearnerOptions { AbsoluteTolerance = 0.15, MeanErrorBudget = 0.05 });
        learner.Statistics.Tolerance.Should().Be(0.05);
        Call(learner, 20_000);
        LearnerStatistics statistics = learner.Statistics;
        statistics.Tolerance.Should().BeApproximately(0.1, 0.02);
        statistics.MeanError.Should().BeInRange(0.04, 0.05);
        ((double)statistics.Emulated / 20_000).Should().BeApproximately(0.5, 0.08);
    }

    [Test]
    public void Evaluate_BudgetAboveTheCap_KeepsTheCap()
    {
        using Learner learner = Trained(new LearnerOptions { AbsoluteTolerance = 0.03, MeanErrorBudget = 1 });
        Call(learner, 2000);
        learner.Statistics.Tolerance.Should().Be(0.03);
    }

    [Test]
    public void Evaluate_Frozen_LeavesTheLimit()
    {
        using Learner learner = Trained(new LearnerOptions { AbsoluteTolerance = 0.15, MeanErrorBudget = 0.05 });
        learner.Freeze();
        Call(learner, 2000);
        learner.Statistics.Tolerance.Should().Be(0.05);
    }

    [Test]
    public void EvaluateBatch_AnyNumberOfThreads_GivesTheSameAnswers()
    {
        EvaluationSource[] one = Batches(1);
        one.Should().Equal(Batches(4));
        one.Count(source => source == EvaluationSource.Emulated).Should().BeInRange(3000, 9000);

        static EvaluationSource[] Batches(int threads)
        {
            using Learner learner = Trained(new LearnerOptions { AbsoluteTolerance = 0.15, MeanErrorBudget = 0.05, MaxDegreeOfParallelism = threads });
            var random = new RandomStream(8);
            List<EvaluationSource> all = [];
            for (int batch = 0; batch < 20; batch++)
            {
                var x = new double[600];
                random.FillUniform(x);
                var sources = new EvaluationSource[600];
                learner.EvaluateBatch(x, new double[600], default, sources);
                all.AddRange(sources);
            }

            return [.. all];
        }
    }

    [Test]
    public void Validate_BadBudget_IsNamed() =>
        FluentActions.Invoking(() => new LearnerOptions { MeanErrorBudget = 0 }.Validate()).Should().Throw<ArgumentException>().WithMessage("*MeanErrorBudget is 0*above 0*");

    private static Learner Trained(LearnerOptions options)
    {
        var learner = Learner.Wrap(x => x[0], 1, new FakeEmulator(x => x[0], x => 0.2 * (x[0] - Math.Floor(x[0]))), options with { InitialTrainingThreshold = 10, RetrainGrowth = 1e6 });
        for (int i = 0; i < 10; i++)
            learner.Evaluate([100 + i]);
        return learner;
    }

    private static void Call(Learner learner, int count)
    {
        var random = new RandomStream(7);
        for (int i = 0; i < count; i++)
            learner.Evaluate([random.NextDouble()]);
    }
}
