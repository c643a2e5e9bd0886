using System.Text.Json;
using Shared.Tensors;

namespace Layg.Tests.Learning;

public sealed class TrainingRuleTests
{
    private static IEnumerable<JsonElement> Traces() => Golden.Read("learner.json").GetProperty("training_trace").EnumerateArray();

    private static IEnumerable<JsonElement> Splits() => Golden.Read("learner.json").GetProperty("split_sizes").EnumerateArray();

    [TestCaseSource(nameof(Traces))]
    public void Evaluate_EveryCallRefused_TrainsAtTheCallsOfTheOriginal(JsonElement trace)
    {
        double fraction = trace.GetProperty("frac_cv").GetDouble();
        var emulator = FakeEmulator.Refusing();
        using var learner = Learner.Wrap(x => x[0], 1, emulator, LearnerOptions.Original with
        {
            InitialTrainingThreshold = trace.GetProperty("init_train_thresh").GetInt32(),
            CalibrationFraction = fraction,
            RetrainGrowth = 1 + fraction,
        });
        var trainedAt = new List<(int Call, long Exact, long Emulated, long Refused)>();
        learner.Trained += (_, _) => trainedAt.Add((learner.Statistics.Points, learner.Statistics.Exact, learner.Statistics.Emulated, learner.Statistics.Refused));

        var random = new RandomStream(1);
        for (int call = 1; call <= trace.GetProperty("calls").GetInt32(); call++)
            learner.Evaluate([random.NextNormal()]);

        JsonElement[] events = [.. trace.GetProperty("events").EnumerateArray()];
        trainedAt.Should().Equal(events.Select(e => (
            e.GetProperty("after_call").GetInt32(), e.GetProperty("nexact").GetInt64(), e.GetProperty("nemul").GetInt64(),
            e.GetProperty("nemul_failed").GetInt64())));
        emulator.Fits.Select(fit => (fit.Training.Count, fit.HeldOut.Count)).Should().Equal(
            events.Select(e => (e.GetProperty("train").GetInt32(), e.GetProperty("cv").GetInt32())));
    }

    [TestCaseSource(nameof(Splits))]
    public void Split_AnyFraction_HoldsOutTheOriginalsShare(JsonElement split)
    {
        int count = split.GetProperty("n").GetInt32();
        var points = new TrainingSet(new double[count], new double[count], 1, 1);

        (TrainingSet training, TrainingSet heldOut) = points.Split(split.GetProperty("frac_cv").GetDouble(), new RandomStream(0));

        heldOut.Count.Should().Be(split.GetProperty("num_cv").GetInt32());
        training.Count.Should().Be(split.GetProperty("num_train").GetInt32());
    }

    [Test]
    public void Split_DistinctPoints_GivesEveryPointOnce()
    {
        double[] x = [.. Enumerable.Range(0, 101).Select(i => (double)i)];
        var points = new TrainingSet(x, x, 1, 1);

        (TrainingSet training, TrainingSet heldOut) = points.Split(0.3, new RandomStream(5));

        training.Inputs.ToArray().Concat(heldOut.Inputs.ToArray()).Should().BeEquivalentTo(x);
        heldOut.Inputs.ToArray().Should().Equal(heldOut.Outputs.ToArray(), "inputs and outputs stay together");
        heldOut.Inputs.ToArray().Should().NotBeInAscendingOrder("the points are shuffled");
    }

    [TestCase(1000)]
    [TestCase(100)]
    public void Evaluate_UpToTheThreshold_IsExactThenEmulated(int threshold)
    {
        using var learner = Learner.Wrap(_ => 1.0, 1, new MeanEmulator(), new LearnerOptions { InitialTrainingThreshold = threshold });
        var random = new RandomStream(2);
        for (int call = 0; call < threshold; call++)
        {
            learner.IsTrained.Should().BeFalse();
            learner.Statistics.Exact.Should().Be(call);
            learner.Evaluate([random.NextDouble()]).Source.Should().Be(EvaluationSource.Exact);
        }

        Evaluation emulated = learner.Evaluate([random.NextDouble()]);

        emulated.Source.Should().Be(EvaluationSource.Emulated);
        emulated.Value.Should().Be(1.0);
        learner.Statistics.Should().Match<LearnerStatistics>(s => s.Trainings == 1 && s.Emulated == 1 && s.Exact == threshold);
    }

    [Test]
    public void Train_ByHand_UsesAllPointsAndRestartsTheGrowthRule()
    {
        var emulator = FakeEmulator.Refusing();
        using var learner = Learner.Wrap(x => x[0], 1, emulator, new LearnerOptions { InitialTrainingThreshold = 1000, RetrainGrowth = 2 });
        for (int i = 0; i < 10; i++)
            learner.Evaluate([i]);

        learner.Train();
        for (int i = 10; i < 20; i++)
            learner.Evaluate([i]);

        emulator.Fits.Select(fit => fit.Training.Count + fit.HeldOut.Count).Should().Equal(10, 20);
    }

    [Test]
    public void Train_WithoutPoints_SaysWhatToDo()
    {
        using var learner = Learner.Wrap(x => x[0], 1, new MeanEmulator());
        learner.Invoking(l => l.Train()).Should().Throw<InvalidOperationException>().WithMessage("*nothing to train on*");
    }

    [Test]
    public void AddData_BeyondTheThreshold_TrainsOnceAndCounts()
    {
        var emulator = new FakeEmulator(0.01);
        using var learner = Learner.Wrap(x => x[0], 1, emulator, new LearnerOptions { InitialTrainingThreshold = 10 });
        double[] x = [.. Enumerable.Range(0, 35).Select(i => (double)i)];

        learner.AddData(new TrainingSet(x, x, 1, 1));

        learner.Statistics.Should().Match<LearnerStatistics>(s => s.Trainings == 1 && s.Points == 35 && s.Exact == 0 && s.LastTrainingSize == 35);
        learner.Evaluate([100]).Source.Should().Be(EvaluationSource.Emulated);
    }

    [Test]
    public void AddData_WrongDimensions_IsRefused()
    {
        using var learner = Learner.Wrap(x => x[0], 2, new MeanEmulator());
        learner.Invoking(l => l.AddData(new TrainingSet(new double[3], new double[1], 3, 1)))
            .Should().Throw<ArgumentException>().WithMessage("*dimension 3*has 2*");
    }

    [Test]
    public void Evaluate_EmulatorCannotFit_StaysExactAndTriesAgainAfterGrowth()
    {
        int attempts = 0;
        var emulator = new FakeEmulator(0.001) { OnFit = _ => { if (++attempts < 3) throw new EmulatorFitException("too few"); } };
        using var learner = Learner.Wrap(x => x[0], 1, emulator, new LearnerOptions { InitialTrainingThreshold = 10, RetrainGrowth = 2 });

        for (int i = 0; i < 40; i++)
            learner.Evaluate([i]).Source.Should().Be(EvaluationSource.Exact);

        learner.Statistics.Should().Match<LearnerStatistics>(s => s.FailedTrainings == 2 && s.Trainings == 1);
        learner.Evaluate([99]).Source.Should().Be(EvaluationSource.Emulated);
    }

    [Test]
    public void Evaluate_EmulatorThrows_ReachesTheCallerUnwrappedAndNothingIsLost()
    {
        bool broken = true;
        var emulator = new FakeEmulator(0.001) { OnFit = _ => { if (broken) throw new FormatException("a bug in the emulator"); } };
        using var learner = Learner.Wrap(x => x[0], 1, emulator, new LearnerOptions { InitialTrainingThreshold = 3 });
        learner.Evaluate([0]);
        learner.Evaluate([1]);

        learner.Invoking(l => l.Evaluate([2])).Should().Throw<FormatException>();

        learner.Statistics.Should().Match<LearnerStatistics>(s => s.Points == 3 && s.FailedTrainings == 1);
        broken = false;
        learner.Train();
        learner.Evaluate([9]).Source.Should().Be(EvaluationSource.Emulated);
    }

    [Test]
    public void Evaluate_FixedSeed_RepeatsBitForBit()
    {
        double[] first = Run(), second = Run();
        first.Should().Equal(second);

        static double[] Run()
        {
            using var learner = Learner.Wrap(x => Math.Sin(x[0]), 1, new MeanEmulator(), new LearnerOptions { InitialTrainingThreshold = 50, AbsoluteTolerance = 10, Seed = 3 });
            var random = new RandomStream(4);
            return [.. Enumerable.Range(0, 60).Select(_ => learner.Evaluate([random.NextNormal()]).Value)];
        }
    }

    [Test]
    public void Train_Again_TellsTheFitWhatCameBefore()
    {
        List<IFittedEmulator?> previous = [];
        var emulator = new FakeEmulator(0.1) { OnFit = context => previous.Add(context.Previous) };
        using var learner = Learner.Wrap(x => x[0], 1, emulator, new LearnerOptions { InitialTrainingThreshold = 4, RetrainGrowth = 100 });
        for (int i = 0; i < 4; i++)
            learner.Evaluate([i]);

        learner.Train();
        learner.Train();

        previous.Should().HaveCount(3);
        previous[0].Should().BeNull();
        previous[1].Should().NotBeNull();
        previous[2].Should().NotBeNull().And.NotBeSameAs(previous[1]);
    }
}
