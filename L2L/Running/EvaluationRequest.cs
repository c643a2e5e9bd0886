namespace L2L;

/// <summary>What an evaluator needs for one simulation; everything in it can be stored as JSON and sent to another process.</summary>
/// <param name="Individual">The individual.</param>
/// <param name="Random">Where its own random numbers start.</param>
public sealed record EvaluationRequest(Individual Individual, RandomStreamState Random)
{
    /// <summary>When intermediate fitness is too poor to go on; null where never.</summary>
    public PruningRule? Pruning { get; init; }
}
