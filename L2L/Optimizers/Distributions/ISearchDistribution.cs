namespace L2L;

/// <summary>A distribution over the search coordinates that is fitted to good points and sampled for new ones.</summary>
public interface ISearchDistribution
{
    /// <summary>What was fitted, by name; for records.</summary>
    ParameterSet Fitted { get; }

    /// <summary>Fits the distribution.</summary>
    /// <param name="rows">Points, at least one.</param>
    /// <param name="smoothing">How much of the last fit is kept, in [0, 1); without effect on the first one.</param>
    /// <param name="random">Where random numbers come from.</param>
    void Fit(IReadOnlyList<double[]> rows, double smoothing, RandomStream random);

    /// <summary>Draws points.</summary>
    /// <param name="count">How many.</param>
    /// <param name="random">Where random numbers come from.</param>
    /// <exception cref="InvalidOperationException">Nothing was fitted yet.</exception>
    double[][] Sample(int count, RandomStream random);

    /// <summary>Saves what was fitted.</summary>
    /// <param name="state">Where to.</param>
    void Save(OptimizerState state);

    /// <summary>Reads what <see cref="Save"/> saved.</summary>
    /// <param name="state">Where from.</param>
    void Load(OptimizerState state);
}
