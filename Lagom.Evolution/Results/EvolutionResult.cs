namespace Lagom.Evolution;

/// <summary>What a strategy found, over all generations told so far.</summary>
/// <param name="XBest">The best candidate evaluated [dimension]; null where no evaluation has succeeded.</param>
/// <param name="FBest">Its value; null where no evaluation has succeeded.</param>
/// <param name="EvalsBest">The number of the evaluation that gave it, counted from 1; null where no evaluation has succeeded.</param>
/// <param name="Evaluations">How many evaluations were made, failed ones and those of <see cref="IEvolutionStrategy.AddEvaluations"/> included.</param>
/// <param name="Iterations">How many generations were told.</param>
/// <param name="XFavorite">Where the search would put its one guess, mostly the mean of its distribution [dimension].</param>
/// <param name="Stds">The standard deviation of the search along each coordinate [dimension].</param>
/// <param name="StopReasons">Which stopping rules are met.</param>
public sealed record EvolutionResult(
    double[]? XBest,
    double? FBest,
    long? EvalsBest,
    long Evaluations,
    long Iterations,
    double[] XFavorite,
    double[] Stds,
    StopReasons StopReasons);
