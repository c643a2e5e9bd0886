namespace Lagom.Rl;

/// <summary>Runs jobs somewhere, several at once.</summary>
internal interface IJobExecutor : IAsyncDisposable
{
    /// <summary>Runs a job. Cancelled, it throws <see cref="OperationCanceledException"/>; no other exception comes out of a job.</summary>
    Task<JobEnd> RunAsync(ExperimentJob job, CancellationToken cancellationToken);
}
