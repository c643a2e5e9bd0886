using Lagom.Rl;
using LagomHost.Runs;

namespace LagomHost.Commands;

/// <summary>Runs what train and sweep describe, shows how far it is, and what failed.</summary>
internal static class TrainingRun
{
    /// <returns>The outcomes.</returns>
    public static ExperimentResult Follow(
        IReadOnlyList<Configuration> configurations, ExperimentOptions options, TextWriter error, CancellationToken cancellationToken)
    {
        if (options.ExistingDirectory == ExistingDirectoryPolicy.Fail && Directory.Exists(options.Directory) && Directory.EnumerateFileSystemEntries(options.Directory).Any())
            throw new IOException($"'{options.Directory}' is not empty: --resume goes on there, --overwrite starts anew, --out names another folder.");

        // What the algorithm refuses is known before anything is written.
        foreach (Configuration configuration in configurations)
            TrainingPlan.Of(configuration).Create(TrainingExperiment.Registry, options.Seeds[0]).Dispose();

        bool isSweep = configurations.Count > 1;
        var view = new ProgressView(error);
        ExperimentResult result = view.Follow(report =>
        {
            var gate = new Lock();
            var experiment = new TrainingExperiment(progress =>
            {
                lock (gate)
                    report(progress);
            }, isSweep);
            return new ExperimentRunner().RunAsync(experiment, configurations, options, cancellationToken: cancellationToken).GetAwaiter().GetResult();
        });
        foreach (JobOutcome failed in result.Failed)
            error.WriteLine($"{TrainingExperiment.Name(failed.Job, isSweep)} failed: {failed.Failure!.Message}");
        return result;
    }

    /// <summary>Prints the table, what follows from it, and where everything is; writes the report.</summary>
    /// <returns>The exit code: 1 where a run failed.</returns>
    public static int Conclude(ExperimentResult result, TrainingPlan plan, Func<IReadOnlyList<JobOutcome>, TextTable> table, TextWriter output)
    {
        JobOutcome[] finished = [.. result.Finished];
        if (finished.Length > 0)
        {
            table(finished).Show(output);
            output.WriteLine(RunSummary.Verdict(plan, finished));
            output.WriteLine($"Report: {CurveReport.Write(plan, result)}");
        }

        output.WriteLine($"Folder: {result.Directory}");
        return result.Failed.Any() ? ExitCode.Failed : 0;
    }
}
