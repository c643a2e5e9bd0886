namespace Showcase.Refining;

/// <summary>How good the mean of the search is on the way.</summary>
/// <param name="Generation">After so many generations.</param>
/// <param name="MeanReturn">The mean return over the episodes that policies are judged by.</param>
internal readonly record struct RefinementPoint(long Generation, double MeanReturn);
