namespace ExpUtils.Running;

/// <summary>Who has begun a run: what a claim file holds.</summary>
internal sealed record RunClaimContent
{
    public long Index { get; init; }

    public required string Host { get; init; }

    public required int ProcessId { get; init; }

    public required DateTime ProcessStarted { get; init; }

    public required DateTimeOffset Started { get; init; }

    public string Job { get; init; } = "";
}
