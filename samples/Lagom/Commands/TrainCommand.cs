using System.CommandLine;
using Lagom.Rl;
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
        ExperimentResult result = TrainingRun.Follow(configurations, experiment, error, cancellationToken);
        TrainingPlan plan = TrainingPlan.Of(configurations[0]);
        return TrainingRun.Conclude(result, plan, finished => RunSummary.Seeds(plan, finished), output);
    }
}
