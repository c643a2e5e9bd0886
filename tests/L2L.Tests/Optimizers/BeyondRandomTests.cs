using FluentAssertions.Execution;

namespace L2L.Tests.Optimizers;

/// <summary>Whether the optimizers beyond the original ones are worth their trouble: against random search at the same number of evaluations.</summary>
[Category("Long")]
public sealed class BeyondRandomTests
{
    private static readonly Dictionary<string, BenchmarkFunction> Functions = new()
    {
        ["Rastrigin"] = BenchmarkFunctions.Get("Rastrigin10d"),
        ["Rosenbrock"] = BenchmarkFunctions.Get("Rosenbrock10d"),
        ["Ackley"] = BenchmarkFunctions.Get("Ackley10d"),
        ["Michalewicz"] = new BenchmarkFunction("Michalewicz10d", [FunctionTerm.Michalewicz()], 10),
        ["Gaussian"] = new BenchmarkFunction("Gaussian10d", [FunctionTerm.Gaussian([.. Enumerable.Range(0, 10).Select(i => Enumerable.Range(0, 10).Select(j => i == j ? 6.0 + i : 0).ToArray())], [.. Enumerable.Range(0, 10).Select(i => i % 3 - 1.0)])], 10),
    };

    // The effect size is the probability that a run of the optimizer ends better than one of random search, and the smallest that is accepted.
    [TestCase("cma-es", 1000, 10, 0.9)]
    [TestCase("tpe", 300, 8, 0.9)]
    [TestCase("bayesian-optimization", 150, 6, 0.8)]
    public void Run_TenDimensions_BeatsRandomSearch(string name, int evaluations, int seeds, double least)
    {
        using var all = new AssertionScope();
        foreach ((string label, BenchmarkFunction function) in Functions)
        {
            double[] own = [.. Enumerable.Range(0, seeds).Select(seed => Best(name, function, evaluations, seed))];
            double[] random = [.. Enumerable.Range(0, 20).Select(seed => Best("random-search", function, evaluations, seed))];
            double wins = own.Average(x => random.Average(y => x > y ? 1 : x == y ? 0.5 : 0.0));
            double gain = (own.Average() - random.Average()) / Math.Max(1e-300, Math.Sqrt(random.Average(y => (y - random.Average()) * (y - random.Average()))));
            TestContext.Out.WriteLine($"{name} on {label}: median {own.Order().ElementAt(seeds / 2):g4} against {random.Order().ElementAt(10):g4}; wins {wins:p0}, {gain:f1} deviations of random search better");
            wins.Should().BeGreaterThanOrEqualTo(least, label);
        }
    }

    private static double Best(string name, BenchmarkFunction function, int evaluations, int seed)
    {
        SearchProblem problem = SearchProblem.Of(new BenchmarkOptimizee(function), FitnessWeights.Minimize);
        int population = name switch { "cma-es" => 10, "bayesian-optimization" => 1, _ => 10 };
        IOptimizer optimizer = OptimizerCatalog.Create(name, problem, new Dictionary<string, string>
        {
            ["population-size"] = population.ToString(),
            ["generations"] = (evaluations / population).ToString(),
            ["seed"] = seed.ToString(),
        });
        return Quick.Run(optimizer, set => function.Noiseless(set.Vector("coords"))).BestWeighted;
    }
}
