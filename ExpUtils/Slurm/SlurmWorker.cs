using System.Globalization;
using ExpUtils.Running;
using Microsoft.Extensions.Logging;

namespace ExpUtils.Slurm;

/// <summary>One task of a job array at work: does the runs of its part of the plan that are not done, as long as the time suffices.</summary>
internal sealed class SlurmWorker(SlurmPlan plan, ILogger<LocalRunner>? logger = null, TimeProvider? time = null)
{
    public Task<RunSummary> RunAsync(int task, IRunExecutor? executor, ExperimentOptions? options, CancellationToken cancellationToken)
    {
        TimeProvider clock = time ?? TimeProvider.System;
        if (task >= plan.Tasks.Count)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The plan has {plan.Tasks.Count} tasks; there is no task {task}."), nameof(task));
        var budget = new RunBudget(
            TimeSpan.FromSeconds(plan.BudgetSeconds), clock, plan.ExpectedSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
        ExperimentDescription experiment = ExperimentDescription.Load(
            plan.Experiment, (options ?? new ExperimentOptions()) with { SweepKeys = plan.SweepKeys, Order = plan.Order, SavePath = plan.SavePath ?? options?.SavePath });
        if (SlurmPlan.SweepOf(experiment) != plan.Sweep)
            throw new ExpUtilsException($"The sweep in {plan.Experiment} has changed since this job was submitted, so its run numbers mean something else now. Cancel the job and schedule again.");
        if (executor is null || plan.Command.Count > 0)
            executor = new ProcessExecutor(new RunCommand(plan.Command));
        var policy = new RunPolicy
        {
            Parallelism = plan.Parallelism, Attempts = plan.Attempts, Timeout = plan.RunTimeoutSeconds is { } limit ? TimeSpan.FromSeconds(limit) : null,
        };
        return new LocalRunner(policy, logger, clock).RunAsync(
            new RunJournal(experiment, plan.Journal, clock), plan.Tasks[task], executor, JobName(), budget, progress: null, cancellationToken);
    }

    public static string JobName(long job, int task) => string.Create(CultureInfo.InvariantCulture, $"slurm {job}_{task}");

    private static string JobName() =>
        Environment.GetEnvironmentVariable("SLURM_ARRAY_JOB_ID") is { } job ? $"slurm {job}_{Environment.GetEnvironmentVariable("SLURM_ARRAY_TASK_ID")}" : "";
}
