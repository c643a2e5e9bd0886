using SharedSource.Workers;

namespace Lagom.Rl;

/// <summary>Runs jobs in worker processes: this program, started again, which serves jobs where it reaches the runner.</summary>
internal sealed class JobProcesses : IJobExecutor
{
    // Jobs share the processors among themselves, and sums must not depend on how many threads a library has.
    private static readonly string[] ThreadCounts = ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"];

    private readonly WorkerPool _pool;
    private readonly TimeSpan _timeout;

    public JobProcesses(string experimentFolder, int count, TimeSpan? timeout)
    {
        _timeout = timeout ?? Timeout.InfiniteTimeSpan;
        _pool = new WorkerPool(
            new WorkerOptions
            {
                Role = Role(experimentFolder),
                LogFolder = Path.Combine(experimentFolder, "workers"),
                Environment = ThreadCounts.Where(name => Environment.GetEnvironmentVariable(name) is null).ToDictionary(name => name, _ => "1", StringComparer.Ordinal),
            },
            count);
    }

    /// <summary>Whether this process was started to serve jobs, or anything else, for another instance of this program.</summary>
    public static bool IsWorker => WorkerHost.AskedRole is not null;

    /// <summary>In a worker of this experiment: serves its jobs and never returns.</summary>
    public static Task ServeIfAskedAsync(string experimentFolder, IExperiment experiment) => WorkerHost.ServeIfAskedAsync(
        Role(experimentFolder),
        request =>
        {
            JobEnd end = JobThreads.Run(experiment, JobMessages.ReadJob(request), CancellationToken.None);
            return ValueTask.FromResult<ReadOnlyMemory<byte>>(JobMessages.Write(end));
        });

    public async Task<JobEnd> RunAsync(ExperimentJob job, CancellationToken cancellationToken)
    {
        try
        {
            return JobMessages.ReadEnd(await _pool.CallAsync(JobMessages.Write(job), _timeout, cancellationToken).ConfigureAwait(false));
        }
        catch (WorkerDiedException exception)
        {
            // Ctrl+C may reach a worker that is only starting before it reaches this program.
            cancellationToken.ThrowIfCancellationRequested();
            return Failed(JobFailureKind.Died, exception, string.Join('\n', exception.LastLines.Prepend(exception.Message)));
        }
        catch (WorkerTimeoutException exception)
        {
            return Failed(JobFailureKind.TimedOut, exception, exception.Message);
        }
        catch (WorkerHandlerException exception)
        {
            return Failed(JobFailureKind.Threw, exception, exception.RemoteStackTrace);
        }
    }

    public ValueTask DisposeAsync() => _pool.DisposeAsync();

    private static JobEnd Failed(JobFailureKind kind, Exception exception, string details) =>
        JobEnd.Failed(new JobFailure(kind, exception.GetType().FullName!, exception.Message, details));

    private static string Role(string experimentFolder) => $"lagom-experiment {experimentFolder}";
}
