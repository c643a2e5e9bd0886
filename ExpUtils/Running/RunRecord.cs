namespace ExpUtils.Running;

/// <summary>What the journal keeps about a run that has ended.</summary>
public sealed record RunRecord
{
    /// <summary>The version of the format of records that this release writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The version of the record's format.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>The index it was run under. A run is known by its parameters and its number, so the index may be another one once the file has changed.</summary>
    public required long Index { get; init; }

    /// <summary>The number of the run (repetition), from 0.</summary>
    public required long Run { get; init; }

    /// <summary>The parameters as text, as in save paths.</summary>
    public required string Parameters { get; init; }

    /// <summary>How it ended: <see cref="RunStatus.Done"/>, <see cref="RunStatus.Failed"/> or <see cref="RunStatus.TimedOut"/>.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>How many attempts were made, at least 1.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>When the last attempt began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset Finished { get; init; }

    /// <summary>The machine it ran on.</summary>
    public string Host { get; init; } = "";

    /// <summary>The job it ran in, such as <c>slurm 12_3</c>; empty for none.</summary>
    public string Job { get; init; } = "";

    /// <summary>Why it failed, with the stack trace; empty where it did not.</summary>
    public string Error { get; init; } = "";

    /// <summary>The file with what it logged; empty for none.</summary>
    public string Log { get; init; } = "";

    /// <summary>How long the last attempt took.</summary>
    public TimeSpan Duration => Finished - Started;
}
