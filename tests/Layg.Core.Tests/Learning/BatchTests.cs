using Shared.Tensors;

namespace Layg.Tests.Learning;

public sealed class BatchTests
{
    private static readonly LearnerOptions Options = new() { InitialTrainingThreshold = 100, AbsoluteTolerance = 0.5, Seed = 6 };

    [TestCase(2)]
    [TestCase(7)]
    public void EvaluateBatch_AnyNumberOfThreads_GivesTheSameAnswers(int threads)
    {
        (double[] values, double[] errors, EvaluationSource[] sources, LearnerStatistics statistics) one = Run(1), many = Run(threads);
        many.values.Should().Equal(one.values);
        many.errors.Should().Equal(one.errors);
        many.sources.Should().Equal(one.sources);
        many.statistics.Exact.Should().Be(one.statistics.Exact);
        many.statistics.Trainings.Should().Be(one.statistics.Trainings).And.BeGreaterThan(1);

        static (double[], double[], EvaluationSource[], LearnerStatistics) Run(int threads)
        {
            // Every third point is refused, so that batches mix all sources and cross thresholds.
            var emulator = new FakeEmulator(x => Math.Sin(x[0]), x => Math.Abs(x[1] % 3) < 1 ? 1 : 0.1);
            using var learner = Learner.Wrap(x => Math.Sin(x[0]), 2, emulator, Options with { MaxDegreeOfParallelism = threads });
            var random = new RandomStream(3);
            const int count = 1000;
            var points = new double[count * 2];
            random.FillNormal(points);
            for (int i = 0; i < points.Length; i++)
                points[i] = Math.Round(points[i] * 4, 1);
            var values = new double[count];
            var errors = new double[count];
            var sources = new EvaluationSource[count];
            for (int from = 0; from < count; from += 250)
                learner.EvaluateBatch(points.AsSpan(from * 2, 500), values.AsSpan(from, 250), errors.AsSpan(from, 250), sources.AsSpan(from, 250));
            return (values, errors, sources, learner.Statistics);
        }
    }

    [Test]
    public void EvaluateBatch_CrossingTheThreshold_TrainsBetweenTwoPoints()
    {
        var emulator = new FakeEmulator(x => x[0], _ => 0.01);
        using var learner = Learner.Wrap(x => x[0], 1, emulator, Options);
        double[] points = [.. Enumerable.Range(0, 150).Select(i => (double)i)];
        var values = new double[150];
        var sources = new EvaluationSource[150];

        learner.EvaluateBatch(points, values, default, sources);

        values.Should().Equal(points);
        sources.Take(100).Should().AllBeEquivalentTo(EvaluationSource.Exact);
        sources.Skip(100).Should().AllBeEquivalentTo(EvaluationSource.Emulated);
        learner.Statistics.Should().Match<LearnerStatistics>(s => s.Exact == 100 && s.Emulated == 50 && s.Trainings == 1);
    }

    [Test]
    public void EvaluateBatch_VectorOutputs_AreRowMajor()
    {
        using var learner = Learner.Wrap(x => new[] { x[0], 10 * x[0] }, 1, new MeanEmulator());
        var values = new double[6];
        learner.EvaluateBatch([1, 2, 3], values);
        values.Should().Equal(1, 10, 2, 20, 3, 30);
    }

    [Test]
    public void EvaluateBatch_FunctionThrowsForOnePoint_LearnsTheOthers([Values(1, 4)] int threads)
    {
        using var learner = Learner.Wrap(x => x[0] == 3 ? throw new TimeoutException("third") : x[0], 1, new MeanEmulator(), Options with { MaxDegreeOfParallelism = threads });
        var values = new double[6];
        learner.Invoking(l => l.EvaluateBatch([1, 2, 3, 4, 5, 6], values)).Should().Throw<TimeoutException>().WithMessage("third");
        learner.Statistics.Should().Match<LearnerStatistics>(s => s.Points == 5 && s.Failed == 1 && s.Exact == 5);
    }

    [Test]
    public void EvaluateBatch_Cancelled_StopsWithWhatItHas()
    {
        using var source = new CancellationTokenSource();
        int calls = 0;
        using var learner = Learner.Wrap(x => { if (++calls == 5) source.Cancel(); return x[0]; }, 1, new MeanEmulator());
        learner.Invoking(l => l.EvaluateBatch(new double[] { 1, 2, 3, 4, 5, 6, 7, 8 }, new double[8], cancellationToken: source.Token))
            .Should().Throw<OperationCanceledException>();
        learner.Statistics.Points.Should().Be(5);
    }

    [Test]
    public void EvaluateBatch_Cancelled_CountsWhatRan([Values(1, 4)] int threads, [Values(null, 1)] int? slots)
    {
        using var source = new CancellationTokenSource();
        int calls = 0;
        using var learner = Learner.Wrap(
            x => { if (Interlocked.Increment(ref calls) == 5) source.Cancel(); return x[0]; },
            1,
            new MeanEmulator(),
            Options with { MaxDegreeOfParallelism = threads, MaxConcurrentExact = slots });
        double[] points = [.. Enumerable.Range(0, 50).Select(i => (double)i)];
        learner.Invoking(l => l.EvaluateBatch(points, new double[50], cancellationToken: source.Token)).Should().Throw<OperationCanceledException>();
        calls.Should().BeInRange(5, 8);
        learner.Statistics.Should().Match<LearnerStatistics>(s => s.Exact == calls && s.Points == calls && s.Failed == 0 && s.Calls == calls);
    }

    [Test]
    public void EvaluateBatch_TrainingThrowsWithinABatch_LearnsEveryValue()
    {
        var emulator = new FakeEmulator(0.001) { OnFit = _ => throw new FormatException("a bug in the emulator") };
        Learner? learner = null;
        int calls = 0;
        // Points from elsewhere bring the threshold nearer than the batch was told.
        using (learner = Learner.Wrap(
            x =>
            {
                if (++calls == 5)
                    learner!.AddData(new TrainingSet(new double[] { -1, -2, -3, -4 }, new double[4], 1, 1));
                return x[0];
            },
            1,
            emulator,
            Options with { InitialTrainingThreshold = 10 }))
        {
            learner.Invoking(l => l.EvaluateBatch([1, 2, 3, 4, 5, 6, 7, 8], new double[8])).Should().Throw<FormatException>();
            learner.Statistics.Should().Match<LearnerStatistics>(s => s.Exact == 8 && s.Points == 12);
        }
    }

    [Test]
    public void EvaluateBatch_SpaceOfTheWrongWidth_LearnsEveryValue()
    {
        using var learner = Learner.Wrap(x => x[0], 1, new MeanEmulator());
        learner.Invoking(l => l.EvaluateBatch([1, 2, 3], new double[6])).Should().Throw<ArgumentException>().WithMessage("*2 components a value*returned 1*");
        learner.Statistics.Should().Match<LearnerStatistics>(s => s.Exact == 3 && s.Points == 3);
    }

    [Test]
    public void EvaluateBatch_BadArguments_NameTheProblem()
    {
        using var learner = Learner.Wrap(x => x[0], 2, new MeanEmulator());
        learner.Invoking(l => l.EvaluateBatch(new double[3], new double[1])).Should().Throw<ArgumentException>().WithMessage("*3 numbers*dimension 2*");
        learner.Invoking(l => l.EvaluateBatch([1, 2, 3, double.NaN], new double[2])).Should().Throw<ArgumentException>().WithMessage("Component 1 of point 1 is NaN*");
        learner.Invoking(l => l.EvaluateBatch(new double[4], new double[3])).Should().Throw<ArgumentException>().WithMessage("*space for 2 values*");
        learner.Invoking(l => l.EvaluateBatch(new double[4], new double[2], new double[1])).Should().Throw<ArgumentException>().WithMessage("*errors has 1*");
        learner.Invoking(l => l.EvaluateBatch(new double[4], new double[2], default, new EvaluationSource[3])).Should().Throw<ArgumentException>().WithMessage("*sources has 3*");
        learner.EvaluateBatch([], []);
        learner.Evaluate([1, 2]);
        learner.Invoking(l => l.EvaluateBatch(new double[4], new double[4])).Should().Throw<ArgumentException>().WithMessage("*1 components has 4*");
    }

    [Test]
    public void EvaluateBatch_EmulatorWithABatchOfItsOwn_IsAskedInBatches([Values(1, 4)] int threads)
    {
        var emulator = new BatchEmulator();
        using var learner = Learner.Wrap(x => new[] { x[0], -x[0] }, 1, emulator, Options with { MaxDegreeOfParallelism = threads, InitialTrainingThreshold = 2 });
        learner.Evaluate([-1]);
        learner.Evaluate([-2]);
        double[] points = [.. Enumerable.Range(0, 300).Select(i => (double)i)];
        points[7] = -2;
        var values = new double[600];
        var sources = new EvaluationSource[300];

        learner.EvaluateBatch(points, values, default, sources);

        emulator.Batches.Should().BeEquivalentTo([128, 128, 43], "299 points are not known, and pieces do not depend on the threads");
        sources[7].Should().Be(EvaluationSource.Known);
        values.Should().Equal(points.SelectMany(x => new[] { x, -x }));
        learner.Statistics.Should().Match<LearnerStatistics>(s => s.Emulated == 299 && s.Known == 1 && s.Exact == 2);
    }

    /// <summary>An emulator that is right, and that must be asked in batches.</summary>
    private sealed class BatchEmulator : IEmulator, IFittedEmulator
    {
        public System.Collections.Concurrent.ConcurrentBag<int> Batches { get; } = [];

        public IFittedEmulator Fit(TrainingSet training, TrainingSet heldOut, FitContext context) => this;

        public double Predict(ReadOnlySpan<double> x, Span<double> y) => throw new InvalidOperationException("A batch was asked point by point.");

        public void PredictBatch(ReadOnlySpan<double> points, Span<double> values, Span<double> errors)
        {
            Batches.Add(errors.Length);
            errors.Fill(0.001);
            for (int i = 0; i < points.Length; i++)
                (values[2 * i], values[2 * i + 1]) = (points[i], -points[i]);
        }
    }
}
