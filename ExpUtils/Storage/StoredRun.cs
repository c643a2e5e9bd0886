namespace ExpUtils;

/// <summary>A run in a store, without its measurements.</summary>
/// <param name="Parameters">The configuration.</param>
/// <param name="Run">The number of the run (repetition).</param>
/// <param name="Status">How far it came.</param>
/// <param name="Started">When its last attempt began.</param>
/// <param name="Finished">When that was completed, or failed; null before.</param>
/// <param name="Host">The machine that ran it.</param>
/// <param name="Error">Why it failed; null where it did not.</param>
public sealed record StoredRun(
    ParameterSet Parameters, long Run, StoredRunStatus Status, DateTimeOffset Started, DateTimeOffset? Finished, string Host, string? Error);
