using System.CommandLine;
using System.Globalization;
using ExpUtils;
using ExpUtils.Reports;
using ExpUtils.Running;
using ExpUtils.Slurm;

namespace TileCodingSweep;

/// <summary>The command line: the whole sweep, here or through Slurm, and its report.</summary>
internal static class SweepCommand
{
    private const string ReportName = "report.html";

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var runs = CommandOptions.Whole("--runs", "Runs of each combination.", 30, 1, 1_000_000);
        var parallel = CommandOptions.Whole("--parallel", "Runs at a time on this machine.", Environment.ProcessorCount, 1, 1024);
        var slurm = new Option<bool>("--slurm") { Description = "Through the Slurm cluster that this machine belongs to (build/slurm start makes one for trying)." };
        var folder = new Option<string>("--folder") { Description = "Where experiment, results and report lie.", DefaultValueFactory = _ => Path.Combine("artifacts", "tile-coding-sweep") };
        var command = new RootCommand("Sweeps step size and trace decay of SARSA(lambda) with tile coding on mountain car. Starting it again goes on where it was.") { runs, parallel, slurm, folder };
        command.SetAction(async (parsed, _) =>
        {
            using var signals = new StopSignals();
            ExperimentDescription experiment = Prepare(parsed.GetValue(folder)!);
            try
            {
                if (parsed.GetValue(slurm))
                    await ScheduleAsync(experiment, parsed.GetValue(runs), error, signals.Token);
                else
                    await RunHereAsync(experiment, parsed.GetValue(runs), (int)parsed.GetValue(parallel), error, signals.Token);
            }
            catch (ExpUtilsException exception)
            {
                error.WriteLine(exception.Message);
                return ExperimentProgram.Misuse;
            }
            catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
            {
                return ExperimentProgram.Interrupted;
            }

            return Report(experiment, parsed.GetValue(runs), Path.Combine(parsed.GetValue(folder)!, ReportName), output, error);
        });
        return await command.Parse(args).InvokeAsync(new InvocationConfiguration { Output = output, Error = error, ProcessTerminationTimeout = null });
    }

    // The experiment is copied from beside the program, so that results never lie among build outputs; an edited copy stays.
    private static ExperimentDescription Prepare(string folder)
    {
        foreach (string file in new[] { "config.json", Path.Combine("experiments", "mountain-car", "sarsa.json") })
        {
            string target = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (!File.Exists(target))
                File.Copy(Path.Combine(AppContext.BaseDirectory, file), target);
        }

        return ExperimentDescription.Load(Path.Combine(folder, "experiments", "mountain-car", "sarsa.json"));
    }

    private static async Task RunHereAsync(ExperimentDescription experiment, long runs, int parallel, TextWriter error, CancellationToken cancellationToken)
    {
        var progress = new Lines(error);
        RunSummary summary = await new LocalRunner(new RunPolicy { Parallelism = parallel }).RunAsync(experiment, runs, new DelegateExecutor(SweepRun.RunAsync), progress, cancellationToken);
        foreach (RunRecord failed in summary.Failed.Take(5))
            error.WriteLine($"Run {failed.Index} failed: {failed.Error}");
    }

    private static async Task ScheduleAsync(ExperimentDescription experiment, long runs, TextWriter error, CancellationToken cancellationToken)
    {
        var options = new SlurmOptions { Time = SlurmTime.Hours(1), Sequential = 30, RunTime = TimeSpan.FromSeconds(1) };
        var scheduler = new SlurmScheduler(options);
        string program = Path.Combine(AppContext.BaseDirectory, "TileCodingSweep.dll");
        var request = new ScheduleRequest(experiment, runs, new RunCommand(["dotnet", program])) { InOneProcess = true };
        ScheduleResult result = await scheduler.ScheduleAsync(request, cancellationToken);
        foreach (ScheduledJob job in result.Jobs)
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Job {job.Id}: {job.Tasks} tasks, {job.Runs} runs"));
        var journal = new RunJournal(experiment);
        await scheduler.WaitAsync(journal, cancellationToken: cancellationToken);
        foreach (long index in journal.Missing(runs).Take(5))
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Run {index} is missing: {journal.Find(index)?.Error ?? "it was cut off"}"));
    }

    private static int Report(ExperimentDescription experiment, long runs, string path, TextWriter output, TextWriter error)
    {
        int missing = new RunJournal(experiment).Missing(runs).Count();
        try
        {
            using SqliteResultStore store = experiment.OpenResults();
            ExperimentReport.Write(path, experiment, store, new ReportOptions { Metric = SweepRun.Metric, Preference = Preference.Smaller, Percent = 0.5, Runs = runs, FrameTitle = "episode" });
            BestResult<Result> best = experiment.LoadResults(store, SweepRun.Metric).Where(result => result.TryLoad(out _)).GetBest(Preference.Smaller, percent: 0.5);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Best: {best.Result.Parameters} with {best.Score:F1} steps per episode over the second half."));
            output.WriteLine($"Report: {path}");
        }
        catch (ExpUtilsException exception)
        {
            error.WriteLine(exception.Message);
            return ExperimentProgram.RunsFailed;
        }

        if (missing > 0)
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{missing} runs are missing; start it again to do them."));
        return missing == 0 ? ExperimentProgram.Success : ExperimentProgram.RunsLeft;
    }

    private sealed class Lines(TextWriter error) : IProgress<RunProgress>
    {
        private readonly Lock _lock = new();
        private int _reported;

        public void Report(RunProgress value)
        {
            lock (_lock)
            {
                int part = (value.Done + value.Failed) * 10 / Math.Max(1, value.Total);
                if (part <= _reported)
                    return;
                _reported = part;
                error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.Done} of {value.Total} runs done, {value.Failed} failed, about {value.Remaining ?? TimeSpan.Zero:mm\\:ss} left"));
            }
        }
    }
}
