using System.CommandLine;
using Lagom.Rl;
using LagomHost.Runs;

namespace LagomHost.Commands;

/// <summary>Trains an algorithm with every combination of some options.</summary>
internal static class SweepCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var options = new RunOptions(seeds: 3, suffix: "-sweep");
        Option<string[]> grid = Settings.Option("--grid", "Values of an option that are tried, NAME=VALUE,VALUE,...; may be given several times.");
        var command = new Command("sweep", "Trains an algorithm with every combination of values of its options, and ranks them.");
        options.AddTo(command);
        command.Add(grid);
        command.Validators.Add(result =>
        {
            if (result.GetValue(grid) is not { Length: > 0 })
                result.AddError("A sweep needs at least one --grid NAME=VALUE,VALUE,...");
            else if (!result.Errors.Any())
                options.CheckSettings(result, grid);
        });
        command.SetAction((parsed, cancellationToken) => LagomCommand.Guard(error, () => Run(parsed, options, grid, output, error, cancellationToken)));
        return command;
    }

    private static int Run(ParseResult parsed, RunOptions options, Option<string[]> grid, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        IReadOnlyList<Configuration> configurations = options.Configurations(parsed, parsed.GetValue(grid)!);
        ExperimentOptions experiment = options.Experiment(parsed);
        ExperimentResult result = TrainingRun.Follow(configurations, experiment, error, cancellationToken);
        string[] varied = [.. configurations[0].Names.Where(name => configurations.Select(configuration => configuration[name]).Distinct().Count() > 1)];
        TrainingPlan plan = TrainingPlan.Of(configurations[0]);
        return TrainingRun.Conclude(result, plan, finished => RunSummary.Configurations(plan, finished, varied), output);
    }
}
