using ExpUtils.Slurm;
using SharedSource.Slurm;

namespace ExpUtils.Running.Tests.Slurm;

/// <summary>Against a real cluster.</summary>
public sealed class SlurmSchedulerTests
{
    private static readonly SlurmOptions Short = new() { Time = SlurmTime.From(TimeSpan.FromMinutes(5)), Requeue = false };

    private SlurmCluster _cluster = null!;
    private Project _project = null!;

    [SetUp]
    public void Make()
    {
        _cluster = SlurmCluster.OrIgnore();
        _project = new Project($"[{string.Join(", ", Enumerable.Range(0, 40).Select(i => $"{i}.0"))}]", _cluster.Folder);
        Environment.SetEnvironmentVariable("FAULTS", _project.Faults);
    }

    [TearDown]
    public async Task Delete()
    {
        await new SlurmScheduler(Short).CancelAsync(_project.Journal);
        _project.Dispose();
    }

    [Test]
    public async Task Schedule_TwoHundredRunsWithKillAndDeadNode_SecondTimeCompletesExactlyTheMissing()
    {
        _project.Fault(17, "kill");
        _project.Fault(23, "throw");
        _project.Fault(3, "sleep");
        _project.Fault(7, "sleep");
        var scheduler = new SlurmScheduler(Short);
        var request = new ScheduleRequest(_project.Experiment, 5, Project.Host) { InOneProcess = true };
        RunJournal journal = _project.Journal;

        ScheduleResult first = await scheduler.ScheduleAsync(request);
        first.Submitted.Should().HaveCount(200);
        first.Jobs.Should().ContainSingle().Which.Tasks.Should().Be(200);
        // Two runs sleep on some node; everything else ends.
        await UntilAsync(async () => journal.Missing(5).Count() == 4 && (await scheduler.InFlightAsync(journal)).Count == 2);
        (await scheduler.ScheduleAsync(request)).Submitted.Should().Equal([17, 23], "what runs is not submitted a second time");
        await UntilAsync(async () => (await scheduler.InFlightAsync(journal)).Count == 2);

        _cluster.RestartNode("n1");
        _cluster.RestartNode("n2");
        await scheduler.WaitAsync(journal);
        journal.Missing(5).Should().Equal(3, 7, 17, 23);
        journal.Find(23)!.Error.Should().Contain("as the fault file says");
        _project.NoFaults();
        ScheduleResult last = await scheduler.ScheduleAsync(request);
        last.Should().BeEquivalentTo(new { Submitted = new long[] { 3, 7, 17, 23 }, InFlight = 0, Done = 196L });
        await scheduler.WaitAsync(journal);
        journal.Missing(5).Should().BeEmpty();
        (await scheduler.ScheduleAsync(request)).Jobs.Should().BeEmpty();
        await ShouldEqualLocalAsync(5);
    }

    [Test]
    public async Task Schedule_Chunks_EachRunAProcessAndAllDone()
    {
        _project.Fault(4, "throw");
        var options = Short with { Cores = 2, Sequential = 10, MaxRunningTasks = 2 };
        var scheduler = new SlurmScheduler(options, worker: Project.Host.Words);
        RunJournal journal = _project.Journal;
        ScheduleResult result = await scheduler.ScheduleAsync(new ScheduleRequest(_project.Experiment, 1, Project.Host));
        result.Jobs.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Tasks = 2, Runs = 40 });
        result.Jobs[0].Command.Should().Contain("--array=0,1%2").And.Contain("--ntasks=2");
        await scheduler.WaitAsync(journal);
        journal.Missing(1).Should().Equal(4);
        journal.Find(4)!.Job.Should().StartWith("slurm ");
        journal.Find(4)!.Error.Should().Contain("as the fault file says");
    }

    [Test]
    public async Task Schedule_MultiNode_EachRunIsAStepOnSomeNode()
    {
        var scheduler = new SlurmScheduler(Short with { Layout = SlurmLayout.MultiNode, Cores = 6, Sequential = 1 }, worker: Project.Host.Words);
        RunJournal journal = _project.Journal;
        await new LocalRunner().RunAsync(journal, Enumerable.Range(6, 34).Select(i => (long)i), new DelegateExecutor((_, _) => { }));
        var request = new ScheduleRequest(_project.Experiment, 1, Project.Host);
        ScheduleResult result = await scheduler.ScheduleAsync(request);
        result.Jobs.Should().ContainSingle().Which.Command.Should().Contain("--ntasks=6").And.NotContain("--nodes");
        await scheduler.WaitAsync(journal);
        journal.Missing(1).Should().BeEmpty();
        await FluentActions.Awaiting(() => scheduler.ScheduleAsync(request with { InOneProcess = true })).Should().ThrowAsync<ArgumentException>();
    }

    // Slurm lets a task wait for two minutes before it begins it again.
    [Test]
    [Category("Long")]
    public async Task Schedule_NodeDiesWithRequeue_SlurmBeginsAgainAndOnlyTheLostIsRepeated()
    {
        _project.Fault(1, "sleep");
        var scheduler = new SlurmScheduler(Short with { Requeue = true, Sequential = 3 });
        var request = new ScheduleRequest(_project.Experiment, 1, Project.Host) { InOneProcess = true };
        RunJournal journal = _project.Journal;
        var experiment = _project.Experiment;
        await new LocalRunner().RunAsync(journal, Enumerable.Range(3, 37).Select(i => (long)i), new DelegateExecutor((_, _) => { }));
        (await scheduler.ScheduleAsync(request)).Submitted.Should().Equal(0, 1, 2);
        await UntilAsync(() => Task.FromResult(journal.StatusOf([1]).Single().Value == RunStatus.Running));
        DateTimeOffset first = journal.Find(0)!.Finished;
        _project.NoFaults();
        _cluster.RestartNode("n1");
        (await scheduler.ScheduleAsync(request)).Submitted.Should().BeEmpty("Slurm itself has queued the task again");
        await scheduler.WaitAsync(journal);
        journal.Missing(1).Should().BeEmpty();
        journal.Find(0)!.Finished.Should().Be(first);
    }

    [Test]
    public async Task Schedule_NodeDiesHalfWayThroughARun_NextTaskGoesOnFromItsCheckpoint()
    {
        await File.WriteAllTextAsync(_project.File, """{"metaParameters": {"x": [0.5, 1.0], "steps": [10]}}""");
        _project.Fault(1, "half");
        var scheduler = new SlurmScheduler(Short);
        var request = new ScheduleRequest(_project.Experiment, 1, Project.Host) { InOneProcess = true };
        RunJournal journal = _project.Journal;
        await scheduler.ScheduleAsync(request);
        await UntilAsync(() => Task.FromResult(journal.IsDone(0) && Directory.Exists(Path.Combine(journal.CheckpointOf(1), "000004"))));
        _cluster.RestartNode("n1");
        _cluster.RestartNode("n2");
        await scheduler.WaitAsync(journal);
        _project.NoFaults();
        (await scheduler.ScheduleAsync(request)).Submitted.Should().Equal(1);
        await scheduler.WaitAsync(journal);

        journal.Missing(1).Should().BeEmpty();
        journal.HasCheckpoint(1).Should().BeFalse();
        string[] log = await File.ReadAllLinesAsync(journal.LogOf(1));
        log.Where(line => line.Contains("step ", StringComparison.Ordinal)).Select(line => line[line.IndexOf("step ", StringComparison.Ordinal)..])
            .Should().Equal(Enumerable.Range(0, 10).Select(step => $"step {step}"));
    }

    [Test]
    public async Task Schedule_FileChangedBeforeItRuns_TasksRefuse()
    {
        var scheduler = new SlurmScheduler(Short with { Sequential = 40, Further = new Dictionary<string, string?> { ["hold"] = null } });
        var request = new ScheduleRequest(_project.Experiment, 1, Project.Host) { InOneProcess = true };
        ScheduleResult result = await scheduler.ScheduleAsync(request);
        await File.WriteAllTextAsync(_project.File, """{"metaParameters": {"x": [7.0]}}""");
        using (var release = System.Diagnostics.Process.Start("scontrol", ["release", result.Jobs[0].Id!]))
            await release.WaitForExitAsync();
        var commands = new SlurmCommands();
        await UntilAsync(async () => (await commands.QueueAsync([long.Parse(result.Jobs[0].Id!)])).All(task => task.State.IsOver()));
        _project.Journal.Missing(1).Should().Equal(0);
        File.ReadAllText(Directory.GetFiles(_project.Journal.Folder, "task-0.txt", SearchOption.AllDirectories).Single()).Should().Contain("has changed");
    }

    [Test]
    public async Task Schedule_DryRun_WritesAndSubmitsNothing()
    {
        var options = Short with { Prologue = ["module load dotnet"], Account = "def-me; id", MemoryPerCore = SlurmMemory.Gigs(2), After = [12] };
        ScheduleResult result = await new SlurmScheduler(options).ScheduleAsync(new ScheduleRequest(_project.Experiment, 1, Project.Host) { DryRun = true });
        result.Jobs[0].Id.Should().BeNull();
        result.Jobs[0].Command.Should().StartWith("sbatch '--account=def-me; id' --array=0-39 ").And.Contain("--dependency=afterany:12").And.Contain("--mem-per-cpu=2G");
        result.Jobs[0].Script.Should().StartWith("#!/bin/bash\nmodule load dotnet\nexec exputils work --plan ").And.Contain("it'\\''s $(x)").And.EndWith(" --task \"$SLURM_ARRAY_TASK_ID\"\n");
        Directory.Exists(_project.Journal.Folder).Should().BeFalse();
        result.CoreYears.Should().BeApproximately(40 * 5.0 / 60 / 8760, 1e-9);
    }

    [Test]
    [Category("Long")]
    public async Task Schedule_TaskExceedsItsTimeLimit_SecondTimeCompletesExactlyThat()
    {
        _project.Fault(11, "deaf");
        var scheduler = new SlurmScheduler(Short with { Time = SlurmTime.From(TimeSpan.FromMinutes(1)), Sequential = 10 });
        var request = new ScheduleRequest(_project.Experiment, 5, Project.Host) { InOneProcess = true };
        RunJournal journal = _project.Journal;
        await scheduler.ScheduleAsync(request);
        await scheduler.WaitAsync(journal);
        journal.Missing(5).Should().Equal(Enumerable.Range(11, 9).Select(i => (long)i), "the run that hangs blocks those after it in its task");
        _project.NoFaults();
        (await scheduler.ScheduleAsync(request)).Submitted.Should().Equal(journal.Missing(5));
        await scheduler.WaitAsync(journal);
        journal.Missing(5).Should().BeEmpty();
        await ShouldEqualLocalAsync(5);
    }

    private async Task ShouldEqualLocalAsync(long runs)
    {
        using var local = new Project($"[{string.Join(", ", Enumerable.Range(0, 40).Select(i => $"{i}.0"))}]");
        await new LocalRunner().RunAsync(local.Experiment, runs, new DelegateExecutor(async (run, token) =>
            await File.WriteAllTextAsync(run.SaveContext.EnsureExists($"{run.Run}.txt", isFile: true), (Math.Sin(run.Parameters["x"].AsDouble()) + run.Run).ToString("R"), token)));
        _project.Results().Should().Equal(local.Results()).And.HaveCount((int)(40 * runs));
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (int i = 0; i < 120; i++)
        {
            if (await holds())
                return;
            await Task.Delay(500);
        }

        Assert.Fail("What the test waits for has not come within a minute.");
    }
}
