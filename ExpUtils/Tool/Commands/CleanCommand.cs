using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using ExpUtils.Running;

namespace ExpUtils.Tool.Commands;

/// <summary>Removes what runs have left.</summary>
internal static class CleanCommand
{
    public static Command Create()
    {
        var all = new Option<bool>("--all") { Description = "Everything: the journal, logs, results and database of the experiment, not only traces of runs that failed or were cut off." };
        var yes = new Option<bool>("--yes") { Description = "Do it; without it, only say what would be removed." };
        var command = new Command("clean", "Removes the records, logs and checkpoints of runs that failed or were cut off, so that they begin at their start; with --all, everything that the experiment's runs have left.") { all, yes };
        ExperimentInput input = new ExperimentInput().AddTo(command);
        ToolContext.SetAction(command, (parsed, context, _) => Task.FromResult(Run(context, input.Load(parsed), input.Runs(parsed), parsed.GetValue(all), parsed.GetValue(yes))));
        return command;
    }

    private static int Run(ToolContext context, ExperimentDescription experiment, long runs, bool isAll, bool isMeant)
    {
        var journal = new RunJournal(experiment);
        if (journal.Running().Any())
            throw new ExpUtilsException("Runs of the experiment are under way; end them first.");
        string verb = isMeant ? "removed" : "would be removed (give --yes)";
        int count = 0;
        if (isAll)
        {
            count = journal.DoneCount();
            if (isMeant)
                RemoveAll(experiment, journal);
        }
        else
        {
            foreach ((long index, RunStatus status) in journal.StatusOf(experiment.ListIndices(runs)))
            {
                // One that was stopped in order counts as missing, and may have left a checkpoint.
                if (status is not (RunStatus.Failed or RunStatus.TimedOut or RunStatus.CutOff) && !journal.HasCheckpoint(index))
                    continue;
                count++;
                if (!isMeant)
                    continue;
                journal.Forget(index);
                if (File.Exists(journal.LogOf(index)))
                    File.Delete(journal.LogOf(index));
            }
        }

        if (context.IsJson)
            context.Write(new JsonObject { ["folder"] = journal.Folder, ["runs"] = count, ["removed"] = isMeant });
        else
            context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(isAll ? $"{journal.Folder} with {count} runs that are done" : $"traces of {count} runs that failed or were cut off")} {verb}"));
        return ExperimentProgram.Success;
    }

    private static void RemoveAll(ExperimentDescription experiment, RunJournal journal)
    {
        string database = Path.Combine(Path.GetDirectoryName(journal.Folder)!, experiment.FileStem + ".sqlite");
        foreach (string file in new[] { database, database + "-wal", database + "-shm" })
            File.Delete(file);
        foreach (string folder in new[] { FolderResultStore.Of(experiment).Folder, journal.Folder }.Where(Directory.Exists))
            Directory.Delete(folder, recursive: true);
    }
}
