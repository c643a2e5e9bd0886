namespace Lagom.Evolution;

/// <summary>The strategies of this package by name, a line each.</summary>
internal static class BuiltInStrategies
{
    public static IReadOnlyList<StrategyRegistration> All { get; } =
    [
        Of<CmaEsOptions>("cma-es", (request, options) => new CmaEs(request.X0.Span, request.Sigma0, options)),
        Of<CmaEsOptions>("sep-cma-es", (request, options) => new CmaEs(request.X0.Span, request.Sigma0, options with { DiagonalIterations = long.MaxValue })),
        Of<LmMaEsOptions>("lm-ma-es", (request, options) => new LmMaEs(request.X0.Span, request.Sigma0, options)),
        Of<RestartingCmaEsOptions>("ipop-cma-es", (request, options) => new RestartingCmaEs(request.X0.Span, request.Sigma0, options with { Schedule = RestartSchedule.Ipop })),
        Of<RestartingCmaEsOptions>("bipop-cma-es", (request, options) => new RestartingCmaEs(request.X0.Span, request.Sigma0, options with { Schedule = RestartSchedule.Bipop })),
        Of<OnePlusOneCmaEsOptions>("one-plus-one-cma-es", (request, options) => new OnePlusOneCmaEs(request.X0.Span, request.Sigma0, options)),
        Of<XnesOptions>("xnes", (request, options) => new Xnes(request.X0.Span, request.Sigma0, options)),
        Of<SnesOptions>("snes", (request, options) => new Snes(request.X0.Span, request.Sigma0, options)),
        Of<PgpeOptions>("pgpe", (request, options) => new Pgpe(request.X0.Span, request.Sigma0, options)),
        Of<OpenAiEsOptions>("openai-es", (request, options) => new OpenAiEs(request.X0.Span, request.Sigma0, options)),
        Of<CrossEntropyOptions>("cem", (request, options) => new CrossEntropyMethod(request.X0.Span, request.Sigma0, options)),
        Of<AugmentedRandomSearchOptions>("ars", (request, options) => new AugmentedRandomSearch(request.X0.Span, request.Sigma0, options)),
        Of<DifferentialEvolutionOptions>("differential-evolution", (request, options) => new DifferentialEvolution(request.X0.Span, request.Sigma0, options)),
        Of<RandomSearchOptions>("random-search", (request, options) => new RandomSearch(request.X0.Span, request.Sigma0, options)),
    ];

    private static StrategyRegistration Of<TOptions>(string name, Func<StrategyRequest, TOptions, IEvolutionStrategy> create)
        where TOptions : StrategyOptions, new() =>
        new(name, (_, request) => create(request, request.OptionsAs<TOptions>()));
}
