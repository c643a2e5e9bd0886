namespace ExpUtils.Running;

/// <summary>What a scheduler has done, or in a dry run would do.</summary>
public sealed record ScheduleResult
{
    /// <summary>The runs handed over now, ascending.</summary>
    public required IReadOnlyList<long> Submitted { get; init; }

    /// <summary>How many runs were waiting or running already.</summary>
    public int InFlight { get; init; }

    /// <summary>How many runs were done already.</summary>
    public long Done { get; init; }

    /// <summary>The jobs made, each with what was or would be executed.</summary>
    public IReadOnlyList<ScheduledJob> Jobs { get; init; } = [];

    /// <summary>What they may cost in core-years; null where nobody counts.</summary>
    public double? CoreYears { get; init; }
}
