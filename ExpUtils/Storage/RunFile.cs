using System.Text.Json;

namespace ExpUtils;

/// <summary>What <c>run.json</c> in a run's folder holds.</summary>
internal sealed record RunFile
{
    public int Version { get; init; } = 1;

    public required JsonElement Parameters { get; init; }

    public required long Run { get; init; }

    public required StoredRunStatus Status { get; init; }

    /// <summary>Tells attempts at the same run apart.</summary>
    public required string Attempt { get; init; }

    public required DateTimeOffset Started { get; init; }

    public DateTimeOffset? Finished { get; init; }

    public string Host { get; init; } = "";

    public string? Error { get; init; }
}
