using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using ExpUtils.Running;

namespace ExpUtils.Tool.Commands;

/// <summary>Does what is missing on this machine.</summary>
internal static class RunCommands
{
    public static Command Create()
    {
        var parallel = CommandOptions.Whole("--parallel", "How many runs at a time.", Environment.ProcessorCount, 1, 4096);
        parallel.Aliases.Add("-p");
        var attempts = CommandOptions.Whole("--attempts", "How many attempts a run gets.", 1, 1, 100);
        var timeout = new Option<double?>("--timeout") { Description = "How many seconds an attempt may take." };
        var stop = new Option<int?>("--stop-after") { Description = "After how many failed runs no further one is begun." };
        var indices = new Option<string?>("--index") { Description = "Only these runs, as 3 or 0-9,12." };
        indices.Aliases.Add("-i");
        var dry = new Option<bool>("--dry-run") { Description = "Only say what would be run." };
        var command = new Command("run", "Does the runs that are missing, on this machine, a process each. Starting it again goes on where it was.") { parallel, attempts, timeout, stop, indices, dry };
        ExperimentInput input = new ExperimentInput().AddTo(command);
        CommandInput program = new CommandInput().AddTo(command);
        ToolContext.SetAction(command, async (parsed, context, cancellationToken) =>
        {
            ExperimentDescription experiment = input.Load(parsed);
            var journal = new RunJournal(experiment);
            var policy = new RunPolicy
            {
                Parallelism = (int)parsed.GetValue(parallel), Attempts = (int)parsed.GetValue(attempts), StopAfterFailures = parsed.GetValue(stop),
                Timeout = parsed.GetValue(timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            };
            long[] wanted = parsed.GetValue(indices) is { } text
                ? [.. SharedSource.Slurm.SlurmArray.Parse(text).Select(index => (long)index).Where(index => !journal.IsDone(index))]
                : [.. journal.Missing(input.Runs(parsed))];
            RunCommand run = program.Read(parsed);
            if (parsed.GetValue(dry))
                return Show(context, experiment, wanted, run);
            var executor = new ProcessExecutor(run, policy.StopGrace);
            var runner = new LocalRunner(policy);
            RunSummary summary = await ProgressBar.FollowAsync(context, progress => runner.RunAsync(journal, wanted, executor, progress, cancellationToken));
            return Finish(context, summary, cancellationToken.IsCancellationRequested);
        });
        return command;
    }

    private static int Show(ToolContext context, ExperimentDescription experiment, long[] wanted, RunCommand run)
    {
        if (context.IsJson)
        {
            context.Write(new JsonObject
            {
                ["runs"] = new JsonArray([.. wanted.Select(index => JsonValue.Create(index))]),
                ["command"] = new JsonArray([.. run.Words.Select(word => JsonValue.Create(word))]),
            });
            return 0;
        }

        foreach (long index in wanted)
            context.Output.WriteLine(SharedSource.Slurm.ShellText.Join(run.For(experiment, index)));
        return 0;
    }

    private static int Finish(ToolContext context, RunSummary summary, bool isInterrupted)
    {
        if (context.IsJson)
        {
            context.Write(new JsonObject
            {
                ["done"] = Numbers(summary.Done), ["elsewhere"] = Numbers(summary.Elsewhere), ["left"] = Numbers(summary.Left),
                ["failed"] = new JsonArray([.. summary.Failed.Select(record => new JsonObject
                {
                    ["index"] = record.Index, ["parameters"] = record.Parameters, ["status"] = record.Status.ToString(), ["error"] = record.Error, ["log"] = record.Log,
                })]),
            });
        }
        else
        {
            foreach (RunRecord failed in summary.Failed.Take(20))
                context.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Run {failed.Index} ({failed.Parameters}) {failed.Status}: {failed.Error.Split('\n')[0].Trim()} Log: {failed.Log}"));
            context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{summary.Done.Count} done, {summary.Failed.Count} failed, {summary.Elsewhere.Count} run elsewhere, {summary.Left.Count} left"));
        }

        return summary.IsComplete ? ExperimentProgram.Success : isInterrupted ? ExperimentProgram.Interrupted
            : summary.Failed.Count > 0 ? ExperimentProgram.RunsFailed : ExperimentProgram.RunsLeft;
    }

    private static JsonArray Numbers(IEnumerable<long> numbers) => new([.. numbers.Select(number => JsonValue.Create(number))]);
}
