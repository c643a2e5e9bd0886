namespace Lagom.Rl;

/// <summary>An episode that ended, without discounting or normalisation.</summary>
/// <param name="Return">The sum of its rewards.</param>
/// <param name="Length">How many steps it had.</param>
public readonly record struct EpisodeSummary(double Return, int Length);
