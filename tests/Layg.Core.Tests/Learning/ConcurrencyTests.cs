using System.Collections.Concurrent;
using Shared.Tensors;

namespace Layg.Tests.Learning;

[NonParallelizable]
public sealed class ConcurrencyTests
{
    [Test, CancelAfter(120_000)]
    public void Evaluate_SixteenThreadsAMillionCalls_CountsTrainsAndAnswersRight(CancellationToken cancellationToken)
    {
        const int threads = 16;
        const int callsEach = 62_500;
        var trainedOn = new ConcurrentQueue<int>();
        var emulator = new FakeEmulator(x => 2 * x[0], x => x[0] < 0.002 ? 1 : 0.001);
        using var learner = Learner.Wrap(x => 2 * x[0], 1, emulator, new LearnerOptions { InitialTrainingThreshold = 500, RetrainGrowth = 1.25 });
        learner.Trained += (_, report) => trainedOn.Enqueue(report.Points);
        long wrong = 0, exact = 0, known = 0, emulated = 0;

        RunThreads(threads, thread =>
        {
            RandomStream random = new RandomStream(1).Split("thread", thread);
            for (int call = 0; call < callsEach; call++)
            {
                // One call in fifty repeats an input of a small grid, so that threads meet at the same points.
                double x = call % 50 == 0 ? random.NextInt32(100) / 1e5 : random.NextDouble();
                Evaluation evaluation = learner.Evaluate([x], cancellationToken);
                if (evaluation.Value != 2 * x)
                    Interlocked.Increment(ref wrong);
                Interlocked.Increment(ref evaluation.Source == EvaluationSource.Exact ? ref exact : ref evaluation.Source == EvaluationSource.Known ? ref known : ref emulated);
            }
        });

        LearnerStatistics statistics = learner.Statistics;
        wrong.Should().Be(0);
        statistics.Calls.Should().Be(threads * callsEach);
        (statistics.Exact, statistics.Known, statistics.Emulated).Should().Be((exact, known, emulated));
        statistics.Refused.Should().BeLessThanOrEqualTo(statistics.Exact);
        statistics.Points.Should().BeLessThanOrEqualTo((int)statistics.Exact).And.BeGreaterThan(1000);
        trainedOn.Should().Equal(Schedule(500, 1.25, statistics.Points), "every training the rule asks for runs once, on exactly its points");
        statistics.Trainings.Should().Be(trainedOn.Count);
        emulator.Fits.Select(fit => fit.Training.Count + fit.HeldOut.Count).Should().Equal(trainedOn);
    }

    [Test, CancelAfter(60_000)]
    public void Learner_EverythingAtOnce_AnswersRightAndEnds([Values] bool background, CancellationToken cancellationToken)
    {
        var emulator = new FakeEmulator(x => 2 * x[0], x => x[0] < 0.3 ? 1 : 0.001);
        var options = new LearnerOptions { InitialTrainingThreshold = 50, RetrainGrowth = 1.1, AuditProbability = 0.05, BackgroundTraining = background, MaxDegreeOfParallelism = 2 };
        using var learner = Learner.Wrap(x => 2 * x[0], 1, emulator, options);
        int reports = 0;
        learner.Trained += (_, _) =>
        {
            if (Interlocked.Increment(ref reports) % 7 == 3)
                learner.Train(cancellationToken);
        };
        long wrong = 0;
        RunThreads(8, thread =>
        {
            RandomStream random = new RandomStream(2).Split("thread", thread);
            var values = new double[20];
            for (int turn = 0; turn < 100; turn++)
            {
                double[] points = [.. values.Select(_ => random.NextDouble())];
                switch (thread)
                {
                    case 0:
                        learner.AddData(new TrainingSet(points, Array.ConvertAll(points, x => 2 * x), 1, 1));
                        learner.Train(cancellationToken);
                        break;
                    case 1:
                        using (var stream = new MemoryStream())
                        {
                            learner.Save(stream);
                            stream.Position = 0;
                            learner.Load(stream);
                        }

                        break;
                    default:
                        learner.EvaluateBatch(points, values, cancellationToken: cancellationToken);
                        for (int i = 0; i < points.Length; i++)
                            Interlocked.Add(ref wrong, values[i] == 2 * points[i] && learner.Evaluate([points[i] / 2], cancellationToken).Value == points[i] ? 0 : 1);
                        break;
                }
            }
        });
        learner.WhenTrained.Wait(cancellationToken);
        wrong.Should().Be(0);
        learner.Statistics.ErrorInflation.Should().Be(1, "the emulator is never wrong");
    }

    [Test, CancelAfter(30_000)]
    public void Evaluate_WhileAnotherTrueEvaluationHangs_IsAnswered(CancellationToken cancellationToken)
    {
        using var entered = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        using var learner = Learner.Wrap(
            x =>
            {
                if (x[0] == 0)
                {
                    entered.Set();
                    release.Wait(cancellationToken);
                }

                return x[0];
            },
            1,
            new MeanEmulator());
        Task<Evaluation> hanging = Task.Run(() => learner.Evaluate([0], cancellationToken), cancellationToken);
        entered.Wait(cancellationToken);

        learner.Evaluate([1], cancellationToken).Value.Should().Be(1);

        hanging.IsCompleted.Should().BeFalse();
        release.Set();
        hanging.GetAwaiter().GetResult().Value.Should().Be(0);
    }

    [Test, CancelAfter(30_000)]
    public void Evaluate_DuringTraining_OldEmulatorKeepsAnswering([Values] bool background, CancellationToken cancellationToken)
    {
        using var training = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        int fits = 0;
        var emulator = new FakeEmulator(_ => 0, x => x[0] < 0 ? 1 : 0.001)
        {
            OnFit = _ =>
            {
                if (++fits != 2)
                    return;
                training.Set();
                release.Wait(cancellationToken);
            },
        };
        using var learner = Learner.Wrap(_ => 0, 1, emulator, new LearnerOptions { InitialTrainingThreshold = 10, RetrainGrowth = 2, BackgroundTraining = background });
        for (int i = 0; i < 10; i++)
            learner.Evaluate([-1 - i], cancellationToken);
        learner.WhenTrained.Wait(cancellationToken);

        Task second = Task.Run(() => { for (int i = 10; i < 20; i++) learner.Evaluate([-1 - i], cancellationToken); }, cancellationToken);
        training.Wait(cancellationToken);
        learner.Evaluate([5], cancellationToken).Source.Should().Be(EvaluationSource.Emulated);
        learner.Evaluate([-500], cancellationToken).Source.Should().Be(EvaluationSource.Exact);
        if (background)
            second.Wait(cancellationToken);
        else
            second.IsCompleted.Should().BeFalse("the call that reached the threshold trains before it returns");

        release.Set();
        second.Wait(cancellationToken);
        learner.WhenTrained.Wait(cancellationToken);
        learner.Statistics.Trainings.Should().Be(2);
    }

    [Test, CancelAfter(30_000)]
    public void Freeze_WhileATrainingRuns_HoldsBackTheNextOne(CancellationToken cancellationToken)
    {
        using var training = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var emulator = new FakeEmulator(0.001) { OnFit = _ => { training.Set(); release.Wait(cancellationToken); } };
        using var learner = Learner.Wrap(x => x[0], 1, emulator, new LearnerOptions { InitialTrainingThreshold = 10, RetrainGrowth = 2, BackgroundTraining = true });
        learner.AddData(Points(0, 10));
        training.Wait(cancellationToken);
        learner.AddData(Points(10, 10));
        learner.Freeze();
        release.Set();
        learner.WhenTrained.Wait(cancellationToken);
        (learner.Statistics.Trainings, learner.Statistics.LastTrainingSize).Should().Be((1, 10));

        learner.Unfreeze();

        learner.WhenTrained.Wait(cancellationToken);
        (learner.Statistics.Trainings, learner.Statistics.LastTrainingSize).Should().Be((2, 20));

        static TrainingSet Points(int from, int count)
        {
            double[] x = [.. Enumerable.Range(from, count).Select(i => (double)i)];
            return new TrainingSet(x, x, 1, 1);
        }
    }

    [Test, CancelAfter(30_000)]
    public void BackgroundTraining_EmulatorThrows_FaultsTheTaskAndNotTheCall(CancellationToken cancellationToken)
    {
        var emulator = new FakeEmulator(0.001) { OnFit = _ => throw new FormatException("a bug") };
        using var learner = Learner.Wrap(x => x[0], 1, emulator, new LearnerOptions { InitialTrainingThreshold = 2, BackgroundTraining = true });
        learner.Evaluate([1], cancellationToken);
        learner.Evaluate([2], cancellationToken).Value.Should().Be(2);
        learner.Awaiting(l => l.WhenTrained).Should().ThrowAsync<FormatException>().GetAwaiter().GetResult();
        learner.Evaluate([3], cancellationToken).Value.Should().Be(3);
    }

    [Test, CancelAfter(30_000)]
    public void MaxConcurrentExact_ManyThreads_IsKept(CancellationToken cancellationToken)
    {
        int running = 0, most = 0;
        using var learner = Learner.Wrap(
            x =>
            {
                int now = Interlocked.Increment(ref running);
                InterlockedMax(ref most, now);
                Thread.SpinWait(20_000);
                Interlocked.Decrement(ref running);
                return x[0];
            },
            1,
            FakeEmulator.Refusing(),
            new LearnerOptions { MaxConcurrentExact = 2 });
        RunThreads(8, thread =>
        {
            for (int i = 0; i < 20; i++)
                learner.Evaluate([thread * 100 + i], cancellationToken);
        });
        most.Should().Be(2);
        learner.Statistics.Exact.Should().Be(160);
    }

    [Test, CancelAfter(30_000)]
    public async Task EvaluateAsync_ManyAtOnce_NeedsNoThreads(CancellationToken cancellationToken)
    {
        var release = new TaskCompletionSource();
        using var learner = Learner.WrapAsync(async (x, ct) => { await release.Task.WaitAsync(ct); return [x.Span[0]]; }, 1, new MeanEmulator());
        Task<Evaluation>[] calls = [.. Enumerable.Range(0, 2000).Select(i => learner.EvaluateAsync(new double[] { i }, cancellationToken).AsTask())];
        release.SetResult();
        Evaluation[] evaluations = await Task.WhenAll(calls);
        evaluations.Select(e => e.Value).Should().Equal(Enumerable.Range(0, 2000).Select(i => (double)i));
        learner.IsTrained.Should().BeTrue();
    }

    [Test]
    public async Task EvaluateAsync_Cancelled_PassesAndLearnsNothing()
    {
        using var source = new CancellationTokenSource();
        using var learner = Learner.WrapAsync(async (x, ct) => { await Task.Delay(Timeout.Infinite, ct); return [0]; }, 1, new MeanEmulator());
        ValueTask<Evaluation> call = learner.EvaluateAsync(new double[] { 1 }, source.Token);
        await source.CancelAsync();
        await FluentActions.Awaiting(() => call.AsTask()).Should().ThrowAsync<OperationCanceledException>();
        learner.Statistics.Should().Match<LearnerStatistics>(s => s.Points == 0 && s.Failed == 1);
    }

    [Test]
    public async Task EvaluateAsync_CancelledBefore_CountsNothing()
    {
        using var learner = Learner.WrapAsync((x, _) => ValueTask.FromResult(x.ToArray()), 1, new MeanEmulator());
        await FluentActions.Awaiting(() => learner.EvaluateAsync(new double[] { 1 }, new CancellationToken(canceled: true)).AsTask()).Should().ThrowAsync<OperationCanceledException>();
        learner.Invoking(l => l.Evaluate([1], new CancellationToken(canceled: true))).Should().Throw<OperationCanceledException>();
        learner.Statistics.Should().Match<LearnerStatistics>(s => s.Failed == 0 && s.Calls == 0);
    }

    private static void RunThreads(int count, Action<int> body)
    {
        var failures = new ConcurrentQueue<Exception>();
        Thread[] threads = [.. Enumerable.Range(0, count).Select(i => new Thread(() =>
        {
            try
            {
                body(i);
            }
            catch (Exception exception)
            {
                failures.Enqueue(exception);
            }
        }))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        failures.Should().BeEmpty();
    }

    private static IEnumerable<int> Schedule(int first, double growth, int points)
    {
        for (int next = first; next <= points; next = (int)Math.Ceiling(growth * next))
            yield return next;
    }

    private static void InterlockedMax(ref int location, int value)
    {
        int seen = Volatile.Read(ref location);
        while (seen < value)
            seen = Interlocked.CompareExchange(ref location, value, seen) is var before && before == seen ? value : before;
    }
}
