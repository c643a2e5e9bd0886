using ExpUtils.Running;
using SharedSource.Slurm;

namespace ExpUtils.Slurm;

/// <summary>Makes the plan, the script and the submission of a job array.</summary>
internal sealed class SlurmArrayJob(RunJournal journal, SlurmOptions options, IReadOnlyList<string> worker, ScheduleRequest request, TimeProvider time)
{
    /// <summary>Submits tasks, each a list of indices; without commands only says how.</summary>
    public async Task<ScheduledJob> SubmitAsync(IReadOnlyList<IReadOnlyList<long>> tasks, SlurmCommands? commands, CancellationToken cancellationToken)
    {
        ExperimentDescription experiment = request.Experiment;
        string name = $"{Plain(experiment.Name)}-{Guid.NewGuid().ToString("N")[..8]}";
        DateTimeOffset now = time.GetUtcNow();
        string folder = Path.Combine(SlurmPlan.FolderOf(journal), $"{now:yyyyMMdd-HHmmss}-{name}");
        string planPath = SlurmPlan.FileOf(folder);
        string scriptPath = Path.Combine(folder, "job.sh");
        string[] prefix = options.Layout == SlurmLayout.MultiNode ? ["srun", "-N1", "-n1", "--exclusive"] : [];
        var plan = new SlurmPlan
        {
            Name = name,
            Experiment = Path.GetFullPath(experiment.Path ?? throw new ExpUtilsException("The experiment was not read from a file, so no job can be told where it is.")),
            Journal = journal.Folder,
            Sweep = SlurmPlan.SweepOf(experiment),
            SweepKeys = experiment.SweepKeys,
            Order = experiment.Sweep.Order,
            SavePath = experiment.SavePathPattern,
            Tasks = tasks,
            Command = request.InOneProcess ? [] : [.. prefix, .. request.Command.Words],
            Parallelism = options.Parallelism,
            Attempts = options.Attempts,
            RunTimeoutSeconds = options.RunTimeout?.TotalSeconds,
            ExpectedSeconds = options.RunTime?.TotalSeconds,
            BudgetSeconds = (options.Time.Duration - options.EffectiveWarning).TotalSeconds,
            Submitted = now,
        };
        string script = SlurmScript.Write([.. request.InOneProcess ? request.Command.Words : worker, "--plan", planPath], "--task", prologue: options.Prologue);
        SlurmSubmission submission = options.Submission(scriptPath, name) with
        {
            Array = SlurmArray.Format(Enumerable.Range(0, tasks.Count), options.MaxRunningTasks),
            Directory = Environment.CurrentDirectory,
            // A percent sign in the folder is no pattern.
            Output = options.Output is { } output ? EnvironmentText.Expand(output, "Output") : Path.Combine(folder.Replace("%", "%%", StringComparison.Ordinal), "task-%a.txt"),
        };
        string command = ShellText.Join(["sbatch", .. submission.Arguments()]);
        long? job = null;
        if (commands is not null)
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(scriptPath, script, cancellationToken).ConfigureAwait(false);
            // First the plan, then the job, then its number: whatever breaks off in between, the job can be found by its name.
            plan.Save(planPath);
            job = await commands.SubmitAsync(submission, cancellationToken).ConfigureAwait(false);
            (plan with { Job = job }).Save(planPath);
        }

        return new ScheduledJob(job?.ToString(System.Globalization.CultureInfo.InvariantCulture), tasks.Count, tasks.Sum(task => task.Count), command, script);
    }

    // Slurm shows names in columns, and patterns may hold them.
    private static string Plain(string name) => new([.. name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_').Take(40)]);
}
