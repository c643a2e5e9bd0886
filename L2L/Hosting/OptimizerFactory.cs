using SharedSource;

namespace L2L;

/// <summary>Makes the optimizers that were registered.</summary>
internal sealed class OptimizerFactory(IEnumerable<OptimizerEntry> entries) : IOptimizerFactory
{
    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>(StringComparer.Ordinal);

    public IReadOnlyList<OptimizerEntry> All { get; } = [.. entries.OrderBy(static entry => entry.Name, StringComparer.Ordinal)];

    public IOptimizer Create(string name, SearchProblem problem, IReadOnlyDictionary<string, string>? settings = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(problem);
        if (All.FirstOrDefault(entry => string.Equals(entry.Name, name, StringComparison.OrdinalIgnoreCase)) is { } found)
            return found.Create(problem, settings ?? None);
        string? near = NearestName.Of(name, All.Select(static entry => entry.Name));
        throw new ArgumentException(
            $"There is no optimizer '{name}'; there are: {string.Join(", ", All.Select(static entry => entry.Name))}." + (near is null ? "" : $" Did you mean '{near}'?"), nameof(name));
    }
}
