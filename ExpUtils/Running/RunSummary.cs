namespace ExpUtils.Running;

/// <summary>What a runner has done.</summary>
public sealed record RunSummary
{
    /// <summary>The runs that have succeeded now, ascending.</summary>
    public required IReadOnlyList<long> Done { get; init; }

    /// <summary>The records of those that have failed or timed out, by ascending index.</summary>
    public required IReadOnlyList<RunRecord> Failed { get; init; }

    /// <summary>The runs that somebody else has under way, ascending.</summary>
    public required IReadOnlyList<long> Elsewhere { get; init; }

    /// <summary>The runs that were not begun, or stopped before their end, ascending: the time, the failures or the user put an end to it.</summary>
    public required IReadOnlyList<long> Left { get; init; }

    /// <summary>Whether every run is done that had to be.</summary>
    public bool IsComplete => Failed.Count == 0 && Elsewhere.Count == 0 && Left.Count == 0;
}
