namespace ExpUtils.Running;

/// <summary>How far a runner is.</summary>
/// <param name="Total">How many runs there are to do.</param>
/// <param name="Done">How many of them have succeeded.</param>
/// <param name="Failed">How many have failed or timed out.</param>
/// <param name="Running">How many are under way.</param>
/// <param name="Elapsed">The time since the start.</param>
/// <param name="Remaining">What the rest will probably take; null before the first has ended.</param>
public readonly record struct RunProgress(int Total, int Done, int Failed, int Running, TimeSpan Elapsed, TimeSpan? Remaining);
