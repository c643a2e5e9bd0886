namespace Lagom.Rl;

/// <summary>How far a trigger is, to be saved.</summary>
/// <param name="Total">The running total.</param>
/// <param name="Passed">How many places it has fired for.</param>
/// <param name="HasStarted">Whether it was checked at all.</param>
public readonly record struct TriggerState(double Total, long Passed, bool HasStarted);
