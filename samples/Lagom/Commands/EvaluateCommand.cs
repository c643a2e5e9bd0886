using System.CommandLine;
using System.Globalization;
using Lagom.Rl;
using LagomHost.Runs;

namespace LagomHost.Commands;

/// <summary>Evaluates trained policies.</summary>
internal static class EvaluateCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        Argument<string> folder = new("folder") { Description = "The folder that train or sweep wrote." };
        Option<long?> configuration = new("--configuration") { Description = "Only this configuration of a sweep." };
        Option<long?> seed = new("--run") { Description = "Only the run of this seed." };
        Option<long> episodes = CommandOptions.Whole("--episodes", "How many episodes.", 100, 1, 1_000_000);
        Option<long> start = CommandOptions.Whole("--seed", "The seed of the environments.", 0, long.MinValue, long.MaxValue - 1_000_000);
        var command = new Command("evaluate", "Evaluates the policies that were trained, with their most likely actions.") { folder, configuration, seed, episodes, start };
        command.SetAction((parsed, cancellationToken) => LagomCommand.Guard(error, () =>
        {
            var table = new TextTable("Trained policies", "configuration", "run", "algorithm", "environment", "mean return", "sd", "mean length", "episodes");
            foreach (JobOutcome outcome in SavedRuns.Find(parsed.GetValue(folder)!, parsed.GetValue(configuration), parsed.GetValue(seed)))
            {
                TrainingPlan plan = TrainingPlan.Of(outcome.Job.Configuration);
                using IAlgorithm algorithm = SavedRuns.Load(outcome.Job);
                EvaluationResult result = algorithm.Policy.Evaluate(
                    TrainingExperiment.Registry, plan.Environment, (int)parsed.GetValue(episodes), parsed.GetValue(start), random: null, cancellationToken);
                table.Add(
                    outcome.Job.Configuration.Id.ToString(CultureInfo.InvariantCulture), outcome.Job.Seed.ToString(CultureInfo.InvariantCulture), plan.Algorithm, plan.Environment,
                    Text(result.MeanReturn), Text(result.StandardDeviation), Text(result.MeanLength), result.Episodes.Length.ToString(CultureInfo.InvariantCulture));
            }

            table.Show(output);
            return 0;
        }));
        return command;
    }

    private static string Text(double number) => number.ToString("F1", CultureInfo.InvariantCulture);
}
