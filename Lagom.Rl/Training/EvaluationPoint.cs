namespace Lagom.Rl;

/// <summary>How the policy did in an evaluation while it was trained.</summary>
/// <param name="Step">After how many environment steps.</param>
/// <param name="MeanReturn">The mean return of the episodes.</param>
/// <param name="StandardDeviation">The standard deviation of their returns.</param>
/// <param name="MeanLength">The mean of their numbers of steps.</param>
/// <param name="Episodes">How many episodes there were.</param>
public sealed record EvaluationPoint(long Step, double MeanReturn, double StandardDeviation, double MeanLength, int Episodes);
