namespace L2L;

/// <summary>
/// Failed individuals get, for each number of the fitness, the worst value that an individual of their generation has. Where all of a
/// generation failed, as a failed one alone has in steady state, they get a fixed fitness, or the run ends if there is none.
/// </summary>
public sealed class WorstOfGeneration : IFailurePolicy
{
    private readonly IFailurePolicy _otherwise;

    /// <summary>Makes the policy.</summary>
    /// <param name="whenAllFailed">The fitness where all of a generation failed: finite; null ends the run then.</param>
    /// <exception cref="ArgumentException">It is not finite.</exception>
    public WorstOfGeneration(FitnessVector? whenAllFailed = null) =>
        _otherwise = whenAllFailed is { } fitness ? new PenaltyFitness(fitness) : new ThrowOnFailure();

    /// <inheritdoc/>
    public IReadOnlyList<Evaluation> Resolve(IReadOnlyList<Evaluation> evaluations, FitnessWeights weights)
    {
        ArgumentNullException.ThrowIfNull(evaluations);
        ArgumentNullException.ThrowIfNull(weights);
        double[]? worst = null;
        foreach (Evaluation evaluation in evaluations.Where(static e => !e.IsFailure))
        {
            worst ??= evaluation.Fitness.ToArray();
            for (int i = 0; i < worst.Length; i++)
                worst[i] = weights.Values[i] < 0 ? Math.Max(worst[i], evaluation.Fitness[i]) : Math.Min(worst[i], evaluation.Fitness[i]);
        }

        return worst is null
            ? _otherwise.Resolve(evaluations, weights)
            : [.. evaluations.Select(evaluation => evaluation.IsFailure ? evaluation with { Fitness = worst } : evaluation)];
    }
}
