using System.Globalization;
using Lagom.Rl;

namespace LagomExperiment.Output;

/// <summary>The table at the end of a run.</summary>
internal static class ResultText
{
    public static void Show(ExperimentResult result, TextWriter output)
    {
        var table = new TextTable("Return of the greedy policy at the end", "method", "rate", "seeds", "mean", "worst", "best");
        foreach (IGrouping<int, JobOutcome> group in result.Finished.GroupBy(outcome => outcome.Job.Configuration.Id))
        {
            Configuration configuration = group.First().Job.Configuration;
            double[] returns = [.. group.Select(outcome => outcome.Result!.GetValue<double>())];
            table.Add(
                configuration.Text("method"), N(configuration.Number("rate")), N(returns.Length), N(returns.Average()), N(returns.Min()), N(returns.Max()));
        }

        table.Show(output);
        foreach (JobOutcome failed in result.Failed)
            output.WriteLine($"Configuration {failed.Job.Configuration.Id}, seed {failed.Job.Seed}: {failed.Failure}");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Finished.Count()} of {result.Outcomes.Count} jobs finished, {result.Outcomes.Count(outcome => outcome.WasKept)} of them before this run."));
    }

    private static string N(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
