using Lagom.Evolution;
using Lagom.Evolution.Schedules;

namespace EvolutionStrategies.Comparison;

/// <summary>A strategy that takes part, and how it is made for a problem.</summary>
/// <param name="Series">Its place among all of them, which gives it its colour.</param>
/// <param name="Create">Makes it from a start, a step size, the number of evaluations, and the options that all have in common.</param>
internal sealed record Contender(int Series, Func<double[], double, long, StrategyOptions, IEvolutionStrategy> Create)
{
    // Those without adaptation of their own shrink to this share of the first step size over the run.
    private const double LastStep = 1e-3;

    /// <summary>All of them.</summary>
    public static Contender[] All { get; } =
    [
        new(0, (x0, sigma0, _, common) => new Xnes(x0, sigma0, With(new XnesOptions(), common))),
    ];

    private static T With<T>(T options, StrategyOptions common)
        where T : StrategyOptions =>
        options with { Seed = common.Seed, Direction = common.Direction, Stop = common.Stop };
}
