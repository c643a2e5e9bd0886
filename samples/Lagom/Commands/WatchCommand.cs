using System.CommandLine;
using System.Globalization;
using Lagom.Rl;
using LagomHost.Runs;

namespace LagomHost.Commands;

/// <summary>Records an episode of a trained policy.</summary>
internal static class WatchCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        Argument<string> folder = new("folder") { Description = "The folder that train or sweep wrote." };
        Option<long?> configuration = new("--configuration") { Description = "The configuration of a sweep; the first one without it." };
        Option<long?> run = new("--run") { Description = "The seed of the run; the first one without it." };
        Option<long> seed = CommandOptions.Whole("--seed", "The seed of the environment.", 0, long.MinValue, long.MaxValue);
        Option<string> file = CommandOptions.File("--out", "The GIF. Default: watch.gif in the folder of the run.", null, path => path);
        var command = new Command("watch", "Writes a GIF of an episode of a trained policy.") { folder, configuration, run, seed, file };
        command.SetAction((parsed, cancellationToken) => LagomCommand.Guard(error, () =>
        {
            ExperimentJob job = SavedRuns.Find(parsed.GetValue(folder)!, parsed.GetValue(configuration), parsed.GetValue(run))[0].Job;
            using IAlgorithm algorithm = SavedRuns.Load(job);
            string path = parsed.GetValue(file) ?? job.PathOf("watch.gif");
            EpisodeSummary episode = algorithm.Policy.Record(
                TrainingExperiment.Registry, TrainingPlan.Of(job.Configuration).Environment, path, parsed.GetValue(seed), cancellationToken: cancellationToken);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {episode.Length} steps, return {episode.Return:F1}"));
            return 0;
        }));
        return command;
    }
}
