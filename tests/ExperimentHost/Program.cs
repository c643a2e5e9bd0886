using System.Runtime.InteropServices;
using System.Text;
using ExperimentHost;
using Lagom.Rl;
using SharedSource.Workers;

// With 'checkpoint' and a file: saves a checkpoint and stays in the middle of it.
if (args is ["checkpoint", var path])
{
    HalfCheckpoint.Write(path);
    return 0;
}

// Arguments: the folder, 'Threads' or 'Processes', jobs at once, the folder of the notes that tell jobs how to behave, and 'then-others' to
// ask a worker of another kind when the experiment has ended, or 'limited' to end jobs that take longer than five seconds.
using var stop = new CancellationTokenSource();
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
{
    context.Cancel = true;
    stop.Cancel();
});

var space = new ConfigSpace { ["width"] = ConfigGrid.Of(1, 2, 3), ["rate"] = ConfigSample.LogUniform(1e-4, 1e-1) };
var options = new ExperimentOptions
{
    Directory = args[0],
    Seeds = [10, 20],
    Isolation = Enum.Parse<JobIsolation>(args[1]),
    MaxParallelism = int.Parse(args[2]),
    ExistingDirectory = ExistingDirectoryPolicy.Resume,
    JobTimeout = args is [.., "limited"] ? TimeSpan.FromSeconds(5) : null,
};
try
{
    ExperimentResult result = await new ExperimentRunner().RunAsync(new Walk(args[3]), space.Expand(), options, cancellationToken: stop.Token);
    Console.WriteLine($"{result.Finished.Count()} finished, {result.Outcomes.Count(outcome => outcome.WasKept)} kept, {result.Failed.Count()} failed");
    if (args is [.., "then-others"])
        Console.WriteLine(await AskAnotherAsync());
    return 0;
}
catch (OperationCanceledException)
{
    Console.WriteLine("stopped");
    return 130;
}

async Task<string> AskAnotherAsync()
{
    await WorkerHost.ServeIfAskedAsync("another", request => ValueTask.FromResult<ReadOnlyMemory<byte>>(Encoding.UTF8.GetBytes($"{Environment.ProcessId}")));
    await using var pool = new WorkerPool(new WorkerOptions { Role = "another" }, 1);
    byte[] answer = await pool.CallAsync("null"u8.ToArray(), TimeSpan.FromMinutes(1), CancellationToken.None);
    return Encoding.UTF8.GetString(answer) == $"{Environment.ProcessId}" ? "itself" : "another answered";
}
