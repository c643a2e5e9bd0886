using System.Globalization;
using Lagom.Rl;

namespace LagomHost.Runs;

/// <summary>What is printed of an experiment: a row per seed of one configuration, or a row per configuration of several.</summary>
internal static class RunSummary
{
    public static TextTable Seeds(TrainingPlan plan, IEnumerable<JobOutcome> outcomes)
    {
        var table = new TextTable($"{plan.Algorithm} on {plan.Environment}", "seed", "steps", "solved at", "mean return", "sd", "episodes", "seconds");
        foreach (JobOutcome outcome in outcomes)
        {
            RunResult result = RunResult.Of(outcome.Result!);
            table.Add(
                Text(outcome.Job.Seed), Text(result.Steps), result.SolvedAt is { } step ? Text(step) : "-", Text(result.MeanReturn), Text(result.StandardDeviation),
                Text(result.Episodes), result.Seconds.ToString("F1", CultureInfo.InvariantCulture));
        }

        return table;
    }

    public static TextTable Configurations(TrainingPlan plan, IReadOnlyList<JobOutcome> outcomes, IReadOnlyList<string> varied)
    {
        var table = new TextTable($"{plan.Algorithm} on {plan.Environment}", ["configuration", .. varied, "seeds", "solved", "mean return", "worst", "best"]);
        IEnumerable<(Configuration Configuration, RunResult[] Results)> rows = outcomes
            .GroupBy(outcome => outcome.Job.Configuration)
            .Select(group => (group.Key, group.Select(outcome => RunResult.Of(outcome.Result!)).ToArray()))
            .OrderByDescending(row => row.Item2.Average(result => result.MeanReturn));
        foreach ((Configuration configuration, RunResult[] results) in rows)
        {
            table.Add(
            [
                Text(configuration.Id), .. varied.Select(name => configuration[name].ToString()), Text(results.Length), Text(results.Count(IsSolved(plan))),
                Text(results.Average(result => result.MeanReturn)), Text(results.Min(result => result.MeanReturn)), Text(results.Max(result => result.MeanReturn)),
            ]);
        }

        return table;
    }

    public static string Verdict(TrainingPlan plan, IReadOnlyList<JobOutcome> outcomes)
    {
        double[] returns = [.. outcomes.Select(outcome => RunResult.Of(outcome.Result!).MeanReturn)];
        string mean = $"Mean return over {Text(returns.Length)} runs: {Text(returns.Average())}.";
        return TrainingExperiment.Registry.Spec(plan.Environment).RewardThreshold is { } threshold
            ? $"{mean} Solved (at least {Text(threshold)}): {Text(outcomes.Count(outcome => IsSolved(plan)(RunResult.Of(outcome.Result!))))} of {Text(returns.Length)}."
            : mean;
    }

    private static Func<RunResult, bool> IsSolved(TrainingPlan plan)
    {
        double threshold = TrainingExperiment.Registry.Spec(plan.Environment).RewardThreshold ?? double.PositiveInfinity;
        return result => result.MeanReturn >= threshold;
    }

    private static string Text(double number) => number.ToString("F1", CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
