namespace SharedSource.Workers;

/// <summary>A worker process ended before it answered.</summary>
internal sealed class WorkerDiedException(string message, int exitCode, IReadOnlyList<string> lastLines) : Exception(message)
{
    /// <summary>The exit code; 128 + the signal's number where a signal ended the process.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>The signal that ended the process (<c>SIGKILL</c>), or null.</summary>
    public string? SignalName { get; } = ExitSignal.NameOf(exitCode);

    /// <summary>Whether it never became ready: trying again hardly helps.</summary>
    public bool WhileStarting { get; init; }

    /// <summary>The last lines that the worker printed.</summary>
    public IReadOnlyList<string> LastLines { get; } = lastLines;
}
