using System.CommandLine;
using System.Globalization;
using CosmologyInference.Inference;
using CosmologyInference.Model;
using CosmologyInference.Report;

namespace CosmologyInference;

/// <summary>The command line: options, the run, and what it writes.</summary>
internal static class CosmologyCommand
{
    private static readonly JobSettings Defaults = new();

    private static readonly Option<long> Seed = CommandOptions.Whole("--seed", "Where all randomness comes from, the data included.", Defaults.Seed, long.MinValue, long.MaxValue);
    private static readonly Option<long> Supernovae = CommandOptions.Whole("--supernovae", "How many to simulate.", Defaults.Supernovae, 20, 100_000);
    private static readonly Option<long> Walkers = CommandOptions.Whole("--walkers", "Walkers of the ensemble.", Defaults.Walkers, 2 * CosmologyModel.Dimension, 1000);
    private static readonly Option<long> Steps = CommandOptions.Whole("--steps", "Steps of every walker, in each run.", Defaults.Steps, 100, 100_000);
    private static readonly Option<double> Tolerance = CommandOptions.Positive("--tolerance", "Largest predicted error of ln L with which an emulated answer is used.", Defaults.Tolerance);
    private static readonly Option<string> Out = CommandOptions.File("--out", "The report, an .html file.", Path.Combine("artifacts", "cosmology-inference.html"), path => path);

    /// <summary>Parses the arguments and runs.</summary>
    /// <returns>0; 2 for a bad argument; 130 where the run was stopped early.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var command = new RootCommand("Infers dark energy from simulated supernovae: exact, emulated three times, and with delayed acceptance.") { Seed, Supernovae, Walkers, Steps, Tolerance, Out };
        command.SetAction((parsed, cancellationToken) => Task.Run(() => Run(parsed, output, error, cancellationToken), CancellationToken.None));
        return await CommandLine.RunAsync(command, args, output, error);
    }

    private static int Run(ParseResult parsed, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var settings = new JobSettings
        {
            Seed = parsed.GetValue(Seed),
            Supernovae = (int)parsed.GetValue(Supernovae),
            Walkers = (int)parsed.GetValue(Walkers),
            Steps = (int)parsed.GetValue(Steps),
            Tolerance = parsed.GetValue(Tolerance),
        };
        var job = new CosmologyJob(settings);
        IReadOnlyList<RunResult> runs = new ProgressView(error).Follow(progress => job.Run(progress, cancellationToken));
        if (runs.Count == 0)
        {
            output.WriteLine("Stopped before the first run was complete.");
            return ExitCode.Stopped;
        }

        Show(runs, output);
        string report = parsed.GetValue(Out)!;
        OutputFile.Write(report, CosmologyReport.Write(settings, job.Model, runs));
        output.WriteLine($"Report: {report}");
        return cancellationToken.IsCancellationRequested ? ExitCode.Stopped : 0;
    }

    private static void Show(IReadOnlyList<RunResult> runs, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"run",-20} {"Omega_m",-16} {"w",-16} {"true calls",11} {"seconds",8} {"accepted",9} {"tau",5} {"mean shift",11} {"sd shift",9}"));
        foreach (RunResult run in runs)
        {
            string matter = string.Create(CultureInfo.InvariantCulture, $"{run.Mean[0]:F4} +- {run.Deviation[0]:F4}");
            string state = string.Create(CultureInfo.InvariantCulture, $"{run.Mean[1]:F3} +- {run.Deviation[1]:F3}");
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{run.Name,-20} {matter,-16} {state,-16} {run.TrueCalls[^1],11} {run.Seconds,8:F2} {run.Acceptance,9:F3} {run.AutocorrelationTime,5:F0} {run.MeanShift(runs[0]),11:F2} {run.DeviationShift(runs[0]),9:F2}"));
        }

        output.WriteLine("Shifts: largest difference to the exact run, in Monte-Carlo errors of that difference.");
    }
}
