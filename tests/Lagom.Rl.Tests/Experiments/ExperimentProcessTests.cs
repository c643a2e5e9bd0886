using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Lagom.Rl.Tests;

/// <summary>Runs the program in tests/ExperimentHost, interrupts and kills it and its workers.</summary>
public sealed class ExperimentProcessTests
{
    private const int Interrupt = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Test]
    public async Task Processes_UndisturbedRun_GivesWhatThreadsGive()
    {
        using var folder = new TemporaryFolder();

        (int threads, string threadsSaid) = await RunAsync(folder, "threads", JobIsolation.Threads, 2);
        (int processes, string processesSaid) = await RunAsync(folder, "processes", JobIsolation.Processes, 2);

        threads.Should().Be(0);
        threadsSaid.Should().Be("6 finished, 0 kept, 0 failed");
        processes.Should().Be(0, processesSaid);
        processesSaid.Should().Be(threadsSaid);
        Results(folder, "processes").Should().Equal(Results(folder, "threads")).And.HaveCount(12);
    }

    [TestCase(JobIsolation.Threads)]
    [TestCase(JobIsolation.Processes)]
    public async Task Interrupted_InTheMiddle_FinishedJobsStayAndResumingGivesTheSame(JobIsolation isolation)
    {
        using var folder = new TemporaryFolder();
        await RunAsync(folder, "undisturbed", JobIsolation.Threads, 1);
        string note = Note(folder, 3, "wait");

        using Process program = Start(folder, "run", isolation, 1);
        await WaitForAsync(note + ".waits");
        Kill(-program.Id, Interrupt).Should().Be(0, "Ctrl+C reaches the program and its workers");
        (int code, string said) = await EndAsync(program);
        code.Should().Be(130);
        said.Should().Be("stopped");
        Results(folder, "run").Keys.Where(name => name.EndsWith("result.json", StringComparison.Ordinal)).Should().HaveCount(3);

        File.Delete(note);
        (_, said) = await RunAsync(folder, "run", isolation, 2);

        said.Should().Be("6 finished, 3 kept, 0 failed");
        Results(folder, "run").Should().Equal(Results(folder, "undisturbed"));
    }

    [TestCase(JobIsolation.Threads)]
    [TestCase(JobIsolation.Processes)]
    public async Task Killed_InTheMiddle_FinishedJobsStayAndResumingGivesTheSame(JobIsolation isolation)
    {
        using var folder = new TemporaryFolder();
        await RunAsync(folder, "undisturbed", JobIsolation.Threads, 1);
        string note = Note(folder, 4, "wait");

        using Process program = Start(folder, "run", isolation, 1);
        await WaitForAsync(note + ".waits");
        program.Kill();
        await program.WaitForExitAsync();
        File.Delete(note);
        (_, string said) = await RunAsync(folder, "run", isolation, 1);

        said.Should().Be("6 finished, 4 kept, 0 failed");
        Results(folder, "run").Should().Equal(Results(folder, "undisturbed"));
    }

    [Test]
    public async Task Processes_OneThrowsAndOneDies_TheOthersFinishAndResumingGivesTheSame()
    {
        using var folder = new TemporaryFolder();
        await RunAsync(folder, "undisturbed", JobIsolation.Threads, 1);
        string throws = Note(folder, 1, "throw");
        string dies = Note(folder, 4, "die");

        (_, string first) = await RunAsync(folder, "run", JobIsolation.Processes, 2);
        ExperimentResult result = ExperimentResult.Load(folder["run"]);
        File.Delete(throws);
        File.Delete(dies);
        (_, string second) = await RunAsync(folder, "run", JobIsolation.Processes, 2);

        first.Should().Be("4 finished, 0 kept, 2 failed");
        JobOutcome[] failed = [.. result.Failed];
        failed[0].Failure!.Kind.Should().Be(JobFailureKind.Threw);
        failed[0].Failure!.Message.Should().Be("The note says so.");
        failed[0].Failure!.Details.Should().Contain("Walk.Behave");
        failed[1].Failure!.Kind.Should().Be(JobFailureKind.Died);
        failed[1].Failure!.Message.Should().Contain("SIGKILL");
        failed[1].Job.Index.Should().Be(4);
        second.Should().Be("6 finished, 4 kept, 0 failed");
        Results(folder, "run").Should().Equal(Results(folder, "undisturbed"));
    }

    [Test]
    public async Task Processes_OneHangs_IsEndedAndTheOthersFinish()
    {
        using var folder = new TemporaryFolder();
        Note(folder, 2, "wait");

        using Process program = Start(folder, "run", JobIsolation.Processes, 1, "limited");
        (_, string said) = await EndAsync(program);

        said.Should().Be("5 finished, 0 kept, 1 failed");
        JobOutcome hung = ExperimentResult.Load(folder["run"]).Failed.Single();
        hung.Job.Index.Should().Be(2);
        hung.Failure!.Kind.Should().Be(JobFailureKind.TimedOut);
        hung.Failure.Message.Should().Contain("within 5 s");
    }

    [TestCase(JobIsolation.Threads)]
    [TestCase(JobIsolation.Processes)]
    public async Task Processes_ProgramWithOtherWorkersLater_TheyPassTheEndedExperiment(JobIsolation isolation)
    {
        using var folder = new TemporaryFolder();

        using Process program = Start(folder, "run", isolation, 2, "then-others");
        (_, string said) = await EndAsync(program);

        said.Should().Be("6 finished, 0 kept, 0 failed\nanother answered");
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);

    private static string Note(TemporaryFolder folder, int job, string text)
    {
        string note = Path.Combine(folder["notes"], $"{job}");
        Directory.CreateDirectory(folder["notes"]);
        File.WriteAllText(note, text);
        return note;
    }

    // In a process group of its own, so that a signal to the group spares the tests; and hearing of Ctrl+C even where the tests run in the background.
    private static Process Start(TemporaryFolder folder, string name, JobIsolation isolation, int parallelism, params string[] more)
    {
        var start = new ProcessStartInfo(
            "env",
            ["--default-signal=INT", "setsid", "dotnet", Path.Combine(AppContext.BaseDirectory, "ExperimentHost.dll"), folder[name], isolation.ToString(), $"{parallelism}", folder["notes"], .. more])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        return Process.Start(start)!;
    }

    private static async Task<(int Code, string Said)> RunAsync(TemporaryFolder folder, string name, JobIsolation isolation, int parallelism)
    {
        using Process program = Start(folder, name, isolation, parallelism);
        return await EndAsync(program);
    }

    private static async Task<(int Code, string Said)> EndAsync(Process program)
    {
        using var patience = new CancellationTokenSource(Patience);
        string said = await program.StandardOutput.ReadToEndAsync(patience.Token);
        await program.WaitForExitAsync(patience.Token);
        return (program.ExitCode, said.Trim());
    }

    private static async Task WaitForAsync(string file)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!File.Exists(file))
            await Task.Delay(20, patience.Token);
    }

    /// <summary>What a run is about: results and logs, not times.</summary>
    private static Dictionary<string, string> Results(TemporaryFolder folder, string name) => folder.Files(name)
        .Where(file => file.EndsWith("result.json", StringComparison.Ordinal) || file.EndsWith(".jsonl", StringComparison.Ordinal))
        .ToDictionary(file => file, file => File.ReadAllText(Path.Combine(folder[name], file)));
}
