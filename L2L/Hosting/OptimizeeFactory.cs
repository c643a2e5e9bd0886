namespace L2L;

/// <summary>Makes the optimizees that were registered.</summary>
internal sealed class OptimizeeFactory(IServiceProvider services, IEnumerable<OptimizeeRegistration> registrations) : IOptimizeeFactory
{
    public IReadOnlyList<OptimizeeEntry> All { get; } =
        [.. registrations.Select(registration => registration.Entry(services)).OrderBy(static entry => entry.Name, StringComparer.Ordinal)];

    public FitnessWeights WeightsOf(string name) => OptimizeeCatalog.Find(All, name).Weights;

    public IOptimizee Create(string name, IReadOnlyDictionary<string, string>? settings = null) =>
        OptimizeeCatalog.Create(OptimizeeCatalog.Find(All, name), settings);
}
