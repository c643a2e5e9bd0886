using FsCheck;
using FsCheck.Fluent;
using Lagom.Evolution.Tests.Strategies;

namespace Lagom.Evolution.Tests.Bounds;

/// <summary>What bounds mean, for every strategy of the package.</summary>
[TestFixture]
internal sealed class BoundsTests
{
    private static readonly StrategyOptions Far = new() { Bounds = new SearchBounds(-1e6, 1e6), Stop = StopCriteria.Never };

    private static IEnumerable<string> Names => TestStrategies.Names;

    private static IEnumerable<string> Learning => Names.Where(name => name != "random-search");

    // A box of closed, half-open and open sides, a start inside or on its bounds, and any scale of the first step beside it.
    private static Gen<(SearchBounds Bounds, double[] Start, double Sigma)> Cases =>
        from lower in Gen.Choose(-50, 50).ArrayOf(3)
        from width in Gen.Elements(1e-3, 0.5, 7, 1e3).ArrayOf(3)
        from open in Gen.Choose(0, 3).ArrayOf(3)
        from place in Gen.Elements(0, 0.02, 0.5, 0.9, 1.0).ArrayOf(3)
        from sigma in Gen.Elements(1e-4, 0.3, 5, 1e5)
        select (
            new SearchBounds(
                lower.Select((low, i) => open[i] == 1 ? double.NegativeInfinity : low).ToArray(),
                lower.Select((low, i) => open[i] == 2 ? double.PositiveInfinity : low + width[i]).ToArray()),
            lower.Select((low, i) => low + place[i] * width[i]).ToArray(),
            sigma);

    [TestCaseSource(nameof(Names))]
    public void Ask_AnyBounds_EveryCandidateIsInside(string name) => Prop.ForAll(Cases.ToArbitrary(), drawn =>
    {
        IEvolutionStrategy strategy = TestStrategies.Create(
            name, drawn.Start, drawn.Sigma, new StrategyOptions { Bounds = drawn.Bounds, Seed = 3, Stop = StopCriteria.Never });
        bool areInside = true;
        var again = new double[3];
        for (int generation = 0; generation < 15; generation++)
        {
            Population population = strategy.Ask();
            if (strategy.TryResample(0, again))
                again.CopyTo(population[0]);
            double[][] candidates = population.ToArrays();
            areInside &= candidates.All(candidate => drawn.Bounds.Contain(candidate));
            strategy.Tell([.. candidates.Select(x => x[0] - 2 * x[1] + x[2])]);
        }

        EvolutionResult result = strategy.Result;
        return areInside && drawn.Bounds.Contain(result.XBest!) && drawn.Bounds.Contain(result.XFavorite);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [TestCaseSource(nameof(Learning))]
    public void Search_OptimumOnTheBounds_IsFound(string name)
    {
        // The best of a slope over a box, and of a bowl whose bottom lies beyond a bound.
        var bounds = new SearchBounds([-1, double.NegativeInfinity, -2], [3, 2, 2]);
        double near = name is "ars" or "openai-es" ? 0.1 : 1e-4;      // the widths of these two do not adapt
        IEvolutionStrategy strategy = TestStrategies.Create(name, [0, 0, 1], 0.5, new StrategyOptions { Bounds = bounds, Seed = 5, Stop = StopCriteria.Never });
        (_, double best) = FamilyMember.Search(
            strategy, x => x[0] + (x[1] - 5) * (x[1] - 5) + (x[2] - 0.5) * (x[2] - 0.5) - 8, near, 60_000);
        best.Should().BeInRange(0, near);
        strategy.Result.XBest![0].Should().BeApproximately(-1, near);
        strategy.Result.XBest[1].Should().BeApproximately(2, near);
    }

    [TestCaseSource(nameof(Names))]
    public void Ask_BoundsFarAway_ChangeNothing(string name)
    {
        IEvolutionStrategy free = TestStrategies.Create(name, [1, -2], 0.5, new StrategyOptions { Stop = StopCriteria.Never });
        IEvolutionStrategy bounded = TestStrategies.Create(name, [1, -2], 0.5, Far);
        for (int i = 0; i < 10; i++)
        {
            double[][] candidates = free.Ask().ToArrays();
            bounded.Ask().ToArrays().Should().BeEquivalentTo(candidates, options => options.WithStrictOrdering());
            double[] values = [.. candidates.Select(x => Functions.Sphere(x))];
            free.Tell(values);
            bounded.Tell(values);
        }
    }

    [TestCaseSource(nameof(Names))]
    public void LoadState_SavedWithinAGeneration_GoesOnBitForBit(string name)
    {
        var options = new StrategyOptions { Bounds = new SearchBounds([-1, 0, 0.5], [2, 0.01, double.PositiveInfinity]), Stop = StopCriteria.Never };
        IEvolutionStrategy original = TestStrategies.Create(name, [0, 0.005, 1], 0.5, options);
        IEvolutionStrategy loaded = TestStrategies.Create(name, [1, 0.002, 2], 0.1, options with { Seed = 9 });
        for (int i = 0; i < 8; i++)
            original.Tell([.. original.Ask().ToArrays().Select(x => Functions.Sphere(x))]);
        double[] values = [.. original.Ask().ToArrays().Select(x => Functions.Sphere(x))];
        using var saved = new MemoryStream();
        original.SaveState(saved);
        saved.Position = 0;
        loaded.LoadState(saved);
        for (int i = 0; i < 8; i++)
        {
            original.Tell(values);
            loaded.Tell(values);
            Population candidates = original.Ask();
            loaded.Ask().Data.ToArray().Should().Equal(candidates.Data.ToArray());
            values = [.. candidates.ToArrays().Select(x => Functions.Sphere(x))];
        }

        loaded.Result.Should().BeEquivalentTo(original.Result, compared => compared.WithStrictOrdering());
    }

    [TestCaseSource(nameof(Names))]
    public void Create_BoundsThatDoNotFit_NamesThem(string name)
    {
        Action outside = () => TestStrategies.Create(name, [0, 7], 1, new StrategyOptions { Bounds = new SearchBounds(-5, 5) });
        outside.Should().Throw<ArgumentException>().WithMessage("x0[1] is 7; it must be inside the bounds, -5 to 5*");
        Action many = () => TestStrategies.Create(name, [0, 0], 1, new StrategyOptions { Bounds = new SearchBounds([-5, -5, -5], [5]) });
        many.Should().Throw<ArgumentException>().WithMessage("Bounds*3*at most the dimension 2*");
    }

    [Test]
    public void Tell_OtherCandidateOutside_NamesItAndChangesNothing()
    {
        var strategy = new Snes([0, 0], 1, new SnesOptions { Bounds = new SearchBounds(-1, 1) });
        strategy.Invoking(it => it.Tell([0.5, 0.5, 0, -2], [1, 2])).Should().Throw<ArgumentException>().WithMessage("candidates[1][1] is -2*-1 to 1*");
        strategy.Result.Evaluations.Should().Be(0);
        strategy.Tell([0.5, 0.5, 0, -1], [2, 1]);
        strategy.Result.XBest.Should().Equal(0, -1);
    }

    [Test]
    public void Create_BoundsOfTheRunsOfARestartingSearch_SaysWhereTheyBelong()
    {
        Action create = () => _ = new RestartingCmaEs([0.0], 1, new RestartingCmaEsOptions { Cma = new CmaEsOptions { Bounds = new SearchBounds(-1, 1) } });
        create.Should().Throw<ArgumentException>().WithMessage("Cma.Bounds*null*");
    }

    [TestCase(0.5, 0.5)]
    [TestCase(-0.25, 0.25)]
    [TestCase(2.5, 1.5)]
    [TestCase(4.5, 0.5)]
    [TestCase(-7.5, 0.5)]
    public void Reflect_ACoordinate_MirrorsItIntoTheBox(double value, double expected)
    {
        double[] point = [value];
        new SearchBounds(0, 2).Reflect(point);
        point[0].Should().BeApproximately(expected, 1e-12);
    }
}
