namespace L2L;

/// <summary>What a search found.</summary>
/// <param name="Best">The best evaluation of the whole run, by weighted sum; an earlier one where two are as good.</param>
/// <param name="BestWeighted">Its weighted sum.</param>
/// <param name="Generations">How many generations were evaluated.</param>
/// <param name="StopReason">Why it is over.</param>
public sealed record OptimizerResult(Evaluation Best, double BestWeighted, int Generations, StopReason StopReason)
{
    /// <summary>The evaluations that no other one beats in every number of the fitness; the best alone where there is one number.</summary>
    public IReadOnlyList<Evaluation> Front { get; init; } = [Best];
}
