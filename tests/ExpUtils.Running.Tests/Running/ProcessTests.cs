using System.Diagnostics;

namespace ExpUtils.Running.Tests.Running;

public sealed class ProcessTests
{
    private Project _project = null!;

    [SetUp]
    public void Make()
    {
        _project = new Project();
        Environment.SetEnvironmentVariable("FAULTS", _project.Faults);
    }

    [TearDown]
    public void Delete() => _project.Dispose();

    [Test]
    public async Task Run_Processes_ResultsEqualThoseInOneProcess()
    {
        (await new LocalRunner().RunAsync(_project.Experiment, 1, new ProcessExecutor(Project.Host))).IsComplete.Should().BeTrue();
        SortedDictionary<string, string> apart = _project.Results();
        using var other = new Project();
        (await Start(other, "-e", other.File, "--runs", "1").WaitAsync()).Should().Be(0);
        other.Results().Should().Equal(apart).And.HaveCount(4);
    }

    [Test]
    public async Task Run_ProcessFailsOrIsKilled_RecordSaysHow()
    {
        _project.Fault(1, "throw");
        _project.Fault(2, "kill");
        RunSummary summary = await new LocalRunner().RunAsync(_project.Experiment, 1, new ProcessExecutor(Project.Host));
        summary.Done.Should().Equal(0, 3);
        summary.Failed[0].Error.Should().Contain("exit code 1").And.Contain("as the fault file says").And.Contain("Program.RunAsync");
        summary.Failed[1].Error.Should().Contain("signal 9");
        _project.NoFaults();
        (await new LocalRunner().RunAsync(_project.Experiment, 1, new ProcessExecutor(Project.Host))).Done.Should().Equal(1, 2);
    }

    [Test]
    public async Task Run_ProcessTakesTooLong_Ended()
    {
        _project.Fault(0, "deaf");
        _project.Fault(1, "sleep");
        var policy = new RunPolicy { Timeout = TimeSpan.FromSeconds(5), Parallelism = 4 };
        RunSummary summary = await new LocalRunner(policy).RunAsync(_project.Experiment, 1, new ProcessExecutor(Project.Host, TimeSpan.FromSeconds(0.3)));
        summary.Done.Should().Equal(2, 3);
        summary.Failed.Select(record => record.Status).Should().Equal(RunStatus.TimedOut, RunStatus.TimedOut);
    }

    [Test]
    public async Task Run_ArgumentsWithShellCharacters_ArriveAsTheyAre()
    {
        string target = Path.Combine(_project.Folder, "said; $(id) 'x'");
        // The script says what it was given: its arguments, one a line.
        var command = new RunCommand(["bash", "-c", "printf '%s\\n' \"$@\" > \"$0\"", target, "{index}", "{file}", "`id`", "{\"a\": 1}"]);
        await new LocalRunner().RunAsync(new RunJournal(_project.Experiment), [2], new ProcessExecutor(command));
        File.ReadAllLines(target).Should().Equal("2", _project.File, "`id`", "{\"a\": 1}");
    }

    [Test]
    public void Command_UnknownPlaceholder_SuggestsTheNearest() =>
        FluentActions.Invoking(() => new RunCommand(["x", "{indx}"])).Should().Throw<ArgumentException>().WithMessage("*{index}*");

    [Test]
    public async Task Run_ProgramIsMissing_RunFailsAndSaysSo()
    {
        RunSummary summary = await new LocalRunner().RunAsync(new RunJournal(_project.Experiment), [0], new ProcessExecutor(new RunCommand(["no-such-program-here"])));
        summary.Failed.Single().Error.Should().Contain("no-such-program-here");
    }

    [Test]
    public async Task Program_KilledAmidRuns_LosesOnlyThoseInFlight()
    {
        _project.Fault(2, "sleep");
        var program = Start(_project, "-e", _project.File, "--parallel", "1");
        RunJournal journal = _project.Journal;
        await UntilAsync(() => journal.StatusOf([2]).Single().Value == RunStatus.Running);
        program.Kill();
        await program.WaitForExitAsync();

        journal.StatusOf([0, 1, 2, 3]).Select(pair => pair.Value).Should().Equal(RunStatus.Done, RunStatus.Done, RunStatus.CutOff, RunStatus.Missing);
        _project.NoFaults();
        (await Start(_project, "-e", _project.File).WaitAsync()).Should().Be(0);
        journal.Missing(1).Should().BeEmpty();
    }

    [Test]
    public async Task Program_Interrupted_StopsInOrderAndSaysSo()
    {
        _project.Fault(2, "sleep");
        var program = Start(_project, "-e", _project.File, "--parallel", "1");
        RunJournal journal = _project.Journal;
        await UntilAsync(() => journal.StatusOf([2]).Single().Value == RunStatus.Running);
        ProcessSignals.AskToEnd(program);
        (await program.WaitAsync()).Should().Be(ExperimentProgram.Interrupted);
        journal.StatusOf([0, 1, 2, 3]).Select(pair => pair.Value).Should().Equal(RunStatus.Done, RunStatus.Done, RunStatus.Missing, RunStatus.Missing);
    }

    [TestCase(2, "-i", "3")]
    [TestCase(2, "-e", "no-such-file.json")]
    [TestCase(2, "-e", "x.json", "-i", "-3")]
    [TestCase(2, "--speed", "3")]
    public async Task Program_WrongArguments_ExitCodeTwo(int expected, params string[] arguments) =>
        (await Start(_project, arguments).WaitAsync()).Should().Be(expected);

    [Test]
    public async Task LocalScheduler_Twice_DoesWhatIsMissing()
    {
        _project.Fault(1, "throw");
        var request = new ScheduleRequest(_project.Experiment, 1, Project.Host);
        var scheduler = new LocalScheduler();
        (await scheduler.ScheduleAsync(request with { DryRun = true })).Submitted.Should().Equal(0, 1, 2, 3);
        await scheduler.ScheduleAsync(request);
        _project.NoFaults();
        (await scheduler.ScheduleAsync(request)).Should().BeEquivalentTo(new { Submitted = new long[] { 1 }, Done = 3L, InFlight = 0 });
        _project.Journal.Missing(1).Should().BeEmpty();
    }

    private static Process Start(Project project, params string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [.. Project.Host.Words.Skip(1), .. arguments])
        {
            WorkingDirectory = project.Folder, RedirectStandardOutput = true, UseShellExecute = false,
        })!;

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (int i = 0; i < 600 && !holds(); i++)
            await Task.Delay(50);
        holds().Should().BeTrue("that is what the test waits for");
    }
}
