using System.Globalization;
using ExpUtils.Running;

namespace ExpUtils.RunHost;

/// <summary>
/// A program that does runs for tests: the result is a number that follows from parameters and run. A file FAULTS/INDEX holds what is to
/// go wrong with a run: throw, kill, sleep (until it is asked to stop), deaf (sleep whatever is asked).
/// </summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => ExperimentProgram.RunAsync(args, RunAsync, output: Console.Out);

    private static async ValueTask RunAsync(RunContext run, CancellationToken cancellationToken)
    {
        run.Log.WriteLine($"begins {run.Index}");
        string fault = Path.Combine(Environment.GetEnvironmentVariable("FAULTS") ?? "", run.Index.ToString(CultureInfo.InvariantCulture));
        switch (File.Exists(fault) ? (await File.ReadAllTextAsync(fault, CancellationToken.None)).Trim() : "")
        {
            case "throw":
                throw new InvalidOperationException("as the fault file says");
            case "kill":
                using (var self = System.Diagnostics.Process.GetCurrentProcess())
                    self.Kill();
                break;
            case "sleep":
                await Task.Delay(TimeSpan.FromMinutes(10), cancellationToken);
                break;
            case "deaf":
                await Task.Delay(TimeSpan.FromMinutes(10), CancellationToken.None);
                break;
        }

        double value = Math.Sin(run.Parameters["x"].AsDouble()) + run.Run;
        string file = run.SaveContext.EnsureExists($"{run.Run}.txt", isFile: true);
        await File.WriteAllTextAsync(file, value.ToString("R", CultureInfo.InvariantCulture), CancellationToken.None);
    }
}
