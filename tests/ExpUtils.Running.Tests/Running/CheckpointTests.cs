using System.Diagnostics;

namespace ExpUtils.Running.Tests.Running;

public sealed class CheckpointTests
{
    private const string Experiment = """{"metaParameters": {"x": [0.5, 1.0], "steps": [10]}}""";

    private Project _project = null!;

    [SetUp]
    public void Make()
    {
        _project = NewProject();
        Environment.SetEnvironmentVariable("FAULTS", _project.Faults);
    }

    [TearDown]
    public void Delete() => _project.Dispose();

    [TestCase(true, TestName = "Program_KilledHalfWay_GoesOnWhereItWas")]
    [TestCase(false, TestName = "Program_TerminatedHalfWay_GoesOnWhereItWas")]
    public async Task Program_EndedHalfWay_GoesOnWhereItWas(bool isKilled)
    {
        _project.Fault(1, "half");
        using Process program = Start(_project);
        await UntilHalfAsync();
        if (isKilled)
            program.Kill();
        else
            ProcessSignals.AskToEnd(program);
        await program.WaitForExitAsync();
        _project.NoFaults();
        using Process again = Start(_project);
        await again.WaitForExitAsync();

        again.ExitCode.Should().Be(0);
        await ShouldHaveGoneOnAsync();
    }

    [Test]
    public async Task Processes_CutOffHalfWay_GoOnWhereTheyWere()
    {
        _project.Fault(1, "half");
        using var stop = new CancellationTokenSource();
        Task<RunSummary> first = new LocalRunner(new RunPolicy { Parallelism = 1 }).RunAsync(_project.Experiment, 1, new ProcessExecutor(Project.Host), cancellationToken: stop.Token);
        await UntilHalfAsync();
        await stop.CancelAsync();
        (await first).Left.Should().Equal(1);
        _project.NoFaults();

        (await new LocalRunner().RunAsync(_project.Experiment, 1, new ProcessExecutor(Project.Host))).Done.Should().Equal(1);
        await ShouldHaveGoneOnAsync();
    }

    [Test]
    public async Task Process_OfAnyLanguage_FindsItsFolderAgainUntilItIsDone()
    {
        string said = Path.Combine(_project.Folder, "said");
        // Counts its attempts, and fails twice.
        var command = new RunCommand(["bash", "-c", "cd \"$EXPUTILS_CHECKPOINT\" && echo >> count && wc -l < count >> \"$0\" && test $(wc -l < count) = 3", said, "{index}"]);
        var policy = new RunPolicy { Attempts = 3, RetryDelay = TimeSpan.FromMilliseconds(1) };
        (await new LocalRunner(policy).RunAsync(new RunJournal(_project.Experiment), [1], new ProcessExecutor(command))).Done.Should().Equal(1);

        File.ReadAllLines(said).Should().Equal("1", "2", "3");
        _project.Journal.HasCheckpoint(1).Should().BeFalse();
        await new LocalRunner().RunAsync(new RunJournal(_project.Experiment), [0], new ProcessExecutor(new RunCommand(["false"])));
        _project.Journal.HasCheckpoint(0).Should().BeFalse("a program that keeps nothing leaves no folder");
    }

    [Test]
    public async Task Save_Fails_EarlierOneStaysAndTheExceptionPasses()
    {
        string? kept = null;
        RunRecord failed = (await RunAsync(run =>
        {
            run.Checkpoint.Folder.Should().BeNull();
            run.Checkpoint.Save(folder => File.WriteAllText(Path.Combine(folder, "state"), "first"));
            run.Checkpoint.Save(folder =>
            {
                File.WriteAllText(Path.Combine(folder, "state"), "half of the sec");
                throw new InvalidOperationException("disk on fire");
            });
        })).Failed.Should().ContainSingle().Subject;
        failed.Error.Should().StartWith("System.InvalidOperationException: disk on fire");

        await RunAsync(run => kept = File.ReadAllText(Path.Combine(run.Checkpoint.Folder!, "state")));
        kept.Should().Be("first");
        Directory.Exists(_project.Journal.CheckpointOf(0)).Should().BeFalse("the run is done");
    }

    [Test]
    public async Task Save_OftenAndCutOffBetween_OneFolderIsLeft()
    {
        string root = _project.Journal.CheckpointOf(0);
        await RunAsync(run =>
        {
            // What a process leaves that is killed while it saves.
            Directory.CreateDirectory(Path.Combine(root, ".saving-1", "state"));
            for (int i = 0; i < 12; i++)
                run.Checkpoint.Save(folder => File.WriteAllText(Path.Combine(folder, "state"), $"{i}"));
            Directory.EnumerateDirectories(root).Should().ContainSingle();
            File.ReadAllText(Path.Combine(run.Checkpoint.Folder!, "state")).Should().Be("11");
            run.Checkpoint.Save(folder => File.Copy(Path.Combine(run.Checkpoint.Folder!, "state"), Path.Combine(folder, "copy")));
            File.ReadAllText(Path.Combine(run.Checkpoint.Folder!, "copy")).Should().Be("11");
            throw new InvalidOperationException("as the test wants it");
        });

        _project.Journal.HasCheckpoint(0).Should().BeTrue();
        _project.Journal.Forget(0);
        _project.Journal.HasCheckpoint(0).Should().BeFalse("a run that is forgotten begins at its start");
    }

    [Test]
    public async Task Save_AfterTheRunWasGivenUp_Throws()
    {
        var given = new TaskCompletionSource<Exception?>();
        using var release = new ManualResetEventSlim();
        var policy = new RunPolicy { Timeout = TimeSpan.FromMilliseconds(100), StopGrace = TimeSpan.Zero };
        RunSummary summary = await new LocalRunner(policy).RunAsync(_project.Journal, [0], new DelegateExecutor((run, _) =>
        {
            release.Wait(CancellationToken.None);
            try
            {
                run.Checkpoint.Save(_ => { });
                given.SetResult(null);
            }
            catch (InvalidOperationException exception)
            {
                given.SetResult(exception);
            }
        }));
        summary.Failed.Should().ContainSingle().Which.Status.Should().Be(RunStatus.TimedOut);
        release.Set();
        (await given.Task.WaitAsync(TimeSpan.FromSeconds(30))).Should().NotBeNull();
        _project.Journal.HasCheckpoint(0).Should().BeFalse();
    }

    private static Project NewProject()
    {
        var project = new Project();
        File.WriteAllText(project.File, Experiment);
        return project;
    }

    private static Process Start(Project project) =>
        Process.Start(new ProcessStartInfo("dotnet", [.. Project.Host.Words.Skip(1), "-e", project.File, "--parallel", "1"]) { WorkingDirectory = project.Folder })!;

    private Task<RunSummary> RunAsync(Action<RunContext> body) =>
        new LocalRunner().RunAsync(_project.Journal, [0], new DelegateExecutor((run, _) => body(run)));

    private async Task UntilHalfAsync()
    {
        string log = _project.Journal.LogOf(1);
        string saved = Path.Combine(_project.Journal.CheckpointOf(1), "000004");
        for (int i = 0; i < 600 && !Directory.Exists(saved); i++)
            await Task.Delay(50);
        Directory.Exists(saved).Should().BeTrue("that is what the test waits for; the log says: {0}", File.Exists(log) ? await File.ReadAllTextAsync(log) : "nothing");
    }

    // Every step was made once, and results are those of a run that nobody disturbed.
    private async Task ShouldHaveGoneOnAsync()
    {
        string[] log = await File.ReadAllLinesAsync(_project.Journal.LogOf(1));
        log.Where(line => line.Contains("step ", StringComparison.Ordinal)).Select(line => line[line.IndexOf("step ", StringComparison.Ordinal)..])
            .Should().Equal(Enumerable.Range(0, 10).Select(step => $"step {step}"));
        _project.Journal.Missing(1).Should().BeEmpty();
        _project.Journal.HasCheckpoint(1).Should().BeFalse();

        using var other = NewProject();
        await new LocalRunner().RunAsync(other.Experiment, 1, new ProcessExecutor(Project.Host));
        _project.Results().Should().Equal(other.Results());
        Measured(_project).Should().Equal(Measured(other)).And.HaveCount(20);
    }

    private static List<(long, double)> Measured(Project project)
    {
        using SqliteResultStore store = project.Experiment.OpenResults();
        return [.. store.Read("sum").SelectMany(series => series.Frames.ToArray().Zip(series.Values.ToArray()))];
    }
}
