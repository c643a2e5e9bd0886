namespace ExpUtils;

/// <summary>A candidate with its place on a ballot.</summary>
/// <typeparam name="TName">What names candidates.</typeparam>
/// <param name="Name">The candidate.</param>
/// <param name="Rank">Its place: 0 is the best, and several may share one.</param>
/// <param name="Score">Its score.</param>
public readonly record struct RankedCandidate<TName>(TName Name, int Rank, double Score = 0)
    where TName : notnull;
