namespace Lagom.Rl;

/// <summary>What an episode that ended was like; the entry "episode" of the info of its last step.</summary>
/// <param name="Return">The sum of its rewards.</param>
/// <param name="Horizon">How many steps it had.</param>
/// <param name="Time">Since when the wrapper exists.</param>
public sealed record EpisodeStatistics(double Return, int Horizon, TimeSpan Time);
