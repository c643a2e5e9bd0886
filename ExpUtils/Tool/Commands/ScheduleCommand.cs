using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using ExpUtils.Running;
using ExpUtils.Slurm;

namespace ExpUtils.Tool.Commands;

/// <summary>Hands what is missing to a Slurm cluster.</summary>
internal static class ScheduleCommand
{
    public static Command Create()
    {
        var slurm = new SlurmInput();
        var inProcess = new Option<bool>("--in-process") { Description = "The program is an ExperimentProgram and does all runs of a task in one process." };
        var dry = new Option<bool>("--dry-run") { Description = "Only show what would be submitted." };
        var wait = new Option<bool>("--wait") { Description = "Wait until nothing waits or runs any more." };
        var rounds = CommandOptions.Whole("--rounds", "With --wait: how often to submit what is missing.", 1, 1, 1000);
        var command = new Command("schedule", "Submits the runs that are neither done nor under way to Slurm, as a job array. Doing it again submits only what was lost since.") { inProcess, dry, wait, rounds };
        slurm.AddTo(command);
        ExperimentInput input = new ExperimentInput().AddTo(command);
        CommandInput program = new CommandInput().AddTo(command);
        ToolContext.SetAction(command, async (parsed, context, cancellationToken) =>
        {
            var request = new ScheduleRequest(input.Load(parsed), input.Runs(parsed), program.Read(parsed)) { InOneProcess = parsed.GetValue(inProcess), DryRun = parsed.GetValue(dry) };
            var scheduler = new SlurmScheduler(slurm.Read(parsed), WorkCommand.Words());
            var journal = new RunJournal(request.Experiment);
            ScheduleResult result;
            long round = 0;
            do
            {
                result = await scheduler.ScheduleAsync(request, cancellationToken);
                Show(context, result, request.DryRun);
                if (request.DryRun || !parsed.GetValue(wait))
                    return ExperimentProgram.Success;
                await scheduler.WaitAsync(journal, new Looks(context), cancellationToken);
            }
            while (++round < parsed.GetValue(rounds) && journal.Missing(request.Runs).Any());
            int left = journal.Missing(request.Runs).Count();
            if (!context.IsJson)
                context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{left} runs are missing"));
            return left == 0 ? ExperimentProgram.Success : ExperimentProgram.RunsLeft;
        });
        return command;
    }

    private static void Show(ToolContext context, ScheduleResult result, bool isDry)
    {
        if (context.IsJson)
        {
            context.Write(new JsonObject
            {
                ["submitted"] = new JsonArray([.. result.Submitted.Select(index => JsonValue.Create(index))]), ["in_flight"] = result.InFlight, ["done"] = result.Done,
                ["core_years"] = result.CoreYears,
                ["jobs"] = new JsonArray([.. result.Jobs.Select(job => new JsonObject
                {
                    ["id"] = job.Id, ["tasks"] = job.Tasks, ["runs"] = job.Runs, ["command"] = job.Command, ["script"] = job.Script,
                })]),
            });
            return;
        }

        foreach (ScheduledJob job in result.Jobs)
        {
            if (isDry)
                context.Output.WriteLine($"{job.Command}\n\n{job.Script}");
            else
                context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Job {job.Id}: {job.Tasks} tasks, {job.Runs} runs"));
        }

        context.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Submitted.Count} {(isDry ? "would be submitted" : "submitted")}, {result.InFlight} under way, {result.Done} done; at most {result.CoreYears ?? 0:G3} core-years"));
    }

    private sealed class Looks(ToolContext context) : IProgress<IReadOnlyDictionary<long, RunStatus>>
    {
        private int _last = -1;

        public void Report(IReadOnlyDictionary<long, RunStatus> value)
        {
            if (context.IsJson || value.Count == _last)
                return;
            _last = value.Count;
            int running = value.Count(run => run.Value == RunStatus.Running);
            context.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{running} running, {value.Count - running} queued"));
        }
    }
}
