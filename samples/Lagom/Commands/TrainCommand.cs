using System.CommandLine;
using LagomHost.Runs;

namespace LagomHost.Commands;

/// <summary>Trains an algorithm with several seeds.</summary>
internal static class TrainCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var options = new RunOptions(seeds: 1, suffix: "");
        var command = new Command("train", "Trains an algorithm on an environment.");
        options.AddTo(command);
        command.SetAction((parsed, cancellationToken) => LagomCommand.Guard(error, () => Run(parsed, options, output, error, cancellationToken)));
        return command;
    }

    private static int Run(ParseResult parsed, RunOptions options, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        IReadOnlyList<Configuration> configurations = options.Configurations(parsed, []);
        ExperimentOptions experiment = options.Experiment(parsed);
        (IReadOnlyList<JobOutcome> finished, int code) = TrainingRun.Follow(configurations, experiment, error, cancellationToken);
        if (finished.Count == 0)
            return code;
        TrainingPlan plan = TrainingPlan.Of(configurations[0]);
        TrainingRun.Show(RunSummary.Seeds(plan, finished), output);
        output.WriteLine(RunSummary.Verdict(plan, finished));
        output.WriteLine($"Folder: {experiment.Directory}");
        return code;
    }
}
