using System.Collections.Concurrent;

namespace ExpUtils.Running.Tests.Running;

public sealed class LocalRunnerTests
{
    private Project _project = null!;

    [SetUp]
    public void Make() => _project = new Project();

    [TearDown]
    public void Delete() => _project.Dispose();

    [Test]
    public async Task Run_Delegate_DoesEveryRunOnceAndNothingTheSecondTime()
    {
        var seen = new ConcurrentBag<(long, long, double)>();
        var executor = new DelegateExecutor((run, _) => seen.Add((run.Index, run.Run, run.Parameters["x"].AsDouble())));
        RunSummary first = await new LocalRunner().RunAsync(_project.Experiment, 3, executor);
        RunSummary second = await new LocalRunner().RunAsync(_project.Experiment, 3, executor);

        first.IsComplete.Should().BeTrue();
        first.Done.Should().Equal(Enumerable.Range(0, 12).Select(i => (long)i));
        second.Done.Should().BeEmpty();
        seen.Should().HaveCount(12).And.OnlyHaveUniqueItems().And.Contain((5, 1, 1.0));
    }

    [Test]
    public async Task Run_ValuesAddedToTheFile_OnlyNewRuns()
    {
        var executor = new DelegateExecutor((_, _) => { });
        await new LocalRunner().RunAsync(_project.Experiment, 2, executor);
        await File.WriteAllTextAsync(_project.File, """{"metaParameters": {"x": [0.25, 0.5, 1.0, 1.5, 2.0]}}""");
        (await new LocalRunner().RunAsync(_project.Experiment, 2, executor)).Done.Should().Equal(0, 5);
    }

    [Test]
    public async Task Run_EqualValuesInTheFile_AreOneRun()
    {
        await File.WriteAllTextAsync(_project.File, """{"metaParameters": {"x": [1.0, 1.0, 2.0]}}""");
        RunSummary summary = await new LocalRunner().RunAsync(_project.Experiment, 1, new DelegateExecutor((_, _) => { }));
        summary.IsComplete.Should().BeTrue();
        summary.Done.Should().HaveCount(2);
        _project.Journal.Missing(1).Should().BeEmpty();
    }

    [Test]
    public async Task Run_Throws_StackTraceIsKeptAndOthersGoOn()
    {
        RunSummary summary = await new LocalRunner().RunAsync(_project.Experiment, 1, new DelegateExecutor(Fail));
        summary.Done.Should().Equal(0, 1, 3);
        RunRecord failed = summary.Failed.Should().ContainSingle().Subject;
        failed.Should().BeEquivalentTo(new { Index = 2L, Status = RunStatus.Failed, Attempts = 1, Parameters = "x-1.5" });
        failed.Error.Should().Contain("no such luck").And.Contain(nameof(Fail));
        File.ReadAllText(failed.Log).Should().Contain("said before").And.Contain("no such luck");
        _project.Journal.Find(2)!.Error.Should().Be(failed.Error);
        _project.Journal.Missing(1).Should().Equal(2);

        static void Fail(RunContext run, CancellationToken _)
        {
            run.Log.WriteLine("said before");
            if (run.Index == 2)
                throw new InvalidOperationException("no such luck");
        }
    }

    [Test]
    public async Task Run_FailsOnce_TriedAgain()
    {
        var policy = new RunPolicy { Attempts = 3, RetryDelay = TimeSpan.FromMilliseconds(1) };
        RunSummary summary = await new LocalRunner(policy).RunAsync(_project.Experiment, 1, new DelegateExecutor((run, _) =>
        {
            if (run.Index == 1 && run.Attempt < 3)
                throw new InvalidOperationException("not yet");
        }));
        summary.IsComplete.Should().BeTrue();
        _project.Journal.Find(1)!.Attempts.Should().Be(3);
    }

    [Test]
    public async Task Run_TakesTooLong_TimedOutAlsoWhereItDoesNotListen()
    {
        var policy = new RunPolicy { Timeout = TimeSpan.FromMilliseconds(300), StopGrace = TimeSpan.Zero, Parallelism = 4 };
        var release = new TaskCompletionSource();
        RunSummary summary = await new LocalRunner(policy).RunAsync(_project.Experiment, 1, new DelegateExecutor(async (run, token) =>
        {
            if (run.Index == 0)
                await Task.Delay(Timeout.Infinite, token);
            if (run.Index == 1)
                await release.Task;
        }));
        release.SetResult();
        summary.Done.Should().Equal(2, 3);
        summary.Failed.Select(record => record.Status).Should().Equal(RunStatus.TimedOut, RunStatus.TimedOut);
        summary.Failed[1].Error.Should().Contain("does not stop when asked");
    }

    [Test]
    public async Task Run_Cancelled_WhatRanIsLeftAndLaterDone()
    {
        using var stop = new CancellationTokenSource();
        var runner = new LocalRunner(new RunPolicy { Parallelism = 1 });
        RunSummary summary = await runner.RunAsync(_project.Experiment, 1, new DelegateExecutor(async (run, token) =>
        {
            if (run.Index == 1)
                await stop.CancelAsync();
            token.ThrowIfCancellationRequested();
        }), cancellationToken: stop.Token);
        summary.Done.Should().Equal(0);
        summary.Left.Should().Equal(1, 2, 3);
        (await runner.RunAsync(_project.Experiment, 1, new DelegateExecutor((_, _) => { }))).Done.Should().Equal(1, 2, 3);
    }

    [Test]
    public async Task Run_TwoRunnersAtOnce_ShareTheRuns()
    {
        var counts = new ConcurrentDictionary<long, int>();
        var executor = new DelegateExecutor(async (run, _) =>
        {
            counts.AddOrUpdate(run.Index, 1, (_, count) => count + 1);
            await Task.Delay(5);
        });
        var runners = Enumerable.Range(0, 4).Select(_ => new LocalRunner(new RunPolicy { Parallelism = 3 }).RunAsync(_project.Experiment, 20, executor));
        RunSummary[] summaries = await Task.WhenAll(runners);
        summaries.Sum(summary => summary.Done.Count).Should().Be(80);
        counts.Should().HaveCount(80).And.OnlyContain(pair => pair.Value == 1);
        _project.Journal.Missing(20).Should().BeEmpty();
    }

    [Test]
    public async Task Run_ManyFailures_StopsAfterTheGivenNumber()
    {
        RunSummary summary = await new LocalRunner(new RunPolicy { Parallelism = 1, StopAfterFailures = 2 })
            .RunAsync(_project.Experiment, 5, new DelegateExecutor((_, _) => throw new InvalidOperationException()));
        summary.Failed.Should().HaveCount(2);
        summary.Left.Should().HaveCount(18);
    }

    [Test]
    public async Task Run_Progress_EndsWithEverything()
    {
        var reports = new ConcurrentQueue<RunProgress>();
        await new LocalRunner(new RunPolicy { Parallelism = 1 }).RunAsync(_project.Experiment, 1, new DelegateExecutor((_, _) => { }), new Synchronous(reports.Enqueue));
        reports.Last().Should().BeEquivalentTo(new { Total = 4, Done = 4, Failed = 0, Running = 0 });
        reports.Last().Remaining.Should().Be(TimeSpan.Zero);
    }

    [TestCase(0, 1, "Parallelism")]
    [TestCase(1, 0, "Attempts")]
    public void Policy_OutOfRange_Throws(int parallelism, int attempts, string name) =>
        FluentActions.Invoking(() => new LocalRunner(new RunPolicy { Parallelism = parallelism, Attempts = attempts })).Should().Throw<ArgumentException>().WithParameterName(name);

    private sealed class Synchronous(Action<RunProgress> report) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => report(value);
    }
}
