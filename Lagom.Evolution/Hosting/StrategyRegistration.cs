namespace Lagom.Evolution;

/// <summary>How a strategy of a name is made.</summary>
internal sealed record StrategyRegistration(string Name, Func<IServiceProvider, StrategyRequest, IEvolutionStrategy> Create);
