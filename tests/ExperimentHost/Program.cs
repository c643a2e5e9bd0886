using System.Runtime.InteropServices;
using ExperimentHost;
using Lagom.Rl;

// Arguments: the folder, 'Threads' or 'Processes', jobs at once, and the folder of the notes that tell jobs how to behave.
using var stop = new CancellationTokenSource();
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
{
    context.Cancel = true;
    stop.Cancel();
});

var space = new ConfigSpace { ["width"] = Grid.Of(1, 2, 3), ["rate"] = Sample.LogUniform(1e-4, 1e-1) };
var options = new ExperimentOptions
{
    Directory = args[0],
    Seeds = [10, 20],
    Isolation = Enum.Parse<JobIsolation>(args[1]),
    MaxParallelism = int.Parse(args[2]),
    ExistingDirectory = ExistingDirectoryPolicy.Resume,
};
try
{
    ExperimentResult result = await new ExperimentRunner().RunAsync(new Walk(args[3]), space.Expand(), options, stop.Token);
    Console.WriteLine($"{result.Finished.Count()} finished, {result.Outcomes.Count(outcome => outcome.WasKept)} kept, {result.Failed.Count()} failed");
    return 0;
}
catch (OperationCanceledException)
{
    Console.WriteLine("stopped");
    return 130;
}
