using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using ExpUtils.Running;
using ExpUtils.Slurm;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ExpUtils.Tool.Commands;

/// <summary>What has become of the runs of experiments; with --watch as a live table.</summary>
internal static class StatusCommand
{
    private static readonly RunStatus[] Columns = [RunStatus.Done, RunStatus.Running, RunStatus.Queued, RunStatus.Failed, RunStatus.TimedOut, RunStatus.CutOff, RunStatus.Missing];

    private const int BarWidth = 12;

    public static Command Create()
    {
        var files = new Argument<string[]>("experiments") { Description = "The experiments' JSON files.", Arity = ArgumentArity.OneOrMore };
        files.Validators.Add(ExperimentInput.RefuseOptions);
        var runs = CommandOptions.Whole("--runs", "How many runs of each combination are wanted.", 1, 1, 1_000_000_000);
        runs.Aliases.Add("-r");
        var watch = new Option<bool>("--watch") { Description = "Show it again and again until all is done or you press Ctrl-C." };
        var interval = CommandOptions.Whole("--interval", "With --watch: seconds between looks.", 5, 1, 3600);
        var errors = new Option<bool>("--errors") { Description = "Also show why runs failed." };
        var command = new Command("status", "Shows how many runs are done, running, queued, failed, cut off and missing.") { files, runs, watch, interval, errors };
        ToolContext.SetAction(command, async (parsed, context, cancellationToken) =>
        {
            ExperimentDescription[] experiments = [.. parsed.GetValue(files)!.Select(file => ExperimentDescription.Load(file))];
            long wanted = parsed.GetValue(runs);
            if (parsed.GetValue(watch) && context.IsWatched)
                return await WatchAsync(experiments, wanted, TimeSpan.FromSeconds(parsed.GetValue(interval)), cancellationToken);
            List<Line> lines = await LookAsync(experiments, wanted, cancellationToken);
            if (context.IsJson)
                context.Write(new JsonArray([.. lines.Select(line => line.ToJson(parsed.GetValue(errors)))]));
            else
                Show(context, lines, parsed.GetValue(errors));
            return ExperimentProgram.Success;
        });
        return command;
    }

    private static async Task<int> WatchAsync(ExperimentDescription[] experiments, long wanted, TimeSpan interval, CancellationToken cancellationToken)
    {
        List<Line> lines = await LookAsync(experiments, wanted, cancellationToken);
        await AnsiConsole.Live(Render(lines)).StartAsync(async live =>
        {
            while (lines.Exists(line => line.Counts[RunStatus.Done] < line.Total))
            {
                await Task.Delay(interval, cancellationToken);
                lines = await LookAsync(experiments, wanted, cancellationToken);
                live.UpdateTarget(Render(lines));
            }
        });
        return ExperimentProgram.Success;
    }

    private static async Task<List<Line>> LookAsync(ExperimentDescription[] experiments, long wanted, CancellationToken cancellationToken)
    {
        var scheduler = new SlurmScheduler(new SlurmOptions { Time = SlurmTime.Hours(1) });
        var lines = new List<Line>();
        foreach (ExperimentDescription experiment in experiments)
        {
            var journal = new RunJournal(experiment);
            // Asks the cluster only where something was submitted to one.
            IReadOnlyDictionary<long, RunStatus> inFlight = await scheduler.InFlightAsync(journal, cancellationToken);
            var counts = Columns.ToDictionary(status => status, _ => 0L);
            var failed = new List<long>();
            foreach ((long index, RunStatus status) in journal.StatusOf(experiment.ListIndices(wanted)))
            {
                RunStatus shown = status != RunStatus.Done && status != RunStatus.Running && inFlight.TryGetValue(index, out RunStatus queued) ? queued : status;
                counts[shown]++;
                if (shown is RunStatus.Failed or RunStatus.TimedOut)
                    failed.Add(index);
            }

            lines.Add(new Line(experiment, journal, counts, failed));
        }

        return lines;
    }

    private static void Show(ToolContext context, List<Line> lines, bool withErrors)
    {
        var table = new TextTable("Runs", ["experiment", .. Columns.Select(Name)]);
        foreach (Line line in lines)
            table.Add([line.File, .. Columns.Select(status => line.Counts[status].ToString(CultureInfo.InvariantCulture))]);
        context.Write(table);
        if (!withErrors)
            return;
        foreach ((Line line, long index) in lines.SelectMany(line => line.Failed.Select(index => (line, index))))
        {
            if (line.Journal.Find(index) is { } record)
                context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{line.File} run {index} ({record.Parameters}): {record.Error.Trim()}\n  log: {record.Log}"));
        }
    }

    private static IRenderable Render(List<Line> lines)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumn("experiment").AddColumn(new TableColumn("").Width(BarWidth));
        foreach (RunStatus status in Columns)
            table.AddColumn(new TableColumn(Name(status).Replace(' ', '\n')).RightAligned().NoWrap().Padding(0, 0, 1, 0));
        foreach (Line line in lines)
        {
            var bar = new BreakdownChart().HideTags().Width(BarWidth)
                .AddItem("done", line.Counts[RunStatus.Done], Color.Green).AddItem("running", line.Counts[RunStatus.Running], Color.Blue)
                .AddItem("failed", line.Counts[RunStatus.Failed] + line.Counts[RunStatus.TimedOut] + line.Counts[RunStatus.CutOff], Color.Red)
                .AddItem("rest", line.Counts[RunStatus.Queued] + line.Counts[RunStatus.Missing], Color.Grey);
            table.AddRow([new Text(Path.GetFileNameWithoutExtension(line.File)), bar, .. Columns.Select(status => new Text(line.Counts[status].ToString(CultureInfo.InvariantCulture)))]);
        }

        return table;
    }

    private static string Name(RunStatus status) => status switch { RunStatus.TimedOut => "timed out", RunStatus.CutOff => "cut off", _ => status.ToString().ToLowerInvariant() };

    private sealed record Line(ExperimentDescription Experiment, RunJournal Journal, Dictionary<RunStatus, long> Counts, List<long> Failed)
    {
        public string File => Path.GetRelativePath(".", Experiment.Path!);

        public long Total => Counts.Values.Sum();

        public JsonObject ToJson(bool withErrors)
        {
            var json = new JsonObject { ["experiment"] = File, ["total"] = Total };
            foreach (RunStatus status in Columns)
                json[Name(status).Replace(' ', '_')] = Counts[status];
            if (withErrors)
                json["errors"] = new JsonObject(Failed.Select(index => KeyValuePair.Create(index.ToString(CultureInfo.InvariantCulture), (JsonNode?)JsonValue.Create(Journal.Find(index)?.Error))));
            return json;
        }
    }
}
