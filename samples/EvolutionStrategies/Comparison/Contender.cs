using Lagom.Evolution;
using Lagom.Evolution.Schedules;

namespace EvolutionStrategies.Comparison;

/// <summary>A strategy that takes part, and how it is made for a problem.</summary>
/// <param name="Create">Makes it for a problem, a number of evaluations, and the options that all have in common.</param>
internal sealed record Contender(Func<Problem, long, StrategyOptions, IEvolutionStrategy> Create)
{
    /// <summary>All of them; the place in the list gives each its colour.</summary>
    public static Contender[] All { get; } =
    [
        new((problem, _, common) => new CmaEs(problem.Start, problem.StepSize, With(new CmaEsOptions(), common))),
        new((problem, _, common) => new OnePlusOneCmaEs(problem.Start, problem.StepSize, With(new OnePlusOneCmaEsOptions(), common))),
        new((problem, _, common) => new Xnes(problem.Start, problem.StepSize, With(new XnesOptions(), common))),
        new((problem, _, common) => new Snes(problem.Start, problem.StepSize, With(new SnesOptions(), common))),
        new((problem, _, common) => new DifferentialEvolution(problem.Start, problem.StepSize, With(new DifferentialEvolutionOptions(), common))),
        new((problem, _, common) => new CrossEntropyMethod(problem.Start, problem.StepSize, With(new CrossEntropyOptions(), common))),
        new((problem, _, common) => new Pgpe(problem.Start, problem.StepSize, With(new PgpeOptions(), common))),
        new(OpenAi),
        new((problem, _, common) => new RandomSearch(problem.Start, problem.StepSize, With(new RandomSearchOptions(), common))),
    ];

    // Its step size does not adapt: it shrinks to the problem's last one over the run.
    private static OpenAiEs OpenAi(Problem problem, long evaluations, StrategyOptions common)
    {
        int population = new OpenAiEs(problem.Start, problem.StepSize).PopulationSize;
        double factor = Math.Pow(problem.LastStep, 1.0 / Math.Max(1, evaluations / population));
        var schedule = new ExponentialSchedule(1, factor, problem.LastStep);
        return new OpenAiEs(problem.Start, problem.StepSize, With(new OpenAiEsOptions { SigmaSchedule = schedule }, common));
    }

    private static T With<T>(T options, StrategyOptions common)
        where T : StrategyOptions =>
        options with { Seed = common.Seed, Direction = common.Direction, Stop = common.Stop };
}
