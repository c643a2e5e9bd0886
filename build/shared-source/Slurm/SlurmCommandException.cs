namespace SharedSource.Slurm;

/// <summary>A command of Slurm is missing, failed, or answered with something that cannot be read.</summary>
internal sealed class SlurmCommandException(string message, string error, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What the command wrote to its error stream.</summary>
    public string Error { get; } = error;

    /// <summary>Whether the controller did not answer, so that the same command may succeed later.</summary>
    public bool IsTransient =>
        Error.Contains("Unable to contact slurm controller", StringComparison.OrdinalIgnoreCase)
        || Error.Contains("Socket timed out", StringComparison.OrdinalIgnoreCase)
        || Error.Contains("Connection refused", StringComparison.OrdinalIgnoreCase)
        || Error.Contains("temporarily unavailable", StringComparison.OrdinalIgnoreCase)
        || Error.Contains("Transport endpoint is not connected", StringComparison.OrdinalIgnoreCase)
        || Error.Contains("temporarily unable to accept job", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the controller no longer knows the job: it ended a while ago.</summary>
    public bool IsUnknownJob => Error.Contains("Invalid job id", StringComparison.OrdinalIgnoreCase);
}
