using System.CommandLine;
using System.Text.Json.Nodes;
using ExpUtils.Reports;
using ExpUtils.Running;

namespace ExpUtils.Tool.Commands;

/// <summary>The best combinations.</summary>
internal static class BestCommand
{
    public static Command Create()
    {
        var count = CommandOptions.Whole("--count", "How many to show.", 5, 1, 1_000_000);
        count.Aliases.Add("-n");
        var command = new Command("best", "Shows the combinations that score best.") { count };
        ExperimentInput input = new ExperimentInput().AddTo(command, withRuns: false);
        MetricInput metric = new MetricInput().AddTo(command);
        ToolContext.SetAction(command, (parsed, context, cancellationToken) =>
        {
            ExperimentDescription experiment = input.Load(parsed);
            using SqliteResultStore store = experiment.OpenResults(cancellationToken);
            ReportOptions options = metric.Read(parsed, store);
            ScoredConfiguration[] best = [.. ExperimentReport.Rank(experiment, store, options).Take((int)parsed.GetValue(count))];
            if (context.IsJson)
            {
                context.Write(new JsonArray([.. best.Select(configuration => ToJson(experiment, configuration, options.Metric))]));
                return Task.FromResult(ExperimentProgram.Success);
            }

            string[] names = [.. experiment.Sweep.Parameters.Select(parameter => parameter.Name)];
            var table = new TextTable($"Best {options.Metric}, {(options.Preference == Preference.Larger ? "larger" : "smaller")} is better", [.. names, "runs", "mean", "95 % interval"]);
            foreach (ScoredConfiguration configuration in best)
            {
                table.Add([
                    .. names.Select(name => configuration.Parameters[name].Text), configuration.RunsText,
                    ExperimentReport.Number(configuration.Mean), configuration.IntervalText]);
            }

            context.Write(table);
            return Task.FromResult(ExperimentProgram.Success);
        });
        return command;
    }

    public static JsonObject ToJson(ExperimentDescription experiment, ScoredConfiguration configuration, string metric) => new()
    {
        ["metric"] = metric, ["combination"] = experiment.Sweep.IndexOf(configuration.Parameters), ["parameters"] = configuration.Parameters.ToJson(), ["runs"] = configuration.Runs.Count, ["scored_runs"] = configuration.ScoredRuns,
        ["mean"] = double.IsFinite(configuration.Mean) ? configuration.Mean : null, ["lower"] = double.IsFinite(configuration.Lower) ? configuration.Lower : null, ["upper"] = double.IsFinite(configuration.Upper) ? configuration.Upper : null,
    };
}
