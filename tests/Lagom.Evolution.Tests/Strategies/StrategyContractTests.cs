using System.Text;

namespace Lagom.Evolution.Tests.Strategies;

/// <summary>What every strategy must do, asked of each by name.</summary>
public sealed class StrategyContractTests
{
    private static IEnumerable<string> Names => TestStrategies.Names;

    private static IEnumerable<string> NamesOfPopulations => Names.Where(name => name != "one-plus-one-cma-es");

    // The population of differential evolution is its state.
    private static IEnumerable<string> NamesOfDistributions => NamesOfPopulations.Where(name => name != "differential-evolution");

    [TestCaseSource(nameof(Names))]
    public void Run_SameSeed_SameResultAndAnotherSeedAnother(string name)
    {
        double[] first = Run(1), second = Run(1), other = Run(2);
        second.Should().Equal(first);
        other.Should().NotEqual(first);

        double[] Run(long seed)
        {
            IEvolutionStrategy strategy = TestStrategies.Create(name, [1, 2, 3], 0.5, new StrategyOptions { Seed = seed });
            Generations(strategy, 10);
            return strategy.Result.XFavorite;
        }
    }

    [TestCaseSource(nameof(Names))]
    public void Result_AfterGenerations_HasEveryField(string name)
    {
        IEvolutionStrategy strategy = TestStrategies.Create(name, [1, 2, 3], 0.5);
        EvolutionResult before = strategy.Result;
        (before.XBest, before.FBest, before.EvalsBest, before.Evaluations, before.Iterations).Should().Be((null, null, null, 0L, 0L));
        (int Evaluation, double Value, double[] Point) best = (0, double.PositiveInfinity, []);
        int evaluations = 0;
        for (int generation = 0; generation < 15; generation++)
        {
            double[][] candidates = strategy.Ask().ToArrays();
            double[] values = [.. candidates.Select(x => Functions.Sphere(x))];
            for (int i = 0; i < values.Length; i++)
            {
                evaluations++;
                if (values[i] < best.Value)
                    best = (evaluations, values[i], candidates[i]);
            }

            strategy.Tell(values);
        }

        EvolutionResult result = strategy.Result;
        result.XBest.Should().Equal(best.Point);
        result.FBest.Should().Be(best.Value);
        result.EvalsBest.Should().Be(best.Evaluation);
        result.Evaluations.Should().Be(evaluations);
        result.Iterations.Should().Be(15);
        result.XFavorite.Should().HaveCount(3).And.OnlyContain(value => double.IsFinite(value));
        result.Stds.Should().HaveCount(3).And.OnlyContain(value => value >= 0);
        strategy.LastGeneration!.Value.BestSoFar.Should().Be(best.Value);
    }

    [TestCaseSource(nameof(Names))]
    public void Tell_Misused_SaysHow(string name)
    {
        IEvolutionStrategy strategy = TestStrategies.Create(name, [1, 2, 3], 0.5);
        strategy.Invoking(s => s.Tell([1.0])).Should().Throw<InvalidOperationException>().WithMessage("*ask*");
        Population asked = strategy.Ask();
        strategy.Invoking(s => s.Tell(new double[asked.Count + 1])).Should().Throw<ArgumentException>();
        strategy.Invoking(s => s.Tell(new double[4], new double[1])).Should().Throw<ArgumentException>();
        strategy.Invoking(s => s.Tell([double.NaN, 0, 0], [1.0])).Should().Throw<ArgumentException>().WithMessage("*finite*");
        strategy.Invoking(s => s.Ask(new double[1])).Should().Throw<ArgumentException>();
        IEvolutionStrategy fresh = TestStrategies.Create(name, [1, 2, 3], 0.5);
        Population again = fresh.Ask();
        double[] values = [.. again.ToArrays().Select(x => Functions.Sphere(x))];
        fresh.Tell(values);
        fresh.Invoking(s => s.Tell(values)).Should().Throw<InvalidOperationException>();
    }

    [TestCaseSource(nameof(Names))]
    public void Tell_FailedAndEqualValues_GoOn(string name)
    {
        IEvolutionStrategy strategy = TestStrategies.Create(name, [1, 2, 3], 0.5);
        foreach (double filler in (double[])[double.NaN, double.PositiveInfinity, double.NegativeInfinity, 7])
        {
            double[] values = new double[strategy.Ask().Count];
            values.AsSpan().Fill(filler);
            strategy.Tell(values);
            if (!double.IsFinite(filler))
                strategy.Result.XBest.Should().BeNull();
        }

        double[] mixed = [.. strategy.Ask().ToArrays().Select((x, i) => i % 2 == 0 ? double.NaN : Functions.Sphere(x))];
        strategy.Tell(mixed);
        strategy.Result.XFavorite.Should().OnlyContain(value => double.IsFinite(value));
        strategy.Result.FBest.Should().NotBeNull();
    }

    [TestCaseSource(nameof(Names))]
    public void Tell_FailedValueWhereItShallThrow_CanBeToldAgain(string name)
    {
        IEvolutionStrategy strategy = TestStrategies.Create(name, [1, 2, 3], 0.5, new StrategyOptions { FailedEvaluations = FailedEvaluations.Throw });
        double[] values = [.. strategy.Ask().ToArrays().Select(x => Functions.Sphere(x))];
        double[] damaged = [.. values];
        damaged[^1] = double.NaN;
        strategy.Invoking(s => s.Tell(damaged)).Should().Throw<ArgumentException>().WithMessage("*NaN*");
        strategy.Tell(values);
        strategy.Result.Iterations.Should().Be(1);
    }

    [TestCaseSource(nameof(Names))]
    public void Maximize_NegatedFunction_IsTheSameRun(string name)
    {
        IEvolutionStrategy down = TestStrategies.Create(name, [1, 2, 3], 0.5);
        IEvolutionStrategy up = TestStrategies.Create(name, [1, 2, 3], 0.5, new StrategyOptions { Direction = ObjectiveDirection.Maximize });
        for (int generation = 0; generation < 10; generation++)
        {
            down.Tell([.. down.Ask().ToArrays().Select(x => Functions.Sphere(x))]);
            up.Tell([.. up.Ask().ToArrays().Select(x => -Functions.Sphere(x))]);
        }

        up.Result.XFavorite.Should().Equal(down.Result.XFavorite);
        up.Result.FBest.Should().Be(-down.Result.FBest);
    }

    [TestCaseSource(nameof(Names))]
    public void SaveState_BetweenAskAndTell_ContinuesBitForBit(string name)
    {
        IEvolutionStrategy original = TestStrategies.Create(name, [1, 2, 3], 0.5);
        Generations(original, 7);
        double[] values = [.. original.Ask().ToArrays().Select(x => Functions.Rosenbrock(x))];
        using var file = new MemoryStream();
        original.SaveState(file);
        file.Position = 0;
        IEvolutionStrategy restored = TestStrategies.Create(name, [9, 9, 9], 0.1);
        restored.LoadState(file);
        original.Tell(values);
        restored.Tell(values);
        for (int generation = 0; generation < 30; generation++)
        {
            double[][] expected = original.Ask().ToArrays(), actual = restored.Ask().ToArrays();
            actual.Should().BeEquivalentTo(expected, options => options.WithStrictOrdering());
            double[] told = [.. expected.Select(x => Functions.Rosenbrock(x))];
            original.Tell(told);
            restored.Tell(told);
        }

        restored.Result.Should().BeEquivalentTo(original.Result);
        restored.LastGeneration.Should().Be(original.LastGeneration);
    }

    [Test]
    public void LoadState_OfAnotherPopulationSize_SaysSoAndChangesNothing(
        [ValueSource(nameof(NamesOfPopulations))] string name, [Values] bool isWithinAGeneration)
    {
        IEvolutionStrategy other = TestStrategies.Create(name, [1, 2, 3], 0.5, new StrategyOptions { PopulationSize = 8, Stop = StopCriteria.Never });
        Generations(other, 3);
        if (isWithinAGeneration)
            other.Ask();
        using var file = new MemoryStream();
        other.SaveState(file);
        file.Position = 0;
        IEvolutionStrategy strategy = TestStrategies.Create(name, [1, 2, 3], 0.5, new StrategyOptions { PopulationSize = 12 });
        Generations(strategy, 2);
        EvolutionResult before = strategy.Result;
        strategy.Invoking(it => it.LoadState(file)).Should().Throw<InvalidDataException>().WithMessage("*population of 8*has 12*");
        strategy.Result.Should().BeEquivalentTo(before);
        Generations(strategy, 2);
    }

    [TestCaseSource(nameof(NamesOfDistributions))]
    public void SaveState_BetweenGenerations_HoldsNoGeneration(string name)
    {
        const int Dimension = 200, Population = 100;
        IEvolutionStrategy strategy = TestStrategies.Create(
            name, [.. Enumerable.Repeat(1.0, Dimension)], 0.5, new StrategyOptions { PopulationSize = Population, Stop = StopCriteria.Never });
        Generations(strategy, 2);
        const double Vector = Dimension * sizeof(double) * 4 / 3.0;
        double between = Size();
        // The matrices of those that have them, the direction vectors of LM-MA-ES, and a few other vectors.
        int matrices = name is "cma-es" or "ipop-cma-es" or "bipop-cma-es" or "xnes" ? 2 : 0;
        between.Should().BeLessThan(Vector * (40 + matrices * Dimension));
        // The candidates and, at most, the draws that they were made of and the steps between both; of a restarting search the candidates twice.
        strategy.Ask();
        (Size() - between).Should().BeInRange(Vector * Population, 4.1 * Vector * Population);

        long Size()
        {
            using var file = new MemoryStream();
            strategy.SaveState(file);
            return file.Length;
        }
    }

    [TestCaseSource(nameof(Names))]
    public void LoadState_OfAnotherKindOrDamaged_SaysSo(string name)
    {
        IEvolutionStrategy strategy = TestStrategies.Create(name, [1, 2, 3], 0.5);
        using var other = new MemoryStream();
        TestStrategies.Create(name, [1, 2, 3, 4], 0.5).SaveState(other);
        other.Position = 0;
        strategy.Invoking(s => s.LoadState(other)).Should().Throw<InvalidDataException>().WithMessage("*dimension 4*");
        foreach (string text in (string[])["", "{", "[]", "{}", "{\"format\":\"lagom-evolution-state\",\"version\":99}"])
            strategy.Invoking(s => s.LoadState(new MemoryStream(Encoding.UTF8.GetBytes(text)))).Should().Throw<InvalidDataException>();
        Generations(strategy, 3);
    }

    [TestCaseSource(nameof(Names))]
    public void Create_DegenerateStart_NamesWhatIsWrong(string name)
    {
        Refuses([], 1);
        Refuses([double.NaN], 1);
        Refuses([1, double.PositiveInfinity], 1);
        foreach (double sigma in (double[])[0, -1, double.NaN, double.PositiveInfinity])
            Refuses([1, 2], sigma);

        void Refuses(double[] x0, double sigma) =>
            FluentActions.Invoking(() => TestStrategies.Create(name, x0, sigma)).Should().Throw<ArgumentException>();
    }

    [TestCaseSource(nameof(Names))]
    public void Run_OneDimension_Improves(string name)
    {
        IEvolutionStrategy strategy = TestStrategies.Create(name, [2], 0.5);
        Generations(strategy, 60);
        strategy.Result.FBest.Should().BeLessThan(1);
    }

    private static void Generations(IEvolutionStrategy strategy, int count)
    {
        for (int generation = 0; generation < count; generation++)
            strategy.Tell([.. strategy.Ask().ToArrays().Select(x => x.Length > 1 ? Functions.Rosenbrock(x) : Functions.Sphere(x))]);
    }
}
