using Microsoft.Extensions.DependencyInjection;

namespace Lagom.Evolution.Tests.Strategies;

/// <summary>All strategies of the package, by name.</summary>
internal static class TestStrategies
{
    private static readonly IStrategyFactory Factory =
        new ServiceCollection().AddLagom().AddEvolution().Services.BuildServiceProvider().GetRequiredService<IStrategyFactory>();

    public static IReadOnlyList<string> Names => Factory.Names;

    public static IEvolutionStrategy Create(string name, double[] x0, double sigma0, StrategyOptions? options = null) =>
        Factory.Create(name, x0, sigma0, options);
}
