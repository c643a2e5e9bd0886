namespace SharedSource.Workers;

/// <summary>A worker did not answer, or did not start, within its time; it has been ended.</summary>
internal sealed class WorkerTimeoutException(string message) : TimeoutException(message)
{
    /// <summary>Whether it never became ready: trying again hardly helps.</summary>
    public bool WhileStarting { get; init; }
}
