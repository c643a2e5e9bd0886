namespace L2L;

/// <summary>
/// Hyperband: rounds of successive halving that start with many configurations at the least budget, then with fewer at more, to the last of
/// a few at the largest; then from the beginning.
/// </summary>
/// <remarks><b>Source:</b> Li et al. (2018), "Hyperband: a novel bandit-based approach to hyperparameter optimization".</remarks>
public sealed class Hyperband : HalvingOptimizer<HyperbandOptions>
{
    /// <summary>Makes the optimizer.</summary>
    /// <param name="problem">What it searches.</param>
    /// <param name="options">Its options.</param>
    public Hyperband(SearchProblem problem, HyperbandOptions? options = null)
        : base("hyperband", problem, options ?? new HyperbandOptions())
    {
    }

    private protected override (int Count, int FirstRung) Start(int bracket)
    {
        int s = Options.Ladder.Top - bracket % (Options.Ladder.Top + 1);
        return ((int)Math.Ceiling((Options.Ladder.Top + 1.0) / (s + 1) * Math.Pow(Options.Reduction, s) - 1e-9), Options.Ladder.Top - s);
    }
}
