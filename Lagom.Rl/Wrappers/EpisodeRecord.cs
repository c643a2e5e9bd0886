namespace Lagom.Rl;

/// <summary>What a <see cref="RecordEpisodeStatistics{TObservation, TAction}"/> remembers, to be saved.</summary>
/// <param name="Returns">The returns of the last episodes, the oldest first.</param>
/// <param name="Horizons">Their numbers of steps.</param>
public sealed record EpisodeRecord(double[] Returns, int[] Horizons);
