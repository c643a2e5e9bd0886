using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lagom.Rl;

/// <summary>
/// Runs an experiment for all configurations and seeds, several jobs at once, and keeps what is finished whatever happens: a job that
/// throws or dies is recorded and the others go on, and a run that was stopped can be resumed. Thread-safe.
/// </summary>
/// <remarks>
/// The folder of an experiment:
/// <code>
/// experiment.json      seeds, devices, the program and its version
/// configs.json         all configurations
/// 0/                   a configuration by its id
///   config.json        its items
///   123/               a seed: the folder that the job gets
///     result.json      what the job returned; there only once it has finished
///     failure.json     why it failed, with the stack trace
///     job.json         when it ran and for how long
/// </code>
/// Results do not depend on the number of jobs at once, on where they run, or on interruptions, as long as a job's depend on the job only.
/// </remarks>
public sealed class ExperimentRunner
{
    private readonly ILogger _logger;
    private readonly TimeProvider _time;

    /// <summary>Makes a runner.</summary>
    /// <param name="logger">Is told of starts, ends and failures; null for nobody.</param>
    /// <param name="time">Measures how long jobs take; null for the system's clock.</param>
    public ExperimentRunner(ILogger<ExperimentRunner>? logger = null, TimeProvider? time = null)
    {
        _logger = logger ?? NullLogger<ExperimentRunner>.Instance;
        _time = time ?? TimeProvider.System;
    }

    /// <summary>Runs a function for all configurations and seeds.</summary>
    /// <inheritdoc cref="RunAsync(IExperiment, IReadOnlyList{Configuration}, ExperimentOptions, IProgress{ExperimentProgress}, CancellationToken)"/>
    public Task<ExperimentResult> RunAsync(
        JobFunction experiment, IReadOnlyList<Configuration> configurations, ExperimentOptions options, IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        return RunAsync(new FunctionExperiment(experiment), configurations, options, progress, cancellationToken);
    }

    /// <summary>Runs an experiment for all configurations and seeds.</summary>
    /// <param name="experiment">What each job does.</param>
    /// <param name="configurations">The configurations, such as <see cref="ConfigSpace.Expand"/> makes; ids must differ.</param>
    /// <param name="options">Where, with which seeds, and how many jobs at once.</param>
    /// <param name="progress">Told before the first job and whenever one has ended, one call at a time; nobody where null.</param>
    /// <param name="cancellationToken">Stops the run: jobs under way are told, no further one starts, finished ones are kept.</param>
    /// <returns>The outcomes of all jobs, in their order; failures are among them, not thrown.</returns>
    /// <exception cref="ArgumentException">An option is out of range, or a configuration is another one than in the folder that is resumed.</exception>
    /// <exception cref="IOException">The folder is not empty, or in use, or a file cannot be written; the message says what to do.</exception>
    /// <exception cref="InvalidDataException">A file of the folder that is resumed is damaged.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public async Task<ExperimentResult> RunAsync(
        IExperiment experiment, IReadOnlyList<Configuration> configurations, ExperimentOptions options, IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(options);
        ExperimentPlan.Check(configurations);
        options.Validate();
        var folder = new ExperimentFolder(options.Directory);
        var plan = new ExperimentPlan([.. configurations], [.. options.Seeds], [.. options.Devices]);
        if (JobProcesses.IsWorker)
        {
            await JobProcesses.ServeIfAskedAsync(folder.Path, experiment).ConfigureAwait(false);
            return EndedBefore(folder, plan);
        }

        using ExperimentFolderLock taken = ExistingDirectory.Take(folder, options.ExistingDirectory);
        folder.WritePlan(folder.IsExperiment ? ExistingDirectory.Join(folder.ReadPlan(), plan, folder.Path) : plan);

        IReadOnlyList<ExperimentJob> jobs = plan.Jobs(folder.Path);
        var board = new ExperimentBoard(jobs, [.. jobs.Select(job => folder.ReadOutcome(job) is { IsFinished: true } kept ? kept : null)], progress);
        Log.StartedExperiment(_logger, folder.Path, jobs.Count, board.Kept, options.MaxParallelism);
        if (board.Open.Count > 0)
        {
            IJobExecutor executor = options.Isolation == JobIsolation.Threads
                ? new JobThreads(experiment)
                : new JobProcesses(folder.Path, Math.Min(options.MaxParallelism, board.Open.Count), options.JobTimeout);
            await using ConfiguredAsyncDisposable disposal = executor.ConfigureAwait(false);
            await RunJobsAsync(executor, board, options, cancellationToken).ConfigureAwait(false);
        }

        var result = new ExperimentResult(folder.Path, board.Outcomes);
        Log.EndedExperiment(_logger, folder.Path, result.Finished.Count(), result.Failed.Count());
        return result;
    }

    // This process works for something that the program does later: this experiment is over, and only its outcomes are of use here.
    private static ExperimentResult EndedBefore(ExperimentFolder folder, ExperimentPlan plan) => new(
        folder.Path,
        [.. plan.Jobs(folder.Path).Select(job => folder.ReadOutcome(job)
            ?? throw new InvalidOperationException($"Job {job.Index} of the experiment in '{folder.Path}' was asked for in a worker process, before it was run."))]);

    private async Task RunJobsAsync(IJobExecutor executor, ExperimentBoard board, ExperimentOptions options, CancellationToken cancellationToken)
    {
        // A file that cannot be written ends the run, and the other jobs need not go on.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        int next = -1;
        int workers = Math.Min(options.MaxParallelism, board.Open.Count);
        try
        {
            await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(WorkAsync, CancellationToken.None))).ConfigureAwait(false);
        }
        finally
        {
            if (cancellationToken.IsCancellationRequested)
                Log.StoppedExperiment(_logger, board.Done, board.Total);
        }

        cancellationToken.ThrowIfCancellationRequested();

        async Task WorkAsync()
        {
            try
            {
                while (!stop.IsCancellationRequested)
                {
                    int place = Interlocked.Increment(ref next);
                    if (place >= board.Open.Count)
                        return;
                    await RunJobAsync(executor, board, board.Open[place], options.UnfinishedJobs, stop.Token).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // The job counts as not run; whoever waits for the whole learns of the stop from the token.
            }
            catch
            {
                await stop.CancelAsync().ConfigureAwait(false);
                throw;
            }
        }
    }

    private async Task RunJobAsync(IJobExecutor executor, ExperimentBoard board, ExperimentJob job, UnfinishedJobPolicy policy, CancellationToken cancellationToken)
    {
        ExperimentJob ready = ExperimentFolder.Prepare(job, policy);
        Log.StartedJob(_logger, job.Index, job.Configuration.Id, job.Seed, job.Device);
        DateTimeOffset started = _time.GetUtcNow();
        long start = _time.GetTimestamp();
        JobEnd end = await executor.RunAsync(ready, cancellationToken).ConfigureAwait(false);
        TimeSpan duration = _time.GetElapsedTime(start);

        ExperimentFolder.WriteRun(job, started, duration);
        if (end.Failure is { } failure)
        {
            ExperimentFolder.WriteFailure(job, failure);
            Log.FailedJob(_logger, job.Index, job.Configuration.Id, job.Seed, failure.Kind, failure.Message);
        }
        else
        {
            ExperimentFolder.WriteResult(job, end.Result);
            Log.FinishedJob(_logger, job.Index, job.Configuration.Id, job.Seed, duration);
        }

        board.Set(new JobOutcome(job, end.Failure is null ? ExperimentFolder.ToNode(end.Result) : null, end.Failure, WasKept: false));
    }

    private sealed class FunctionExperiment(JobFunction function) : IExperiment
    {
        public JsonNode? Run(ExperimentJob job, CancellationToken cancellationToken) => function(job, cancellationToken);
    }
}
