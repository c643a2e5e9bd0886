namespace ExpUtils;

/// <summary>A candidate with its score on one problem.</summary>
/// <typeparam name="TName">What names candidates, such as a <see cref="ParameterSet"/>.</typeparam>
/// <param name="Name">The candidate.</param>
/// <param name="Score">Its score; candidates with NaN do not stand.</param>
/// <param name="StandardError">The score's standard error; NaN where it is unknown, as with one run: such a candidate is told apart from no other one.</param>
public readonly record struct ScoredCandidate<TName>(TName Name, double Score, double StandardError = 0)
    where TName : notnull;
