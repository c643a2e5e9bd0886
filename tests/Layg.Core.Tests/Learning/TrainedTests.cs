using System.Collections.Concurrent;

namespace Layg.Tests.Learning;

/// <summary>What a handler of <see cref="Learner.Trained"/> may do.</summary>
public sealed class TrainedTests
{
    private static readonly LearnerOptions Options = new() { InitialTrainingThreshold = 10, RetrainGrowth = 2, AbsoluteTolerance = 0.5 };

    [Test, CancelAfter(30_000)]
    public void Trained_HandlerTrains_TrainsOnceMoreAndReportsBoth([Values] bool background, CancellationToken cancellationToken)
    {
        using Learner learner = New(background);
        var reports = new ConcurrentQueue<int>();
        int inside = 0;
        learner.Trained += (_, report) =>
        {
            (++inside).Should().Be(1, "reports come one at a time");
            reports.Enqueue(report.Points);
            if (reports.Count == 1)
            {
                learner.AddData(Points(20, 1));
                learner.Train(cancellationToken);
            }

            inside--;
        };

        Guard(() => learner.AddData(Points(0, 10)), cancellationToken);
        Guard(() => learner.WhenTrained.Wait(cancellationToken), cancellationToken);

        reports.Should().Equal(10, 11);
        learner.Statistics.Trainings.Should().Be(2);
    }

    [Test, CancelAfter(30_000)]
    public void Trained_HandlerLoads_Works([Values] bool background, CancellationToken cancellationToken)
    {
        using var stored = new MemoryStream();
        using (Learner saved = New(background: false))
        {
            saved.AddData(Points(0, 7));
            saved.Save(stored);
        }

        using Learner learner = New(background);
        learner.Trained += (_, _) =>
        {
            stored.Position = 0;
            learner.Load(stored);
        };

        Guard(() => learner.AddData(Points(0, 10)), cancellationToken);
        Guard(() => learner.WhenTrained.Wait(cancellationToken), cancellationToken);

        learner.Statistics.Points.Should().Be(7);
        learner.IsTrained.Should().BeFalse("the stored learner was not");
    }

    [Test, CancelAfter(30_000)]
    public void Trained_HandlerWaitsForAThreadThatTrains_BothEnd(CancellationToken cancellationToken)
    {
        using Learner learner = New(background: false);
        var reports = new ConcurrentQueue<int>();
        learner.Trained += (_, report) =>
        {
            reports.Enqueue(report.Points);
            if (reports.Count == 1)
                Task.Run(() => learner.Train(cancellationToken), cancellationToken).Wait(cancellationToken);
        };

        Guard(() => learner.AddData(Points(0, 10)), cancellationToken);

        reports.Should().Equal(10, 10);
    }

    [Test]
    public void Trained_HandlerThrows_LaterTrainingsAreReported()
    {
        using Learner learner = New(background: false);
        var reports = new List<int>();
        learner.Trained += (_, report) =>
        {
            reports.Add(report.Points);
            if (reports.Count > 1)
                return;
            learner.Train();
            throw new FormatException("a bug in the handler");
        };

        learner.Invoking(l => l.AddData(Points(0, 10))).Should().Throw<FormatException>();
        learner.Train();

        reports.Should().Equal(10, 10, 10);
    }

    [Test, CancelAfter(30_000)]
    public void Train_InsideAFitOfTheSameLearner_SaysSoInsteadOfWaitingForEver(CancellationToken cancellationToken)
    {
        Learner? learner = null;
        var emulator = new FakeEmulator(0.1) { OnFit = _ => learner!.Train() };
        using (learner = Learner.Wrap(x => x[0], 1, emulator, Options))
        {
            Guard(
                () => learner.Invoking(l => l.AddData(Points(0, 10))).Should().Throw<InvalidOperationException>().WithMessage("Train was called from inside a training*"),
                cancellationToken);
            emulator.OnFit = null;
            learner.Train(cancellationToken);
            learner.IsTrained.Should().BeTrue();
        }
    }

    [Test, CancelAfter(30_000)]
    public void Train_CancelledWhileAnotherTrainingRuns_StopsWaiting(CancellationToken cancellationToken)
    {
        using var fitting = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var emulator = new FakeEmulator(0.1) { OnFit = _ => { fitting.Set(); release.Wait(cancellationToken); } };
        using var learner = Learner.Wrap(x => x[0], 1, emulator, Options with { BackgroundTraining = true });
        learner.AddData(Points(0, 10));
        fitting.Wait(cancellationToken);
        using var source = new CancellationTokenSource();
        Task waiting = Task.Run(() => learner.Train(source.Token), cancellationToken);
        source.Cancel();
        Guard(() => FluentActions.Invoking(() => waiting.GetAwaiter().GetResult()).Should().Throw<OperationCanceledException>(), cancellationToken);
        release.Set();
        learner.WhenTrained.Wait(cancellationToken);
        learner.Statistics.Trainings.Should().Be(1);
    }

    private static Learner New(bool background) =>
        Learner.Wrap(x => x[0], 1, new FakeEmulator(0.1), Options with { BackgroundTraining = background });

    private static TrainingSet Points(int from, int count)
    {
        double[] x = [.. Enumerable.Range(from, count).Select(i => (double)i)];
        return new TrainingSet(x, x, 1, 1);
    }

    /// <summary>Runs something that must not hang, so that a deadlock fails this test instead of stopping all of them.</summary>
    private static void Guard(Action action, CancellationToken cancellationToken) =>
        Task.Run(action, cancellationToken).WaitAsync(cancellationToken).GetAwaiter().GetResult();
}
