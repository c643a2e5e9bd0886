namespace ExpUtils.Running;

/// <summary>How many runs at a time, how often and how long.</summary>
public sealed record RunPolicy
{
    /// <summary>How many runs at a time. Range: at least 1. Default: the number of processors.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>How many attempts a run gets. Range: at least 1. Default: 1.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>The pause before the second attempt; it doubles before each further one. Default: 1 s.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long an attempt may take; null for any time. A run that takes longer is not tried again.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How long a run that is asked to stop may take to do so before it is killed, or, in this process, left to itself. Default: 5 s.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>After how many failed runs no further one is begun; null for never.</summary>
    public int? StopAfterFailures { get; init; }

    internal void Check()
    {
        if (Parallelism < 1)
            throw new ArgumentException($"Parallelism is {Parallelism}; it must be at least 1.", nameof(Parallelism));
        if (Attempts < 1)
            throw new ArgumentException($"Attempts is {Attempts}; it must be at least 1.", nameof(Attempts));
        if (RetryDelay < TimeSpan.Zero)
            throw new ArgumentException($"RetryDelay is {RetryDelay}; it must not be negative.", nameof(RetryDelay));
        if (Timeout <= TimeSpan.Zero)
            throw new ArgumentException($"Timeout is {Timeout}; it must be above zero, or null for none.", nameof(Timeout));
        if (StopGrace < TimeSpan.Zero)
            throw new ArgumentException($"StopGrace is {StopGrace}; it must not be negative.", nameof(StopGrace));
        if (StopAfterFailures < 1)
            throw new ArgumentException($"StopAfterFailures is {StopAfterFailures}; it must be at least 1, or null for never.", nameof(StopAfterFailures));
    }
}
