using SharedSource;

namespace Lagom.Evolution;

/// <summary>Makes the strategies that were registered.</summary>
internal sealed class StrategyFactory : IStrategyFactory
{
    private readonly IServiceProvider _services;
    private readonly Dictionary<string, StrategyRegistration> _registrations = new(StringComparer.OrdinalIgnoreCase);

    public StrategyFactory(IServiceProvider services, IEnumerable<StrategyRegistration> registrations)
    {
        _services = services;
        foreach (StrategyRegistration registration in registrations)
            _registrations.TryAdd(registration.Name, registration);
        Names = [.. _registrations.Keys.Order(StringComparer.Ordinal)];
    }

    public IReadOnlyList<string> Names { get; }

    public IEvolutionStrategy Create(string name, ReadOnlySpan<double> x0, double sigma0, StrategyOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!_registrations.TryGetValue(name, out StrategyRegistration? registration))
        {
            string hint = NearestName.Of(name, Names) is { } nearest ? $" Did you mean '{nearest}'?" : "";
            throw new ArgumentException($"There is no strategy '{name}'.{hint} Registered: {string.Join(", ", Names)}.", nameof(name));
        }

        return registration.Create(_services, new StrategyRequest(x0.ToArray(), sigma0, options));
    }
}
