using Lagom.Evolution.Schedules;

namespace Lagom.Evolution.Tests.Strategies;

/// <summary>A strategy of this package with settings under which it converges, for tests that hold for all of them.</summary>
internal sealed record FamilyMember(string Name, FamilyMember.Factory Create)
{
    public delegate IEvolutionStrategy Factory(double[] x0, double sigma0, long seed, StrategyOptions? common = null);

    /// <summary>Those that learn; random search is not among them.</summary>
    public static FamilyMember[] Learning { get; } =
    [
        new("CEM", (x0, sigma0, seed, common) => new CrossEntropyMethod(x0, sigma0, With(new CrossEntropyOptions(), seed, common))),
        new("OpenAI-ES", (x0, sigma0, seed, common) => new OpenAiEs(
            x0, sigma0, With(new OpenAiEsOptions { SigmaSchedule = new ExponentialSchedule(1, 0.98, 1e-9) }, seed, common))),
        new("PGPE", (x0, sigma0, seed, common) => new Pgpe(x0, sigma0, With(new PgpeOptions(), seed, common))),
        new("xNES", (x0, sigma0, seed, common) => new Xnes(x0, sigma0, With(new XnesOptions(), seed, common))),
        new("SNES", (x0, sigma0, seed, common) => new Snes(x0, sigma0, With(new SnesOptions(), seed, common))),
        new("ARS", (x0, sigma0, seed, common) => new AugmentedRandomSearch(
            x0, sigma0, With(new AugmentedRandomSearchOptions { SigmaSchedule = new ExponentialSchedule(1, 0.97, 1e-9) }, seed, common))),
        new("(1+1)-CMA-ES", (x0, sigma0, seed, common) => new OnePlusOneCmaEs(x0, sigma0, With(new OnePlusOneCmaEsOptions(), seed, common))),
        new("JADE", (x0, sigma0, seed, common) => new DifferentialEvolution(x0, sigma0, With(new DifferentialEvolutionOptions(), seed, common))),
        new("rand/1/bin", (x0, sigma0, seed, common) => new DifferentialEvolution(
            x0, sigma0, With(new DifferentialEvolutionOptions { Variant = DifferentialVariant.RandOne }, seed, common))),
        new("best/1/bin", (x0, sigma0, seed, common) => new DifferentialEvolution(
            x0, sigma0, With(new DifferentialEvolutionOptions { Variant = DifferentialVariant.BestOne }, seed, common))),
        new("current-to-best/1/bin", (x0, sigma0, seed, common) => new DifferentialEvolution(
            x0, sigma0, With(new DifferentialEvolutionOptions { Variant = DifferentialVariant.CurrentToBestOne }, seed, common))),
    ];

    /// <summary>All of them.</summary>
    public static FamilyMember[] All { get; } =
    [
        .. Learning,
        new("random search", (x0, sigma0, seed, common) => new RandomSearch(x0, sigma0, With(new RandomSearchOptions(), seed, common))),
    ];

    public override string ToString() => Name;

    /// <summary>Runs a strategy until a value or a number of evaluations.</summary>
    /// <returns>The evaluations made, and the best value.</returns>
    public static (long Evaluations, double Best) Search(IEvolutionStrategy strategy, Func<double[], double> objective, double target, long budget)
    {
        while (strategy.Result.Evaluations < budget && !(strategy.Result.FBest <= target))
        {
            Population population = strategy.Ask();
            strategy.Tell([.. population.ToArrays().Select(objective)]);
        }

        return (strategy.Result.Evaluations, strategy.Result.FBest ?? double.NaN);
    }

    private static T With<T>(T options, long seed, StrategyOptions? common)
        where T : StrategyOptions => options with
        {
            Seed = seed,
            Direction = common?.Direction ?? options.Direction,
            FailedEvaluations = common?.FailedEvaluations ?? options.FailedEvaluations,
            Bounds = common?.Bounds ?? options.Bounds,
            Stop = common?.Stop ?? options.Stop,
        };
}
