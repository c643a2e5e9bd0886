namespace L2L;

/// <summary>Makes the optimizees that were registered.</summary>
internal sealed class OptimizeeFactory(IEnumerable<OptimizeeEntry> entries) : IOptimizeeFactory
{
    public IReadOnlyList<OptimizeeEntry> All { get; } = [.. entries.OrderBy(static entry => entry.Name, StringComparer.Ordinal)];

    public FitnessWeights WeightsOf(string name) => OptimizeeCatalog.Find(All, name).Weights;

    public IOptimizee Create(string name, IReadOnlyDictionary<string, string>? settings = null) =>
        OptimizeeCatalog.Create(OptimizeeCatalog.Find(All, name), settings);
}
