using System.CommandLine;
using System.Text.Json.Nodes;
using ExpUtils.Reports;
using ExpUtils.Running;

namespace ExpUtils.Tool.Commands;

/// <summary>The report.</summary>
internal static class PlotCommand
{
    public static Command Create()
    {
        var output = CommandOptions.File("--output", "The HTML file to write.", "report.html", path => path);
        output.Aliases.Add("-o");
        var curves = CommandOptions.Whole("--curves", "How many learning curves to draw.", 5, 1, 8);
        var frame = new Option<string>("--frame") { Description = "What a frame is, for the axis: episode, step, ...", DefaultValueFactory = _ => "frame" };
        var command = new Command("plot", "Writes an HTML report: learning curves with bands, sensitivity of the score to each parameter, heat maps of pairs, ranking.") { output, curves, frame };
        ExperimentInput input = new ExperimentInput().AddTo(command);
        MetricInput metric = new MetricInput().AddTo(command);
        ToolContext.SetAction(command, (parsed, context, cancellationToken) =>
        {
            ExperimentDescription experiment = input.Load(parsed);
            using SqliteResultStore store = experiment.OpenResults(cancellationToken);
            string path = parsed.GetValue(output)!;
            ExperimentReport.Write(path, experiment, store, metric.Read(parsed, store) with
            {
                Curves = (int)parsed.GetValue(curves),
                FrameTitle = parsed.GetValue(frame)!,
                Runs = input.HasRuns(parsed) ? input.Runs(parsed) : null,
            });
            if (context.IsJson)
                context.Write(new JsonObject { ["report"] = Path.GetFullPath(path) });
            else
                context.Output.WriteLine(path);
            return Task.FromResult(ExperimentProgram.Success);
        });
        return command;
    }
}
