namespace ExpUtils.Running;

/// <summary>A run's own process ended with an error.</summary>
public sealed class RunFailedException : ExpUtilsException
{
    internal RunFailedException(string message, int exitCode, string logTail)
        : base(message)
    {
        ExitCode = exitCode;
        LogTail = logTail;
    }

    /// <summary>The exit code; 128 + the signal's number where a signal ended the process.</summary>
    public int ExitCode { get; }

    /// <summary>The last lines that it printed.</summary>
    public string LogTail { get; }

    /// <inheritdoc/>
    public override string ToString() => LogTail.Length == 0 ? base.ToString() : $"{Message}{Environment.NewLine}--- its last lines:{Environment.NewLine}{LogTail}";
}
