using System.Globalization;
using Benchmarks.Harness;
using Lagom.Evolution;
using Lagom.Evolution.Functions;
using Lagom.Evolution.Schedules;

namespace Benchmarks.Evolution;

/// <summary>How many evaluations strategies need with their defaults. No clock is involved, so every machine gives the same numbers.</summary>
public sealed class EvolutionSearchSuite : IBenchmarkSuite
{
    private const double Target = 1e-9;
    private const int MaxEvaluations = 100_000;
    private const double HalfWidth = 3;
    private const double Sigma0 = 1;

    private delegate IEvolutionStrategy StrategyMaker(double[] x0, long seed, StopCriteria stop);

    // The width of OpenAI-ES and ARS does not adapt, so a schedule lowers it.
    private static readonly (string Name, StrategyMaker Create)[] Strategies =
    [
        ("CmaEs", (x0, seed, stop) => new CmaEs(x0, Sigma0, new CmaEsOptions { Seed = seed, Stop = stop })),
        ("OnePlusOneCmaEs", (x0, seed, stop) => new OnePlusOneCmaEs(x0, Sigma0, new OnePlusOneCmaEsOptions { Seed = seed, Stop = stop })),
        ("Xnes", (x0, seed, stop) => new Xnes(x0, Sigma0, new XnesOptions { Seed = seed, Stop = stop })),
        ("CmaEs, diagonal", (x0, seed, stop) => new CmaEs(x0, Sigma0, new CmaEsOptions { DiagonalIterations = long.MaxValue, Seed = seed, Stop = stop })),
        ("Snes", (x0, seed, stop) => new Snes(x0, Sigma0, new SnesOptions { Seed = seed, Stop = stop })),
        ("DifferentialEvolution", (x0, seed, stop) => new DifferentialEvolution(x0, Sigma0, new DifferentialEvolutionOptions { Seed = seed, Stop = stop })),
        ("CrossEntropyMethod", (x0, seed, stop) => new CrossEntropyMethod(x0, Sigma0, new CrossEntropyOptions { Seed = seed, Stop = stop })),
        ("Pgpe", (x0, seed, stop) => new Pgpe(x0, Sigma0, new PgpeOptions { Seed = seed, Stop = stop })),
        ("OpenAiEs", (x0, seed, stop) => new OpenAiEs(x0, Sigma0, new OpenAiEsOptions { SigmaSchedule = new ExponentialSchedule(1, 0.98), Seed = seed, Stop = stop })),
        ("AugmentedRandomSearch", (x0, seed, stop) =>
            new AugmentedRandomSearch(x0, Sigma0, new AugmentedRandomSearchOptions { SigmaSchedule = new ExponentialSchedule(1, 0.97), Seed = seed, Stop = stop })),
    ];

    /// <inheritdoc />
    public string Name => "evolution-search";

    /// <inheritdoc />
    public string Description => "median evaluations that each strategy needs to reach 1e-9, over three times as many seeds as rounds; NaN where fewer than half got there";

    /// <inheritdoc />
    public IEnumerable<Figure> Run(BenchmarkSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        foreach ((string strategy, StrategyMaker create) in Strategies)
        {
            foreach (string function in (string[])["sphere", "ellipsoid", "rosenbrock"])
            {
                foreach (int dimension in settings.Quick ? (int[])[5] : [5, 10, 20])
                {
                    string name = $"{strategy}, {function} {dimension}";
                    if (settings.Includes(name))
                        yield return Measure(name, create, BenchmarkFunctions.Create(function, dimension), 3 * settings.Rounds);
                }
            }
        }
    }

    private Figure Measure(string name, StrategyMaker create, BenchmarkFunction function, int seeds)
    {
        var stop = StopCriteria.Never with { TargetValue = Target, MaxEvaluations = MaxEvaluations };
        long[] reached = [.. Enumerable.Range(1, seeds).AsParallel().Select(seed =>
        {
            RandomStream random = new RandomStream(seed).Split("start");
            double[] x0 = [.. Enumerable.Range(0, function.Dimension).Select(_ => HalfWidth * (2 * random.NextDouble() - 1))];
            EvolutionResult result = Evolve.Run(create(x0, seed, stop), function.Evaluate).Result;
            return result.FBest <= Target ? result.Evaluations : long.MaxValue;
        }).Order()];
        int count = reached.Count(evaluations => evaluations < long.MaxValue);
        double median = count > seeds / 2 ? reached[seeds / 2] : double.NaN;
        return new Figure(Name, name, "evaluations", median, null, null, FigureStatus.Ok) { Note = string.Create(CultureInfo.InvariantCulture, $"{count} of {seeds} seeds") };
    }
}
