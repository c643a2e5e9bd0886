using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using ExpUtils.Reports;
using ExpUtils.Running;

namespace ExpUtils.Tool.Commands;

/// <summary>The results: a line per combination, or all measurements as a file.</summary>
internal static class ResultsCommand
{
    public static Command Create()
    {
        var metric = new Option<string?>("--metric") { Description = "The metric; all if not given." };
        metric.Aliases.Add("-m");
        var export = new Option<string?>("--export") { Description = "A file to write all measurements to: .csv, .npz or .json." };
        var percent = CommandOptions.Positive("--percent", "The share of each curve, from its end, whose mean is shown; at most 1.", 0.1);
        var command = new Command("results", "Shows the results of each combination, or writes all measurements to a file.") { metric, export, percent };
        ExperimentInput input = new ExperimentInput().AddTo(command, withRuns: false);
        ToolContext.SetAction(command, (parsed, context, cancellationToken) =>
        {
            ExperimentDescription experiment = input.Load(parsed);
            using SqliteResultStore store = experiment.OpenResults(cancellationToken);
            IReadOnlyList<string> metrics = parsed.GetValue(metric) is { } one ? [one] : store.Metrics();
            if (parsed.GetValue(export) is { } file)
            {
                int rows = ResultExport.Write(file, experiment, store, metrics);
                if (context.IsJson)
                    context.Write(new JsonObject { ["file"] = file, ["measurements"] = rows });
                else
                    context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}: {rows} measurements"));
            }
            else
            {
                Show(context, experiment, store, metrics, parsed.GetValue(percent));
            }

            return Task.FromResult(ExperimentProgram.Success);
        });
        return command;
    }

    private static void Show(ToolContext context, ExperimentDescription experiment, IResultStore store, IReadOnlyList<string> metrics, double percent)
    {
        var rows = new JsonArray();
        foreach (string metric in metrics)
        {
            string[] names = [.. experiment.Sweep.Parameters.Select(parameter => parameter.Name)];
            var table = new TextTable(metric, [.. names, "runs", "mean", "95 % interval"]);
            foreach (ScoredConfiguration configuration in ScoredConfiguration.All(experiment, store, metric, percent))
            {
                table.Add([
                    .. names.Select(name => configuration.Parameters[name].Text), configuration.RunsText,
                    ExperimentReport.Number(configuration.Mean), configuration.IntervalText]);
                rows.Add(BestCommand.ToJson(experiment, configuration, metric));
            }

            if (!context.IsJson)
                context.Write(table);
        }

        if (context.IsJson)
            context.Write(rows);
        else if (metrics.Count == 0)
            context.Output.WriteLine("No run is complete yet, so there are no results.");
    }
}
