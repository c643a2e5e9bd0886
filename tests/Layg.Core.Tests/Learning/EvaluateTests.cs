
namespace Layg.Tests.Learning;

public sealed class EvaluateTests
{
    private static readonly LearnerOptions TrainAtTen = new() { InitialTrainingThreshold = 10, RetrainGrowth = double.PositiveInfinity };

    [Test]
    public void Evaluate_EveryFormOfFunction_GivesItsValue()
    {
        using var scalar = Learner.Wrap(x => x[0] + x[1], 2, new MeanEmulator());
        using var vector = Learner.Wrap(x => new[] { x[0], x[1] }, 2, new MeanEmulator());
        using var inPlace = Learner.Wrap((x, y) => y[0] = x[0] * x[1], 2, 1, new MeanEmulator());
        using var awaited = Learner.WrapAsync(async (x, ct) => { await Task.Yield(); return [x.Span[0]]; }, 2, new MeanEmulator());

        scalar.Evaluate([2, 3]).Value.Should().Be(5);
        vector.Evaluate([2, 3]).Values.Should().Equal(2, 3);
        inPlace.Evaluate([2, 3]).Value.Should().Be(6);
        awaited.Evaluate([2, 3]).Value.Should().Be(2);
    }

    [Test]
    public void Value_OfAVectorFunction_PointsToValues()
    {
        using var learner = Learner.Wrap(x => new[] { x[0], x[0] }, 1, new MeanEmulator());
        Evaluation evaluation = learner.Evaluate([1]);
        FluentActions.Invoking(() => evaluation.Value).Should().Throw<InvalidOperationException>().WithMessage("*2 outputs*Values*");
    }

    [Test]
    public void Evaluate_KnownInput_IsAnsweredFromMemoryEvenIfTheEmulatorDisagrees()
    {
        int calls = 0;
        using var learner = Learner.Wrap(x => { calls++; return x[0]; }, 1, new FakeEmulator(_ => -1, _ => 0.001), TrainAtTen);
        for (int i = 0; i < 10; i++)
            learner.Evaluate([i]);

        Evaluation again = learner.Evaluate([4]);

        again.Source.Should().Be(EvaluationSource.Known);
        again.IsExact.Should().BeTrue();
        again.Value.Should().Be(4);
        again.Error.Should().Be(0);
        calls.Should().Be(10);
        learner.Statistics.Known.Should().Be(1);
    }

    [Test]
    public void Evaluate_RememberInputsOff_EvaluatesRepeatsAgain()
    {
        using var learner = Learner.Wrap(x => x[0], 1, FakeEmulator.Refusing(), TrainAtTen with { RememberInputs = false });
        for (int i = 0; i < 5; i++)
            learner.Evaluate([1]);
        learner.Statistics.Should().Match<LearnerStatistics>(s => s.Exact == 5 && s.Points == 5 && s.Known == 0);
    }

    [Test]
    public void Evaluate_Refusals_AreCountedByReason()
    {
        var errors = new Queue<double>([1.0, double.PositiveInfinity, double.NaN, 0.01]);
        using var learner = Learner.Wrap(x => x[0], 1, new FakeEmulator(_ => 0, _ => errors.Dequeue()), TrainAtTen with { IncrementalInsertion = false });
        for (int i = 0; i < 14; i++)
            learner.Evaluate([i]);

        learner.Statistics.Should().Match<LearnerStatistics>(s =>
            s.RefusedByError == 1 && s.RefusedByDomain == 1 && s.RefusedNotFinite == 1 && s.Refused == 3 && s.Emulated == 1 && s.Exact == 13 && s.Calls == 14);
        learner.Statistics.MeanError.Should().Be(0.01);
        learner.Statistics.MedianError.Should().BeApproximately(0.01, 0.0007);
        learner.Statistics.EmulatedFraction.Should().BeApproximately(1 / 14.0, 1e-12);
    }

    [Test]
    public void Evaluate_IntoSpan_ReportsErrorAndSource()
    {
        using var learner = Learner.Wrap(x => x[0], 1, new FakeEmulator(_ => 7, _ => 0.02), TrainAtTen);
        var value = new double[1];
        learner.Evaluate([0.5], value, out double error).Should().Be(EvaluationSource.Exact);
        error.Should().Be(0);
        value[0].Should().Be(0.5);
        for (int i = 0; i < 9; i++)
            learner.Evaluate([i]);

        learner.Evaluate([100], value, out error).Should().Be(EvaluationSource.Emulated);
        error.Should().Be(0.02);
        value[0].Should().Be(7);
    }

    [Test]
    public void Evaluate_EmulatedScalar_AllocatesNothing()
    {
        using var learner = Learner.Wrap(x => 1, 2, new MeanEmulator(), TrainAtTen);
        double[] x = [0, 0];
        for (int i = 0; i < 100; i++)
        {
            x[0] = i;
            learner.Evaluate(x);
        }

        Allocations.Of(() =>
        {
            for (int i = 0; i < 1000; i++)
            {
                x[1] = i + 1;
                learner.Evaluate(x);
            }
        }).Should().Be(0);
        learner.Statistics.Emulated.Should().BeGreaterThan(5000);
    }

    [Test]
    public void Evaluate_BadInput_NamesIt()
    {
        using var learner = Learner.Wrap(x => x[0], 2, new MeanEmulator());
        learner.Invoking(l => l.Evaluate([1])).Should().Throw<ArgumentException>().WithMessage("*1 numbers*takes 2*");
        learner.Invoking(l => l.Evaluate([1, double.NaN])).Should().Throw<ArgumentException>().WithMessage("Component 1*NaN*");
        learner.Invoking(l => l.Evaluate([double.NegativeInfinity, 1])).Should().Throw<ArgumentException>().WithMessage("Component 0*");
        learner.Statistics.Calls.Should().Be(0);
    }

    [Test]
    public void Evaluate_ValueNotFinite_IsReturnedButNotLearnt([Values(double.NaN, double.PositiveInfinity, double.NegativeInfinity)] double bad)
    {
        using var learner = Learner.Wrap(x => x[0] < 0 ? bad : x[0], 1, new MeanEmulator(), TrainAtTen);
        learner.Evaluate([-1]).Value.Should().Be(bad);
        learner.Evaluate([1]);
        learner.Statistics.Should().Match<LearnerStatistics>(s => s.Exact == 2 && s.Points == 1 && s.NotLearnable == 1);
    }

    [Test]
    public void Evaluate_FunctionThrows_PassesUnwrappedAndStaysUsable()
    {
        using var learner = Learner.Wrap(x => x[0] < 0 ? throw new TimeoutException("cluster is down") : x[0], 1, new MeanEmulator(), TrainAtTen);
        learner.Evaluate([1]);
        learner.Invoking(l => l.Evaluate([-1])).Should().Throw<TimeoutException>().WithMessage("cluster is down");
        learner.Evaluate([2]).Value.Should().Be(2);
        learner.Statistics.Should().Match<LearnerStatistics>(s => s.Exact == 2 && s.Failed == 1 && s.Points == 2);
    }

    [Test]
    public void Evaluate_FunctionChangesItsNumberOfOutputs_IsRefused()
    {
        using var learner = Learner.Wrap(x => new double[(int)x[0]], 1, new MeanEmulator());
        learner.Evaluate([2]);
        learner.Invoking(l => l.Evaluate([3])).Should().Throw<InvalidOperationException>().WithMessage("*returned 3 numbers, but 2 before*");
        learner.Invoking(l => l.Evaluate([0])).Should().Throw<InvalidOperationException>().WithMessage("*empty*");
        learner.Evaluate([2]).Source.Should().Be(EvaluationSource.Known);
    }

    [Test]
    public void Evaluate_FunctionReusesItsArray_LearnsTheValuesOfThatCall()
    {
        var buffer = new double[1];
        using var learner = Learner.Wrap(x => { buffer[0] = x[0]; return buffer; }, 1, new MeanEmulator());
        learner.Evaluate([1]);
        learner.Evaluate([2]);
        learner.Evaluate([1]).Value.Should().Be(1);
    }

    [Test]
    public void AddData_SameInputOtherValue_KeepsTheMeanAndReportsNoise()
    {
        using var learner = Learner.Wrap(x => x[0], 1, new MeanEmulator());
        learner.AddData(new TrainingSet(new double[] { 1, 1, 1, 2 }, new double[] { 3, 4, 8, 2 }, 1, 1));
        learner.Statistics.Should().Match<LearnerStatistics>(s => s.Points == 2 && s.NoisyPoints == 1);
        learner.Evaluate([1]).Value.Should().Be(5);
    }

    [Test]
    public void AddData_SameInputSameValue_CountsInTheMean()
    {
        using var learner = Learner.Wrap(x => x[0], 1, new MeanEmulator());
        learner.AddData(new TrainingSet(new double[] { 1, 1, 1, 2, 2 }, new double[] { 3, 3, 6, 2, 2 }, 1, 1));
        learner.Evaluate([1]).Value.Should().Be(4);
        learner.Statistics.Should().Match<LearnerStatistics>(s => s.Points == 2 && s.NoisyPoints == 1);
    }

    [Test]
    public void EvaluateBatch_NoisyRepeats_AllCountInTheMean()
    {
        var values = new Queue<double>([3, 3, 6]);
        using var learner = Learner.Wrap(_ => values.Dequeue(), 1, new MeanEmulator());
        learner.EvaluateBatch([1, 1, 1], new double[3]);
        learner.Evaluate([1]).Value.Should().Be(4);
    }

    [Test]
    public void AddData_ValuesFarApart_KeepsAFiniteMean()
    {
        using var learner = Learner.Wrap(x => x[0], 1, new MeanEmulator());
        learner.AddData(new TrainingSet(new double[] { 1, 1 }, new[] { double.MaxValue, -double.MaxValue }, 1, 1));
        learner.Evaluate([1]).Value.Should().Be(0);
    }

    [Test]
    public void Evaluate_NegativeZero_IsTheSameInputAsZero()
    {
        int calls = 0;
        using var learner = Learner.Wrap(x => { calls++; return x[0]; }, 2, new MeanEmulator());
        learner.Evaluate([0.0, -0.0]);
        learner.Evaluate([-0.0, 0.0]).Source.Should().Be(EvaluationSource.Known);
        learner.AddData(new TrainingSet(new[] { -0.0, -0.0 }, new[] { 0.0 }, 2, 1));
        (calls, learner.Statistics.Points, learner.Statistics.NoisyPoints).Should().Be((1, 1, 0));
    }

    [Test]
    public void AddData_OtherNumberOfOutputs_IsAnArgumentError()
    {
        using var learner = Learner.Wrap(x => x[0], 1, new MeanEmulator());
        learner.Evaluate([1]);
        learner.Invoking(l => l.AddData(new TrainingSet(new double[1], new double[2], 1, 2))).Should().Throw<ArgumentException>().WithMessage("*2 numbers*returns 1*");
    }

    [Test]
    public void ExactEvaluated_HandlerThrows_TheValueIsLearntAllTheSame([Values] bool batch)
    {
        using var learner = Learner.Wrap(x => x[0], 1, new MeanEmulator());
        learner.ExactEvaluated += (_, _) => throw new FormatException("a bug in the handler");
        Action act = batch ? () => learner.EvaluateBatch([1, 2], new double[2]) : () => learner.Evaluate([1]);
        act.Should().Throw<FormatException>();
        learner.Statistics.Points.Should().Be(batch ? 2 : 1).And.Be((int)learner.Statistics.Exact);
    }

    [Test]
    public void Freeze_StopsLearningUntilUnfrozen()
    {
        using var learner = Learner.Wrap(x => x[0], 1, FakeEmulator.Refusing(), TrainAtTen);
        learner.Evaluate([1]);
        learner.Freeze();
        for (int i = 0; i < 20; i++)
            learner.Evaluate([10 + i]).Source.Should().Be(EvaluationSource.Exact);
        learner.Statistics.Should().Match<LearnerStatistics>(s => s.Points == 1 && s.Trainings == 0 && s.Exact == 21);
        learner.Invoking(l => l.AddData(new TrainingSet(new double[1], new double[1], 1, 1))).Should().Throw<InvalidOperationException>();

        learner.Unfreeze();
        learner.Evaluate([2]);
        learner.Statistics.Points.Should().Be(2);
    }

    [Test]
    public void Evaluate_IncrementalEmulator_UsesAPointInTheNextCall()
    {
        using var learner = Learner.Wrap(x => x[0], 1, new MemorisingEmulator(0.1), TrainAtTen);
        for (int i = 0; i < 10; i++)
            learner.Evaluate([i]);
        learner.Evaluate([55]).Source.Should().Be(EvaluationSource.Exact);
        learner.Evaluate([55.05]).Source.Should().Be(EvaluationSource.Emulated);
    }

    [Test]
    public void Evaluate_IncrementalInsertionOff_WaitsForTheNextTraining()
    {
        using var learner = Learner.Wrap(x => x[0], 1, new MemorisingEmulator(0.1), TrainAtTen with { IncrementalInsertion = false });
        for (int i = 0; i < 10; i++)
            learner.Evaluate([i]);
        learner.Evaluate([55]);
        learner.Evaluate([55.05]).Source.Should().Be(EvaluationSource.Exact);
    }

    [Test]
    public void Train_HeldOutCalibration_InsertsTheHeldOutPointsAfterwards([Values] bool insertion)
    {
        using var learner = Learner.Wrap(x => x[0], 1, new MemorisingEmulator(0.1), TrainAtTen with
        {
            Calibration = CalibrationScheme.HeldOut,
            IncrementalInsertion = insertion,
            RememberInputs = false,
        });
        for (int i = 0; i < 10; i++)
            learner.Evaluate([i]);

        int emulated = Enumerable.Range(0, 10).Count(i => learner.Evaluate([i + 0.01]).Source == EvaluationSource.Emulated);

        emulated.Should().Be(insertion ? 10 : 5);
    }

    [Test]
    public void Predict_AnswersWhateverTheErrorAndCountsNothing()
    {
        using var learner = Learner.Wrap(x => x[0], 1, new FakeEmulator(_ => 7, _ => 99), TrainAtTen);
        learner.Invoking(l => l.Predict([1], new double[1])).Should().Throw<InvalidOperationException>().WithMessage("*no emulator yet*");
        for (int i = 0; i < 10; i++)
            learner.Evaluate([i]);
        var value = new double[1];

        learner.Predict([3], value).Should().Be(99);

        value[0].Should().Be(7);
        learner.Statistics.Calls.Should().Be(10);
    }

    [Test]
    public void ExactEvaluated_IsRaisedForEveryTrueCall()
    {
        using var learner = Learner.Wrap(x => 2 * x[0], 1, new FakeEmulator(0.001), TrainAtTen);
        var seen = new List<double>();
        learner.ExactEvaluated += (_, e) => seen.Add(e.Y.Span[0]);
        for (int i = 0; i < 12; i++)
            learner.Evaluate([i]);
        seen.Should().Equal(Enumerable.Range(0, 10).Select(i => 2.0 * i));
    }

    [Test]
    public void Dispose_FurtherCallsSaySoAndWhatWasLearntStays()
    {
        var learner = Learner.Wrap(x => x[0], 1, new MeanEmulator(), TrainAtTen);
        learner.Evaluate([1]);
        learner.Dispose();
        learner.Dispose();
        Action[] calls =
        [
            () => learner.Evaluate([1]), () => learner.Evaluate([2], new double[1], out _), () => learner.EvaluateExactly([1]),
            () => learner.EvaluateBatch([1], new double[1]), () => learner.EvaluateAsync(new double[] { 1 }).AsTask().GetAwaiter().GetResult(),
            () => learner.AddData(new TrainingSet(new double[1], new double[1], 1, 1)), () => learner.Train(),
        ];
        calls.Should().AllSatisfy(call => call.Should().Throw<ObjectDisposedException>());
        learner.Statistics.Points.Should().Be(1);
        using var stream = new MemoryStream();
        learner.Save(stream);
        stream.Length.Should().BePositive();
    }

    [Test, CancelAfter(30_000)]
    public void Dispose_WhileTheFunctionRuns_LosesNoValue(CancellationToken cancellationToken)
    {
        using var entered = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var learner = Learner.Wrap(
            x =>
            {
                entered.Set();
                release.Wait(cancellationToken);
                return x[0];
            },
            1,
            new MeanEmulator(),
            TrainAtTen with { MaxConcurrentExact = 1 });
        Task<Evaluation> running = Task.Run(() => learner.Evaluate([3], cancellationToken), cancellationToken);
        entered.Wait(cancellationToken);
        learner.Dispose();
        release.Set();
        running.GetAwaiter().GetResult().Value.Should().Be(3);
        learner.Statistics.Should().Match<LearnerStatistics>(s => s.Exact == 1 && s.Points == 1);
    }

    [Test]
    public void CustomEmulator_OfTheDocumentation_EmulatesNoise()
    {
        var noise = new Shared.Tensors.RandomStream(8);
        double level = 2 + noise.NextDouble();
        using var learner = Learner.Wrap(_ => noise.NextNormal(level, 0.01), 1, new MeanEmulator());
        for (int i = 0; i < 1000; i++)
            learner.Evaluate([noise.NextDouble()]);

        for (int i = 0; i < 20; i++)
        {
            Evaluation evaluation = learner.Evaluate([noise.NextDouble()]);
            evaluation.Source.Should().Be(EvaluationSource.Emulated);
            evaluation.Value.Should().BeApproximately(level, 0.005);
            evaluation.Error.Should().BeInRange(0.008, 0.012);
        }
    }
}
