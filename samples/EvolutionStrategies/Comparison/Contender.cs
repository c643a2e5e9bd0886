using Lagom.Evolution;
using Lagom.Evolution.Schedules;

namespace EvolutionStrategies.Comparison;

/// <summary>A strategy that takes part, and how it is made for a problem.</summary>
/// <param name="Create">Makes it from a start, a step size, the number of evaluations, and the options that all have in common.</param>
internal sealed record Contender(Func<double[], double, long, StrategyOptions, IEvolutionStrategy> Create)
{
    // Strategies whose step size does not adapt shrink it to this share over the run.
    private const double LastStep = 1e-4;

    /// <summary>All of them; the place in the list gives each its colour.</summary>
    public static Contender[] All { get; } =
    [
        new((x0, sigma0, _, common) => new CmaEs(x0, sigma0, With(new CmaEsOptions(), common))),
        new((x0, sigma0, _, common) => new OnePlusOneCmaEs(x0, sigma0, With(new OnePlusOneCmaEsOptions(), common))),
        new((x0, sigma0, _, common) => new Xnes(x0, sigma0, With(new XnesOptions(), common))),
        new((x0, sigma0, _, common) => new Snes(x0, sigma0, With(new SnesOptions(), common))),
        new((x0, sigma0, _, common) => new DifferentialEvolution(x0, sigma0, With(new DifferentialEvolutionOptions(), common))),
        new((x0, sigma0, _, common) => new CrossEntropyMethod(x0, sigma0, With(new CrossEntropyOptions(), common))),
        new((x0, sigma0, _, common) => new Pgpe(x0, sigma0, With(new PgpeOptions(), common))),
        new((x0, sigma0, evaluations, common) => OpenAi(x0, sigma0, evaluations, common)),
        new((x0, sigma0, _, common) => new RandomSearch(x0, sigma0, With(new RandomSearchOptions(), common))),
    ];

    private static OpenAiEs OpenAi(double[] x0, double sigma0, long evaluations, StrategyOptions common)
    {
        int population = new OpenAiEs(x0, sigma0).PopulationSize;
        double factor = Math.Pow(LastStep, 1.0 / Math.Max(1, evaluations / population));
        return new OpenAiEs(x0, sigma0, With(new OpenAiEsOptions { SigmaSchedule = new ExponentialSchedule(1, factor, LastStep) }, common));
    }

    private static T With<T>(T options, StrategyOptions common)
        where T : StrategyOptions =>
        options with { Seed = common.Seed, Direction = common.Direction, Stop = common.Stop };
}
