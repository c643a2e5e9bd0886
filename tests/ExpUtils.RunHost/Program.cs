using System.Globalization;
using ExpUtils.Running;

namespace ExpUtils.RunHost;

/// <summary>
/// A program that does runs for tests: the result is a number that follows from parameters and run. A file FAULTS/INDEX holds what is to
/// go wrong with a run: throw, kill, sleep (until it is asked to stop), deaf (sleep whatever is asked), half (sleep after half of the steps).
/// Where a run has the parameter steps, it makes them one after the other, and saves how far it is.
/// </summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => ExperimentProgram.RunAsync(args, RunAsync, output: Console.Out);

    private static async ValueTask RunAsync(RunContext run, CancellationToken cancellationToken)
    {
        run.Log.WriteLine($"begins {run.Index}");
        string fault = Path.Combine(Environment.GetEnvironmentVariable("FAULTS") ?? "", run.Index.ToString(CultureInfo.InvariantCulture));
        string what = File.Exists(fault) ? (await File.ReadAllTextAsync(fault, CancellationToken.None)).Trim() : "";
        switch (what)
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

        double value = run.Parameters.ContainsKey("steps")
            ? await StepAsync(run, isHalf: what == "half", cancellationToken)
            : Math.Sin(run.Parameters["x"].AsDouble()) + run.Run;
        string file = run.SaveContext.EnsureExists($"{run.Run}.txt", isFile: true);
        await File.WriteAllTextAsync(file, value.ToString("R", CultureInfo.InvariantCulture), CancellationToken.None);
    }

    private static async Task<double> StepAsync(RunContext run, bool isHalf, CancellationToken cancellationToken)
    {
        long steps = (long)run.Parameters["steps"].AsDouble();
        (long step, double sum) = (0, 0);
        if (run.Checkpoint.Folder is { } saved)
        {
            string[] state = await File.ReadAllLinesAsync(Path.Combine(saved, "state.txt"), CancellationToken.None);
            (step, sum) = (long.Parse(state[0], CultureInfo.InvariantCulture), double.Parse(state[1], CultureInfo.InvariantCulture));
        }

        using IRunWriter results = run.BeginResults();
        while (step < steps)
        {
            sum += Math.Sin(run.Parameters["x"].AsDouble() * step);
            results.Write("sum", step, sum);
            run.Log.WriteLine($"step {step}");
            step++;
            run.Checkpoint.Save(folder => File.WriteAllText(Path.Combine(folder, "state.txt"), string.Create(CultureInfo.InvariantCulture, $"{step}\n{sum:R}")));
            if (isHalf && step == steps / 2)
            {
                // Not saved: a run that is cut off here does it again.
                results.Write("sum", step, double.NaN);
                await Task.Delay(TimeSpan.FromMinutes(10), cancellationToken);
            }
        }

        results.Complete();
        return sum;
    }
}
