using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;

namespace Lagom.Evolution.Tests.Strategies;

/// <summary>What holds for every strategy of the family: determinism, saved state, degenerate input, throwing objectives.</summary>
[TestFixture]
internal sealed class FamilyContractTests
{
    private static readonly double[] Start = [1, -2, 0.5, 3];

    private static double Sphere(double[] x) => x.Sum(v => v * v);

    private static void LoadEdited(IEvolutionStrategy strategy, Action<JsonNode> edit)
    {
        using var saved = new MemoryStream();
        strategy.SaveState(saved);
        JsonNode content = JsonNode.Parse(saved.ToArray())!;
        edit(content["state"]!);
        strategy.LoadState(new MemoryStream(Encoding.UTF8.GetBytes(content.ToJsonString())));
    }

    private static void Advance(IEvolutionStrategy strategy, int generations, Func<double[], double>? objective = null)
    {
        for (int i = 0; i < generations; i++)
            strategy.Tell([.. strategy.Ask().ToArrays().Select(objective ?? Sphere)]);
    }

    [TestCaseSource(typeof(FamilyMember), nameof(FamilyMember.All))]
    public void Run_SameSeed_SameResult_AnotherSeed_Another(FamilyMember member)
    {
        IEvolutionStrategy first = member.Create(Start, 0.5, 7);
        IEvolutionStrategy same = member.Create(Start, 0.5, 7);
        IEvolutionStrategy other = member.Create(Start, 0.5, 8);
        Advance(first, 20);
        Advance(same, 20);
        Advance(other, 20);
        same.Result.Should().BeEquivalentTo(first.Result, options => options.WithStrictOrdering());
        other.Result.XBest.Should().NotEqual(first.Result.XBest!);
    }

    [TestCaseSource(typeof(FamilyMember), nameof(FamilyMember.All))]
    public void Run_SavedAndRestored_GoesOnBitForBit(FamilyMember member)
    {
        IEvolutionStrategy original = member.Create(Start, 0.5, 7);
        Advance(original, 12);
        // In the middle of a generation, the hardest moment.
        double[] values = [.. original.Ask().ToArrays().Select(Sphere)];
        using var saved = new MemoryStream();
        original.SaveState(saved);
        saved.Position = 0;
        IEvolutionStrategy restored = member.Create([9, 9, 9, 9], 0.1, 1);
        restored.LoadState(saved);
        original.Tell(values);
        restored.Tell(values);
        for (int i = 0; i < 10; i++)
        {
            Population expected = original.Ask();
            Population actual = restored.Ask();
            actual.Data.ToArray().Should().Equal(expected.Data.ToArray());
            values = [.. expected.ToArrays().Select(Sphere)];
            original.Tell(values);
            restored.Tell(values);
        }

        restored.Result.Should().BeEquivalentTo(original.Result, options => options.WithStrictOrdering());
    }

    [TestCaseSource(typeof(FamilyMember), nameof(FamilyMember.Learning))]
    public void LoadState_DamagedNumbers_ThrowsAndChangesNothing(FamilyMember member)
    {
        IEvolutionStrategy strategy = member.Create(Start, 0.5, 7);
        Advance(strategy, 5);
        using var saved = new MemoryStream();
        strategy.SaveState(saved);
        string text = Encoding.UTF8.GetString(saved.ToArray());
        int own = text.LastIndexOf("\"state\"", StringComparison.Ordinal);
        int cut = text.IndexOf('=', own) is var at and > 0 ? at : text.LastIndexOf("AA", StringComparison.Ordinal);
        string damaged = text.Remove(cut - 2, 1);
        EvolutionResult before = strategy.Result;
        Action load = () => strategy.LoadState(new MemoryStream(Encoding.UTF8.GetBytes(damaged)));
        load.Should().Throw<InvalidDataException>();
        strategy.Result.Should().BeEquivalentTo(before);
    }

    [TestCase("xNES", "sigma", "-1")]
    [TestCase("xNES", "sigma", "\"NaN\"")]
    [TestCase("(1+1)-CMA-ES", "sigma", "0")]
    [TestCase("OpenAI-ES", "sigma0", "0")]
    public void LoadState_StepSizeThatIsNone_NamesItAndChangesNothing(string name, string number, string value)
    {
        FamilyMember member = FamilyMember.Learning.Single(candidate => candidate.Name == name);
        IEvolutionStrategy strategy = member.Create(Start, 0.5, 7);
        Advance(strategy, 3);
        Action load = () => LoadEdited(strategy, state => state[number] = JsonNode.Parse(value));
        load.Should().Throw<InvalidDataException>().WithMessage($"*'{number}'*");
        Advance(strategy, 2);
    }

    [TestCaseSource(typeof(FamilyMember), nameof(FamilyMember.All))]
    public void LoadState_FewerCandidatesAskedThanCounted_SaysSoAndChangesNothing(FamilyMember member)
    {
        IEvolutionStrategy strategy = member.Create(Start, 0.5, 7);
        Advance(strategy, 3);
        double[] values = [.. strategy.Ask().ToArrays().Select(Sphere)];
        ((Action)(() => LoadEdited(strategy, state => state.Parent!["asked"] = ""))).Should().Throw<InvalidDataException>().WithMessage("*counts*");
        string longer = Convert.ToBase64String(new byte[(values.Length + 1) * Start.Length * sizeof(double)]);
        ((Action)(() => LoadEdited(strategy, state => state.Parent!["asked"] = longer))).Should().Throw<InvalidDataException>().WithMessage("*counts*");
        strategy.Tell(values);
    }

    [TestCase("xNES", "root")]
    [TestCase("xNES", "inverseRoot")]
    [TestCase("(1+1)-CMA-ES", "factor")]
    public void LoadState_CovarianceThatIsNotPositiveDefinite_SaysSoAndChangesNothing(string name, string matrix)
    {
        FamilyMember member = FamilyMember.Learning.Single(candidate => candidate.Name == name);
        IEvolutionStrategy strategy = member.Create(Start, 0.5, 7);
        Advance(strategy, 3);
        string zeros = Convert.ToBase64String(new byte[16 * sizeof(double)]);
        ((Action)(() => LoadEdited(strategy, state => state[matrix] = zeros))).Should().Throw<InvalidDataException>().WithMessage("*covariance*");
        string nan = Convert.ToBase64String(MemoryMarshal.AsBytes(Enumerable.Repeat(double.NaN, 16).ToArray().AsSpan()));
        ((Action)(() => LoadEdited(strategy, state => state[matrix] = nan))).Should().Throw<InvalidDataException>().WithMessage("*NaN*");
        Advance(strategy, 2);
    }

    [TestCase("SNES")]
    [TestCase("CEM")]
    [TestCase("PGPE")]
    public void LoadState_NegativeDeviations_SaysSo(string name)
    {
        IEvolutionStrategy strategy = FamilyMember.Learning.Single(candidate => candidate.Name == name).Create(Start, 0.5, 7);
        Advance(strategy, 3);
        string negative = Convert.ToBase64String(MemoryMarshal.AsBytes(new double[] { 1, 1, -1, 1 }.AsSpan()));
        ((Action)(() => LoadEdited(strategy, state => state["stds"] = negative))).Should().Throw<InvalidDataException>().WithMessage("*'stds'*negative*");
    }

    [TestCaseSource(typeof(FamilyMember), nameof(FamilyMember.All))]
    public void Run_Maximise_MirrorsMinimise(FamilyMember member)
    {
        IEvolutionStrategy down = member.Create(Start, 0.5, 3);
        IEvolutionStrategy up = member.Create(Start, 0.5, 3, new StrategyOptions { Direction = ObjectiveDirection.Maximize });
        Advance(down, 10);
        Advance(up, 10, x => -Sphere(x));
        up.Result.XBest.Should().Equal(down.Result.XBest!);
        up.Result.FBest.Should().Be(-down.Result.FBest);
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void Create_BadSigma_NamesIt(double sigma0)
    {
        foreach (FamilyMember member in FamilyMember.All)
        {
            Action create = () => member.Create(Start, sigma0, 1);
            create.Should().Throw<ArgumentException>(member.Name).WithParameterName("sigma0");
        }
    }

    [Test]
    public void Create_BadStart_NamesIt()
    {
        foreach (FamilyMember member in FamilyMember.All)
        {
            ((Action)(() => member.Create([], 1, 1))).Should().Throw<ArgumentException>(member.Name).WithMessage("x0*");
            ((Action)(() => member.Create([1, double.NaN], 1, 1))).Should().Throw<ArgumentException>(member.Name).Which.Message.Should().StartWith("x0[1] is NaN");
        }
    }

    [TestCaseSource(typeof(FamilyMember), nameof(FamilyMember.Learning))]
    public void Run_OneDimension_FindsTheOptimum(FamilyMember member)
    {
        (_, double best) = FamilyMember.Search(member.Create([2], 0.5, 1), x => (x[0] - 1) * (x[0] - 1), 1e-6, 20_000);
        best.Should().BeLessThanOrEqualTo(1e-6);
    }

    [TestCaseSource(typeof(FamilyMember), nameof(FamilyMember.All))]
    public void Run_AllValuesEqual_StaysFinite(FamilyMember member)
    {
        IEvolutionStrategy strategy = member.Create(Start, 0.5, 1);
        Advance(strategy, 60, _ => 3);
        strategy.Result.XFavorite.Should().OnlyContain(v => double.IsFinite(v));
        strategy.Result.Stds.Should().OnlyContain(v => double.IsFinite(v) && v >= 0);
        strategy.Result.FBest.Should().Be(3);
        strategy.Result.EvalsBest.Should().Be(1);
    }

    [TestCaseSource(typeof(FamilyMember), nameof(FamilyMember.All))]
    public void Run_WithoutOptimumOrSlope_ForVeryLong_StaysFinite(FamilyMember member)
    {
        foreach (Func<double[], double> objective in new Func<double[], double>[] { x => x[0] - x[1], _ => 0, x => x.Sum(v => (v - 1) * (v - 1)) })
        {
            IEvolutionStrategy strategy = member.Create(Start, 0.5, 1, new StrategyOptions { Stop = StopCriteria.Never });
            Advance(strategy, 4000, objective);
            strategy.Result.XFavorite.Should().OnlyContain(v => double.IsFinite(v));
            strategy.Result.Stds.Should().OnlyContain(v => double.IsFinite(v) && v >= 0);
        }
    }

    [TestCase("SNES")]
    [TestCase("xNES")]
    [TestCase("(1+1)-CMA-ES")]
    public void StopReasons_UnboundedFunction_StepGrowth(string name)
    {
        IEvolutionStrategy strategy = FamilyMember.Learning.Single(candidate => candidate.Name == name).Create(Start, 0.5, 1);
        for (int i = 0; i < 2000 && strategy.StopReasons == StopReasons.None; i++)
            Advance(strategy, 1, x => x[0] - x[1]);
        strategy.StopReasons.Should().HaveFlag(StopReasons.StepGrowth);
    }

    [TestCase("SNES")]
    [TestCase("xNES")]
    [TestCase("CEM")]
    [TestCase("JADE")]
    [TestCase("(1+1)-CMA-ES")]
    public void StopReasons_Converged_CoordinateTolerance(string name)
    {
        StopCriteria onSteps = StopCriteria.Never with { CoordinateTolerance = 1e-6 };
        IEvolutionStrategy strategy = FamilyMember.Learning.Single(candidate => candidate.Name == name)
            .Create(Start, 0.5, 1, new StrategyOptions { Stop = onSteps });
        for (int i = 0; i < 5000 && strategy.StopReasons == StopReasons.None; i++)
            Advance(strategy, 1);
        strategy.StopReasons.Should().Be(StopReasons.CoordinateTolerance);
        strategy.Result.Stds.Max().Should().BeLessThan(1e-6);
    }

    [TestCaseSource(typeof(FamilyMember), nameof(FamilyMember.All))]
    public void Run_AllValuesFail_StaysFiniteAndHasNoBest(FamilyMember member)
    {
        IEvolutionStrategy strategy = member.Create(Start, 0.5, 1);
        Advance(strategy, 20, _ => double.NaN);
        strategy.Result.XFavorite.Should().OnlyContain(v => double.IsFinite(v));
        strategy.Result.XBest.Should().BeNull();
        Advance(strategy, 5);
        strategy.Result.FBest.Should().BeGreaterThan(0);
    }

    [TestCaseSource(typeof(FamilyMember), nameof(FamilyMember.Learning))]
    public void Run_SomeValuesFail_StillImproves(FamilyMember member)
    {
        IEvolutionStrategy strategy = member.Create(Start, 0.5, 1);
        int call = 0;
        double[] bad = [double.NaN, double.PositiveInfinity, double.NegativeInfinity];
        (_, double best) = FamilyMember.Search(strategy, x => ++call % 7 == 0 ? bad[call / 7 % 3] : Sphere(x), 0.5, 5_000);
        best.Should().BeLessThanOrEqualTo(0.5);
        strategy.Result.XFavorite.Should().OnlyContain(v => double.IsFinite(v));
    }

    [TestCaseSource(typeof(FamilyMember), nameof(FamilyMember.All))]
    public void Tell_WrongCountOrTwice_ThrowsAndStaysUsable(FamilyMember member)
    {
        IEvolutionStrategy strategy = member.Create(Start, 0.5, 1);
        ((Action)(() => strategy.Tell([1]))).Should().Throw<InvalidOperationException>();
        double[] values = [.. strategy.Ask().ToArrays().Select(Sphere)];
        ((Action)(() => strategy.Tell([.. values, 1]))).Should().Throw<ArgumentException>();
        strategy.Tell(values);
        ((Action)(() => strategy.Tell(values))).Should().Throw<InvalidOperationException>();
        Advance(strategy, 2);
        strategy.Result.Iterations.Should().Be(3);
    }

    [TestCaseSource(typeof(FamilyMember), nameof(FamilyMember.All))]
    public void Run_ObjectiveThrows_NextGenerationIsTheOneThatWouldHaveFollowed(FamilyMember member)
    {
        IEvolutionStrategy strategy = member.Create(Start, 0.5, 1);
        Advance(strategy, 3);
        Action failing = () => Advance(strategy, 1, _ => throw new TimeoutException("simulator"));
        failing.Should().Throw<TimeoutException>();
        Advance(strategy, 3);
        strategy.Result.Iterations.Should().Be(6);
        strategy.Result.FBest.Should().BeGreaterThan(0);
    }

    [Test]
    public void AskAndTell_ManyGenerations_AllocateNothing([ValueSource(typeof(FamilyMember), nameof(FamilyMember.All))] FamilyMember member, [Values] bool isBounded)
    {
        IEvolutionStrategy strategy = member.Create(Start, 0.5, 1, new StrategyOptions
        {
            Bounds = isBounded ? new SearchBounds([0.5, -3], [4]) : null, Stop = StopCriteria.Never with { StagnationGenerations = null },
        });
        var candidates = new double[strategy.PopulationSize * Start.Length];
        var values = new double[strategy.PopulationSize];
        void Generation()
        {
            strategy.Ask(candidates);
            for (int i = 0; i < values.Length; i++)
            {
                ReadOnlySpan<double> x = candidates.AsSpan(i * Start.Length, Start.Length);
                values[i] = x[0] * x[0] + x[1] * x[1] + x[2] * x[2] + x[3] * x[3];
            }

            strategy.Tell(values);
        }

        // The histories of the stopping rules and the archive of replaced members have grown by then.
        for (int i = 0; i < 300; i++)
            Generation();
        Allocations.Of(Generation).Should().Be(0);
    }

    [TestCaseSource(typeof(FamilyMember), nameof(FamilyMember.All))]
    public void Tell_OtherSolutions_TakenWhereTheStrategySaysSo(FamilyMember member)
    {
        IEvolutionStrategy strategy = member.Create(Start, 0.5, 1);
        Population population = strategy.Ask();
        population[0].Clear();
        double[] values = [.. population.ToArrays().Select(Sphere)];
        Action tell = () => strategy.Tell(population.Data, values);
        if (strategy.AcceptsOtherSolutions)
        {
            tell.Should().NotThrow();
            strategy.Result.XBest.Should().Equal(0, 0, 0, 0);
            strategy.Tell([.. Start, .. Start, 0, 0, 0, 0], [14.25, 14.25, 0]);
            strategy.Result.XFavorite.Should().OnlyContain(v => double.IsFinite(v));
        }
        else
        {
            tell.Should().Throw<ArgumentException>();
            strategy.Tell(values);
        }
    }

    [TestCaseSource(typeof(FamilyMember), nameof(FamilyMember.All))]
    public void TryResample_OneCandidate_OnlyThatOneChanges(FamilyMember member)
    {
        IEvolutionStrategy strategy = member.Create(Start, 0.5, 1);
        Advance(strategy, 2);
        Population population = strategy.Ask();
        int last = population.Count - 1;
        var again = new double[Start.Length];
        if (strategy.TryResample(last, again))
        {
            again.Should().NotEqual(population[last].ToArray());
            again.CopyTo(population[last]);
        }

        // The strategy has the new candidate in its place: these are "exactly those asked", which every strategy takes.
        strategy.Tell(population.Data, [.. population.ToArrays().Select(Sphere)]);
        strategy.Result.Iterations.Should().Be(3);
    }
}
