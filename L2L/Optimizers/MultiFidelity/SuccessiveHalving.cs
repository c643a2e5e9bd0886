namespace L2L;

/// <summary>
/// Successive halving: all configurations get the least budget, one of η of them η times as much, and so on to the largest; then new ones
/// start. The optimizee spends <see cref="SimulationContext.Budget"/>, and may go on from <see cref="SimulationContext.Checkpoint"/>.
/// </summary>
/// <remarks><b>Source:</b> Jamieson and Talwalkar (2016), "Non-stochastic best arm identification and hyperparameter optimization".</remarks>
public sealed class SuccessiveHalving : HalvingOptimizer<SuccessiveHalvingOptions>
{
    /// <summary>Makes the optimizer.</summary>
    /// <param name="problem">What it searches.</param>
    /// <param name="options">Its options.</param>
    public SuccessiveHalving(SearchProblem problem, SuccessiveHalvingOptions? options = null)
        : base("successive-halving", problem, options ?? new SuccessiveHalvingOptions())
    {
    }

    private protected override (int Count, int FirstRung) Start(int bracket) => (Options.Configurations, 0);
}
