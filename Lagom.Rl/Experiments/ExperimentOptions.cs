namespace Lagom.Rl;

/// <summary>How <see cref="ExperimentRunner"/> runs an experiment. Results depend on none of these but the seeds.</summary>
public sealed record ExperimentOptions
{
    /// <summary>The folder of the experiment; made where it is missing.</summary>
    public required string Directory { get; init; }

    /// <summary>The seeds that every configuration is run with; at least one, all different.</summary>
    public required IReadOnlyList<long> Seeds { get; init; }

    /// <summary>What is done where the folder exists and is not empty. Default: throw.</summary>
    public ExistingDirectoryPolicy ExistingDirectory { get; init; } = ExistingDirectoryPolicy.Fail;

    /// <summary>What resuming does with a job that was begun and not finished. Default: start it anew.</summary>
    public UnfinishedJobPolicy UnfinishedJobs { get; init; } = UnfinishedJobPolicy.Restart;

    /// <summary>How many jobs run at the same time. Default: 1. Range: at least 1.</summary>
    public int MaxParallelism { get; init; } = 1;

    /// <summary>Where jobs run. Default: threads of this process.</summary>
    public JobIsolation Isolation { get; init; } = JobIsolation.Threads;

    /// <summary>
    /// How long a job may take in a worker process before the process is ended and the job has failed; null for ever. Without effect on
    /// threads, which cannot be ended from outside. Default: null. Range: positive.
    /// </summary>
    public TimeSpan? JobTimeout { get; init; }

    /// <summary>The devices, given to the jobs in turn. Default: "cpu". At least one.</summary>
    public IReadOnlyList<string> Devices { get; init; } = ["cpu"];

    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Directory);
        if (Seeds is null || Seeds.Count == 0 || Seeds.Distinct().Count() != Seeds.Count)
            throw new ArgumentException($"{nameof(Seeds)} is [{string.Join(", ", Seeds ?? [])}]; there must be at least one seed, and all must differ.", nameof(Seeds));
        if (MaxParallelism < 1)
            throw new ArgumentException($"{nameof(MaxParallelism)} is {MaxParallelism}; it must be at least 1.", nameof(MaxParallelism));
        if (JobTimeout is { } timeout && timeout <= TimeSpan.Zero)
            throw new ArgumentException($"{nameof(JobTimeout)} is {timeout}; it must be positive.", nameof(JobTimeout));
        if (Devices is null || Devices.Count == 0 || Devices.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException($"{nameof(Devices)} is [{string.Join(", ", Devices ?? [])}]; there must be at least one device, none empty.", nameof(Devices));
        Defined(ExistingDirectory, nameof(ExistingDirectory));
        Defined(UnfinishedJobs, nameof(UnfinishedJobs));
        Defined(Isolation, nameof(Isolation));
    }

    private static void Defined<TEnum>(TEnum value, string name)
        where TEnum : struct, Enum
    {
        if (!Enum.IsDefined(value))
            throw new ArgumentException($"{name} is {value}; it must be one of {string.Join(", ", Enum.GetNames<TEnum>())}.", name);
    }
}
