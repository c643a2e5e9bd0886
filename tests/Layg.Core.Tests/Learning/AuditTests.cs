using Shared.Tensors;

namespace Layg.Tests.Learning;

public sealed class AuditTests
{
    // The emulator answers 0 to a standard normal function, so its true error has a known distribution.
    private static LearnerOptions Options(double probability) => new()
    {
        InitialTrainingThreshold = 10, RetrainGrowth = double.PositiveInfinity, AbsoluteTolerance = 10, AuditProbability = probability, Seed = 4,
    };

    [Test]
    public void Evaluate_ErrorsPredictedRight_AuditsTheShareAndRaisesNothing()
    {
        using Learner learner = Run(predictedError: 2, Options(0.2), calls: 10_000);
        LearnerStatistics statistics = learner.Statistics;
        // Binomial: 4 standard deviations of 0.4 % and 0.5 %.
        ((double)statistics.Audited / 10_000).Should().BeApproximately(0.2, 0.016);
        statistics.AuditCoverage.Should().BeApproximately(0.9545, 0.02);
        statistics.ErrorInflation.Should().BeInRange(1, 1.15);
        statistics.Should().Match<LearnerStatistics>(s => s.Calls == 10_010 && s.Exact == s.Audited + 10 && s.Refused == 0);
    }

    [Test]
    public void Evaluate_ErrorsPredictedTooSmall_AreRaisedToTheLevel()
    {
        using Learner learner = Run(predictedError: 0.5, Options(0.2), calls: 10_000);
        // Two standard deviations hold 95.45 % of a normal sample: errors of 0.5 must grow fourfold.
        learner.Statistics.ErrorInflation.Should().BeApproximately(4, 0.6);
        learner.Evaluate([0.123]).Error.Should().BeApproximately(2, 0.3);
    }

    [Test]
    public void Evaluate_RaisedErrorTooLarge_IsRefused()
    {
        using Learner learner = Run(predictedError: 0.5, Options(0.2) with { AbsoluteTolerance = 1 }, calls: 10_000);
        learner.Statistics.RefusedByError.Should().BeGreaterThan(9000, "the errors grew beyond the tolerance");
    }

    [Test]
    public void Train_NewEmulator_StartsWithoutInflation()
    {
        using Learner learner = Run(predictedError: 0.5, Options(0.2), calls: 2000);
        learner.Statistics.ErrorInflation.Should().BeGreaterThan(2);
        learner.Train();
        learner.Statistics.ErrorInflation.Should().Be(1);
    }

    [Test]
    public void EvaluateBatch_AnyNumberOfThreads_AuditsTheSameCalls()
    {
        (double[] Values, LearnerStatistics Statistics) one = Batch(1), four = Batch(4);
        four.Values.Should().Equal(one.Values);
        four.Statistics.Audited.Should().Be(one.Statistics.Audited).And.BePositive();
        four.Statistics.ErrorInflation.Should().Be(one.Statistics.ErrorInflation);

        static (double[], LearnerStatistics) Batch(int threads)
        {
            using var learner = Learner.Wrap(Noise, 1, new FakeEmulator(0.5), Options(0.3) with { MaxDegreeOfParallelism = threads });
            double[] points = [.. Enumerable.Range(0, 2000).Select(i => i / 7.0)];
            var values = new double[points.Length];
            learner.EvaluateBatch(points, values);
            return (values, learner.Statistics);
        }
    }

    [Test]
    public void Evaluate_Frozen_AuditsNothing()
    {
        using Learner learner = Run(predictedError: 2, Options(0), calls: 10);
        using Learner frozen = Run(predictedError: 2, Options(0.9), calls: 0);
        frozen.Freeze();
        for (int i = 0; i < 100; i++)
            frozen.Evaluate([i + 0.5]).Source.Should().Be(EvaluationSource.Emulated);
        learner.Statistics.Audited.Should().Be(0);
        learner.Statistics.AuditCoverage.Should().Be(double.NaN);
    }

    [Test, CancelAfter(30_000)]
    public void Evaluate_TrainedWhileAnAuditRan_CountsItForThePredictingModelOnly(CancellationToken cancellationToken)
    {
        using var auditing = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        LearnerOptions options = Options(0.999999) with { AuditLevel = 0.5 };
        using var learner = Learner.Wrap(
            x =>
            {
                if (x[0] < 100)
                    return 0;
                auditing.Set();
                release.Wait(cancellationToken);
                return 5;
            },
            1,
            new FakeEmulator(0.5),
            options);
        for (int i = 0; i < 10; i++)
            learner.Evaluate([i], cancellationToken);
        Task<Evaluation> audited = Task.Run(() => learner.Evaluate([100], cancellationToken), cancellationToken);
        auditing.Wait(cancellationToken);
        learner.Train(cancellationToken);
        release.Set();

        audited.Wait(cancellationToken);

        learner.Statistics.Should().Match<LearnerStatistics>(s => s.Audited == 1 && s.AuditsCovered == 0, "the learner as a whole was audited");
        learner.Statistics.ErrorInflation.Should().Be(1, "the new emulator did not make the audited prediction");
    }

    [Test]
    public void EvaluateBatch_SeveralAuditsOfOneRound_AreMeasuredByTheErrorsOfThatRound()
    {
        using var learner = Learner.Wrap(x => x[0] < 10 ? 0 : 5, 1, new FakeEmulator(0.5), Options(0.999999) with { AuditLevel = 0.5 });
        for (int i = 0; i < 10; i++)
            learner.Evaluate([i]);
        learner.EvaluateBatch([10, 11, 12, 13], new double[4]);
        learner.Statistics.Should().Match<LearnerStatistics>(s => s.Audited == 4 && s.ErrorInflation == 10, "every true error was ten times the predicted one");
    }

    [Test]
    public void Evaluate_AuditedValueIsNotANumber_CountsAsMissed()
    {
        using var learner = Learner.Wrap(x => x[0] < 10 ? 0 : double.NaN, 1, new FakeEmulator(0.5), Options(0.999999) with { AuditLevel = 0.5 });
        for (int i = 0; i < 12; i++)
            learner.Evaluate([i]);
        learner.Statistics.Should().Match<LearnerStatistics>(s => s.Audited == 1 && s.AuditsCovered == 0 && double.IsPositiveInfinity(s.ErrorInflation));
        learner.Evaluate([20]).Source.Should().Be(EvaluationSource.Exact, "no finite error covers what the audit found");
    }

    private static Learner Run(double predictedError, LearnerOptions options, int calls)
    {
        var learner = Learner.Wrap(Noise, 1, new FakeEmulator(predictedError), options);
        for (int i = 0; i < 10 + calls; i++)
            learner.Evaluate([i]);
        return learner;
    }

    /// <summary>A fixed function that looks like standard normal noise.</summary>
    private static double Noise(double[] x) => new RandomStream(1).Split("x", BitConverter.DoubleToInt64Bits(x[0])).NextNormal();
}
