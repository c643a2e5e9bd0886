namespace SharedSource.Workers;

/// <summary>How worker processes are started.</summary>
internal sealed record WorkerOptions
{
    /// <summary>What the worker is for. The program must call <see cref="WorkerHost"/> with the same role. Never empty.</summary>
    public required string Role { get; init; }

    /// <summary>What is started; null for this very program with the same arguments.</summary>
    public WorkerProgram? Program { get; init; }

    /// <summary>Variables added to the worker's environment, which is otherwise this program's.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The folder of the files <c>worker-N.log</c> with what the workers print; null keeps only the last lines, for messages.</summary>
    public string? LogFolder { get; init; }

    /// <summary>How long a worker may take from its start until it reaches <see cref="WorkerHost"/>. Default: one minute.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(1);
}
