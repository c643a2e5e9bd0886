using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SharedSource.Workers;

namespace Workers.Tests;

internal sealed class WorkerProcessTests
{
    private static readonly JsonTypeInfo<string> Text = (JsonTypeInfo<string>)JsonSerializerOptions.Default.GetTypeInfo(typeof(string));
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    [Test]
    public async Task CallAsync_Request_IsAnsweredAndOutputKeptAway()
    {
        await using WorkerProcess worker = await StartAsync();

        (await CallAsync(worker, "a")).Should().Be("<a>");
        (await CallAsync(worker, "ä\n|")).Should().Be("<ä\n|>");
        (await CallAsync(worker, new string('x', 3_000_000))).Should().HaveLength(3_000_002);
    }

    [Test]
    public async Task CallAsync_HandlerThrows_BringsTypeMessageAndStackAndWorkerLivesOn()
    {
        await using WorkerProcess worker = await StartAsync();

        WorkerHandlerException thrown = (await Calling(worker, "throw").Should().ThrowAsync<WorkerHandlerException>()).Which;

        thrown.RemoteType.Should().Be("System.InvalidOperationException");
        thrown.RemoteMessage.Should().Be("The simulation blew up.");
        thrown.RemoteStackTrace.Should().Contain("Answers.AnswerAsync");
        (await CallAsync(worker, "a")).Should().Be("<a>");
    }

    [Test]
    public async Task CallAsync_StackOverflow_IsADeathThatSaysSo()
    {
        await using WorkerProcess worker = await StartAsync();

        WorkerDiedException died = (await Calling(worker, "overflow").Should().ThrowAsync<WorkerDiedException>()).Which;

        died.SignalName.Should().Be("SIGABRT");
        died.Message.Should().Contain("Stack overflow");
        worker.HasEnded.Should().BeTrue();
    }

    [Test]
    public async Task CallAsync_WorkerKilled_NamesTheSignal()
    {
        await using WorkerProcess worker = await StartAsync();
        Task<string> call = CallAsync(worker, "wait");
        await Task.Delay(100);

        using (Process process = Process.GetProcessById(worker.Id))
            process.Kill();

        WorkerDiedException died = (await FluentActions.Awaiting(() => call).Should().ThrowAsync<WorkerDiedException>()).Which;
        died.ExitCode.Should().Be(137);
        died.SignalName.Should().Be("SIGKILL");
        died.Message.Should().Contain("SIGKILL");
    }

    [Test]
    public async Task CallAsync_WorkerExits_BringsCodeAndLastLines()
    {
        await using WorkerProcess worker = await StartAsync();

        WorkerDiedException died = (await Calling(worker, "exit").Should().ThrowAsync<WorkerDiedException>()).Which;

        died.ExitCode.Should().Be(7);
        died.SignalName.Should().BeNull();
        died.LastLines.Should().Contain("I leave.");
        died.Message.Should().Contain("exit code 7").And.Contain("I leave.");
    }

    [Test]
    public async Task CallAsync_Hang_EndsTheWorkerAfterTheTimeout()
    {
        await using WorkerProcess worker = await StartAsync();

        await FluentActions.Awaiting(() => worker.CallAsync("hang", Text, Text, TimeSpan.FromMilliseconds(300), CancellationToken.None))
            .Should().ThrowAsync<WorkerTimeoutException>().WithMessage("*0.3 s*");

        await EndOfAsync(worker.Id);
    }

    [Test]
    public async Task CallAsync_Cancelled_EndsTheWorker()
    {
        await using WorkerProcess worker = await StartAsync();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await FluentActions.Awaiting(() => worker.CallAsync("hang", Text, Text, Long, cancellation.Token)).Should().ThrowAsync<OperationCanceledException>();

        await EndOfAsync(worker.Id);
    }

    [Test]
    public async Task StartAsync_ProgramDoesNotReachTheHost_IsADeathWithItsOutput()
    {
        WorkerDiedException died = (await FluentActions.Awaiting(() => StartAsync(arguments: "elsewhere")).Should().ThrowAsync<WorkerDiedException>()).Which;

        died.ExitCode.Should().Be(3);
        died.Message.Should().Contain("Went elsewhere.").And.Contain("same arguments");
    }

    [Test]
    public async Task StartAsync_ProgramNeverGetsThere_TimesOut() =>
        await FluentActions.Awaiting(() => WorkerProcess.StartAsync(
                HostProgram.Options("sleep") with { StartTimeout = TimeSpan.FromMilliseconds(500) }, 0, CancellationToken.None))
            .Should().ThrowAsync<WorkerTimeoutException>().WithMessage("*0.5 s*");

    [Test]
    public async Task StartAsync_EnvironmentAndLog_ReachTheWorker()
    {
        string folder = Directory.CreateTempSubdirectory("workers-").FullName;
        try
        {
            WorkerOptions options = HostProgram.Options("serve") with
            {
                LogFolder = folder,
                Environment = new Dictionary<string, string> { ["WORKER_TEST"] = "seven" },
            };
            await using (WorkerProcess worker = await WorkerProcess.StartAsync(options, 4, CancellationToken.None))
                (await CallAsync(worker, "variable")).Should().Be("seven");

            (await File.ReadAllTextAsync(Path.Combine(folder, "worker-4.log"))).Should().Contain("To be seen in the log only.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public async Task Parent_Killed_WorkersEndThemselvesEvenAmidARequest()
    {
        using Process parent = Process.Start(new ProcessStartInfo(HostProgram.FileName, [.. HostProgram.Arguments("ask"), "2"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        int[] workers = [.. (await parent.StandardOutput.ReadLineAsync())!.Split(' ').Select(int.Parse)];
        workers.Should().HaveCount(2);

        parent.Kill();

        foreach (int worker in workers)
            await EndOfAsync(worker);
    }

    private static async Task EndOfAsync(int id)
    {
        for (int i = 0; i < 200 && Directory.Exists($"/proc/{id}"); i++)
            await Task.Delay(50);
        Directory.Exists($"/proc/{id}").Should().BeFalse();
    }

    private static Task<WorkerProcess> StartAsync(string arguments = "serve") =>
        WorkerProcess.StartAsync(HostProgram.Options(arguments), 0, CancellationToken.None);

    private static Task<string> CallAsync(WorkerProcess worker, string request) => worker.CallAsync(request, Text, Text, Long, CancellationToken.None);

    private static Func<Task> Calling(WorkerProcess worker, string request) => () => CallAsync(worker, request);
}
