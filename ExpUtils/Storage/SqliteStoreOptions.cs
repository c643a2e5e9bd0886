namespace ExpUtils;

/// <summary>Settings of a <see cref="SqliteResultStore"/>.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>How long a write waits for other processes before it fails. Default: 60 seconds. Range: 0 to an hour.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Only read: a file is neither made nor changed, and may lie on a read-only disk. Default: false.
    /// </summary>
    public bool ReadOnly { get; init; }

    /// <summary>
    /// The experiment; null where it does not matter. With it, its document is kept in the file, and a database that PyExpUtils wrote can be taken over.
    /// </summary>
    public ExperimentDescription? Experiment { get; init; }

    /// <summary>The clock that times of runs are read from.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    internal void Check()
    {
        if (BusyTimeout < TimeSpan.Zero || BusyTimeout > TimeSpan.FromHours(1))
            throw new ArgumentException($"BusyTimeout is {BusyTimeout}; it must be from 0 to an hour.", nameof(BusyTimeout));
    }
}
