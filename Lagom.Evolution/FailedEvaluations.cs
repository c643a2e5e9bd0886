namespace Lagom.Evolution;

/// <summary>What happens to values that are not finite numbers (NaN, either infinity): evaluations that failed.</summary>
public enum FailedEvaluations
{
    /// <summary>They rank behind all others of their generation and never become the best.</summary>
    RankLast,

    /// <summary>
    /// The one-call front end (<see cref="Evolve"/>) draws another candidate in their place, up to ten times; those that fail even then, and
    /// all in a plain tell, rank last.
    /// </summary>
    Resample,

    /// <summary>Tell throws an <see cref="ArgumentException"/>; the generation can be told again.</summary>
    Throw,
}
