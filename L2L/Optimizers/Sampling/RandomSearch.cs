namespace L2L;

/// <summary>Random search: every individual is drawn anew, as the optimizee draws individuals.</summary>
/// <remarks><b>Source:</b> Bergstra and Bengio (2012), "Random search for hyper-parameter optimization".</remarks>
public sealed class RandomSearch : SteadyStateOptimizer<RandomSearchOptions>
{
    /// <summary>Makes the optimizer.</summary>
    /// <param name="problem">What it searches.</param>
    /// <param name="options">Its options.</param>
    public RandomSearch(SearchProblem problem, RandomSearchOptions? options = null)
        : base("random-search", problem, options ?? new RandomSearchOptions())
    {
    }

    /// <inheritdoc/>
    protected override Candidate? ProposeOne(IReadOnlyList<Candidate> running) => new(Problem.CreatePoint(Random));

    /// <inheritdoc/>
    protected override void LearnOne(Trial trial)
    {
    }
}
