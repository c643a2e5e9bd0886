using ExpUtils.Running;
using Microsoft.Extensions.Logging;
using SharedSource.Slurm;

namespace ExpUtils.Slurm;

/// <summary>The jobs that were submitted for an experiment.</summary>
internal sealed class SlurmJobs(RunJournal journal, SlurmCommands commands, ILogger logger)
{
    /// <summary>Which runs wait or run; jobs of which nothing does are closed, and what their tasks had begun is released.</summary>
    public async Task<IReadOnlyDictionary<long, RunStatus>> InFlightAsync(CancellationToken cancellationToken)
    {
        List<(string Path, SlurmPlan Plan)> open = await OpenAsync(cancellationToken).ConfigureAwait(false);
        var inFlight = new Dictionary<long, RunStatus>();
        if (open.Count == 0)
            return inFlight;
        IReadOnlyList<SlurmTask> queue = await commands.QueueAsync([.. open.Select(job => job.Plan.Job!.Value)], cancellationToken).ConfigureAwait(false);
        ILookup<long, SlurmTask> byJob = queue.ToLookup(task => task.JobId);
        ExperimentDescription experiment = journal.Experiment;
        string sweep = SlurmPlan.SweepOf(experiment);
        foreach ((string path, SlurmPlan plan) in open)
        {
            Dictionary<int, SlurmState> alive = byJob[plan.Job!.Value].Where(task => task.Task is not null && !task.State.IsOver()).ToDictionary(task => task.Task!.Value, task => task.State);
            int left = 0;
            for (int task = 0; task < plan.Tasks.Count; task++)
            {
                bool lives = alive.TryGetValue(task, out SlurmState state);
                foreach (long index in plan.Tasks[task])
                {
                    // Where the file has changed meanwhile, the job's indices mean other runs, and its tasks refuse to begin.
                    if (plan.Sweep != sweep || journal.IsDone(index))
                        continue;
                    if (lives)
                        inFlight[index] = state == SlurmState.Running ? RunStatus.Running : RunStatus.Queued;
                    else
                        journal.ReleaseClaimOf(index, SlurmWorker.JobName(plan.Job.Value, task));
                    left++;
                }
            }

            if (alive.Count == 0)
            {
                (plan with { IsOver = true }).Save(path);
                if (left > 0)
                    Log.JobLeftRuns(logger, plan.Job.Value, left);
            }
        }

        return inFlight;
    }

    public async Task CancelAsync(CancellationToken cancellationToken)
    {
        foreach ((_, SlurmPlan plan) in await OpenAsync(cancellationToken).ConfigureAwait(false))
            await commands.CancelAsync(plan.Job!.Value, cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    // Jobs not known to be over. Where submitting was interrupted, the queue tells by its name whether there is such a job.
    private async Task<List<(string Path, SlurmPlan Plan)>> OpenAsync(CancellationToken cancellationToken)
    {
        List<(string Path, SlurmPlan Plan)> open = [];
        foreach ((string path, SlurmPlan plan) in SlurmPlan.All(journal).Where(job => !job.Plan.IsOver))
        {
            SlurmPlan known = plan;
            if (plan.Job is null)
            {
                long? job = await commands.FindAsync(plan.Name, cancellationToken).ConfigureAwait(false);
                known = plan with { Job = job, IsOver = job is null };
                known.Save(path);
            }

            if (!known.IsOver)
                open.Add((path, known));
        }

        return open;
    }
}
