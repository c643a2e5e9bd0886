using Lagom.Evolution.Functions;
using Shared.Tensors;

namespace Lagom.Evolution.Tests.Strategies;

/// <summary>Every strategy of the family solves what it is made for within a stated number of evaluations, over fixed seeds.</summary>
[TestFixture]
internal sealed class FamilyConvergenceTests
{
    private const double Target = 1e-9;
    private static readonly long[] Seeds = [1, 2, 3, 4, 5];

    // Name, evaluations for the sphere in 10 dimensions, evaluations for the ellipsoid in 5; 0 where the strategy is not made for it.
    private static readonly object[] Budgets =
    [
        new object[] { "CEM", 8_000, 6_500 },
        new object[] { "OpenAI-ES", 26_000, 0 },
        new object[] { "PGPE", 24_000, 25_000 },
        new object[] { "xNES", 8_500, 3_200 },
        new object[] { "SNES", 2_800, 2_000 },
        new object[] { "ARS", 4_600, 0 },
        new object[] { "(1+1)-CMA-ES", 1_300, 2_200 },
        new object[] { "JADE", 11_000, 5_000 },
        new object[] { "rand/1/bin", 19_000, 5_500 },
        new object[] { "best/1/bin", 5_000, 0 },
        new object[] { "current-to-best/1/bin", 5_800, 0 },
    ];

    [TestCaseSource(nameof(Budgets))]
    public void Search_SphereAndEllipsoid_SolvedWithinTheBudget(string name, int sphereBudget, int ellipsoidBudget)
    {
        FamilyMember member = FamilyMember.Learning.Single(candidate => candidate.Name == name);
        Solves(member, "sphere", 10, sphereBudget);
        if (ellipsoidBudget > 0)
            Solves(member, "ellipsoid", 5, ellipsoidBudget);
    }

    [TestCase("xNES", 4_000)]
    [TestCase("(1+1)-CMA-ES", 3_000)]
    [TestCase("JADE", 9_000)]
    public void Search_RotatedRosenbrock_SolvedWithinTheBudget(string name, int budget)
    {
        FamilyMember member = FamilyMember.Learning.Single(candidate => candidate.Name == name);
        BenchmarkFunction function = BenchmarkFunctions.Create("rosenbrock", 4, seed: 5);
        int solved = Seeds.Count(seed =>
        {
            double[] x0 = function.Optimum.ToArray();
            var random = new RandomStream(seed);
            for (int i = 0; i < x0.Length; i++)
                x0[i] += random.NextDouble(-1, 1);
            return FamilyMember.Search(member.Create(x0, 0.5, seed), x => function.Evaluate(x), Target, budget).Best <= Target;
        });
        solved.Should().BeGreaterThanOrEqualTo(Seeds.Length - 1);
    }

    [TestCaseSource(typeof(FamilyMember), nameof(FamilyMember.Learning))]
    public void Search_ShiftedSphere_BeatsRandomSearch(FamilyMember member)
    {
        FamilyMember baseline = FamilyMember.All.Single(candidate => candidate.Name == "random search");
        BenchmarkFunction function = BenchmarkFunctions.Create("sphere", 8, seed: 3);
        double[] x0 = function.Optimum.ToArray();
        for (int i = 0; i < x0.Length; i++)
            x0[i] += i % 2 == 0 ? 1.5 : -1.5;
        foreach (long seed in Seeds)
        {
            double ours = FamilyMember.Search(member.Create(x0, 1, seed), x => function.Evaluate(x), 0, 2500).Best;
            double random = FamilyMember.Search(baseline.Create(x0, 1, seed), x => function.Evaluate(x), 0, 2500).Best;
            ours.Should().BeLessThan(0.7 * random);
        }
    }

    [Test]
    public void Search_Rastrigin_DifferentialEvolutionFindsTheGlobalOptimum()
    {
        BenchmarkFunction function = BenchmarkFunctions.Create("rastrigin", 5, seed: 2, rotate: false);
        foreach (long seed in Seeds)
        {
            var strategy = new DifferentialEvolution(new double[5], 3, new DifferentialEvolutionOptions { Seed = seed, PopulationSize = 40 });
            FamilyMember.Search(strategy, x => function.Evaluate(x), 1e-6, 20_000).Best.Should().BeLessThan(1e-6);
        }
    }

    private static void Solves(FamilyMember member, string name, int dimension, int budget)
    {
        BenchmarkFunction function = BenchmarkFunctions.Create(name, dimension);
        foreach (long seed in Seeds)
        {
            RandomStream random = new RandomStream(seed).Split("start");
            double[] x0 = [.. Enumerable.Range(0, dimension).Select(_ => random.NextDouble(-3, 3))];
            (long evaluations, double best) = FamilyMember.Search(member.Create(x0, 1, seed), x => function.Evaluate(x), Target, budget);
            best.Should().BeLessThanOrEqualTo(Target, $"{member} has {budget} evaluations for {name} (seed {seed}, {evaluations} used)");
        }
    }
}
