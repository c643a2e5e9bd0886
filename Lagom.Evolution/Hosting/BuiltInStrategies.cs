namespace Lagom.Evolution;

/// <summary>The strategies of this package by name, a line each.</summary>
internal static class BuiltInStrategies
{
    public static IReadOnlyList<StrategyRegistration> All { get; } =
    [
        Of<CmaEsOptions>("cma-es", (request, options) => new CmaEs(request.X0.Span, request.Sigma0, options)),
        Of<CmaEsOptions>("sep-cma-es", (request, options) => new CmaEs(request.X0.Span, request.Sigma0, options with { DiagonalIterations = long.MaxValue })),
    ];

    private static StrategyRegistration Of<TOptions>(string name, Func<StrategyRequest, TOptions, IEvolutionStrategy> create)
        where TOptions : StrategyOptions, new() =>
        new(name, (_, request) => create(request, request.OptionsAs<TOptions>()));
}
