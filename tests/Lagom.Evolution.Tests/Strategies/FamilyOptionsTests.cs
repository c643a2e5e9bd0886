using Lagom.Evolution.Fitness;
using Lagom.Evolution.Gradients;
using Lagom.Evolution.Schedules;

namespace Lagom.Evolution.Tests.Strategies;

[TestFixture]
internal sealed class FamilyOptionsTests
{
    private static readonly double[] Start = [1, 2];

    private static readonly object[] Bad =
    [
        Case("EliteRatio", () => new CrossEntropyMethod(Start, 1, new() { EliteRatio = 0 })),
        Case("EliteRatio", () => new CrossEntropyMethod(Start, 1, new() { EliteRatio = double.NaN })),
        Case("Smoothing", () => new CrossEntropyMethod(Start, 1, new() { Smoothing = 1 })),
        Case("MinStd", () => new CrossEntropyMethod(Start, 1, new() { MinStd = -1 })),
        Case("CoordinateStds[1]", () => new CrossEntropyMethod(Start, 1, new() { CoordinateStds = [1, 0] })),
        Case("CoordinateStds.Count", () => new Snes(Start, 1, new() { CoordinateStds = [1] })),
        Case("PopulationSize", () => new OpenAiEs(Start, 1, new() { PopulationSize = 5 })),
        Case("WeightDecay", () => new OpenAiEs(Start, 1, new() { WeightDecay = -0.1 })),
        Case("Shaping", () => new OpenAiEs(Start, 1, new() { Shaping = (FitnessShaping)17 })),
        Case("PopulationSize", () => new Pgpe(Start, 1, new() { PopulationSize = 7 })),
        Case("StdLearningRate", () => new Pgpe(Start, 1, new() { StdLearningRate = double.PositiveInfinity })),
        Case("MaximumStdChange", () => new Pgpe(Start, 1, new() { MaximumStdChange = 1 })),
        Case("PopulationSize", () => new Snes(Start, 1, new() { PopulationSize = 1 })),
        Case("Shaping", () => new Snes(Start, 1, new() { Shaping = FitnessShaping.Raw })),
        Case("StdLearningRate", () => new Snes(Start, 1, new() { StdLearningRate = 0 })),
        Case("CovarianceLearningRate", () => new Xnes(Start, 1, new() { CovarianceLearningRate = -1 })),
        Case("StepLearningRate", () => new Xnes(Start, 1, new() { StepLearningRate = double.NaN })),
        Case("TopDirections", () => new AugmentedRandomSearch(Start, 1, new() { PopulationSize = 6, TopDirections = 4 })),
        Case("TopDirections", () => new AugmentedRandomSearch(Start, 1, new() { TopDirections = 400 })),
        Case("PopulationSize", () => new OnePlusOneCmaEs(Start, 1, new() { PopulationSize = 2 })),
        Case("Damping", () => new OnePlusOneCmaEs(Start, 1, new() { Damping = 0 })),
        Case("PopulationSize", () => new DifferentialEvolution(Start, 1, new() { PopulationSize = 3 })),
        Case("ScaleFactor", () => new DifferentialEvolution(Start, 1, new() { ScaleFactor = 2.5 })),
        Case("Dither", () => new DifferentialEvolution(Start, 1, new() { Dither = 0.6 })),
        Case("CrossoverRate", () => new DifferentialEvolution(Start, 1, new() { CrossoverRate = 1.1 })),
        Case("BestShare", () => new DifferentialEvolution(Start, 1, new() { BestShare = 0 })),
        Case("AdaptationRate", () => new DifferentialEvolution(Start, 1, new() { AdaptationRate = 2 })),
        Case("Variant", () => new DifferentialEvolution(Start, 1, new() { Variant = (DifferentialVariant)9 })),
    ];

    [TestCaseSource(nameof(Bad))]
    public void Create_BadOption_NamesIt(string name, Func<IEvolutionStrategy> create) =>
        create.Should().Throw<ArgumentException>().Which.ParamName!.Should().EndWithEquivalentOf(name);

    [Test]
    public void Create_PositionBeyondARange_MessageHasValueAndRange()
    {
        Action create = () => _ = new DifferentialEvolution(Start, 1, new() { CrossoverRate = 1.5 });
        create.Should().Throw<ArgumentException>().WithMessage("CrossoverRate is 1.5; it must be 0 to 1.*");
    }

    [Test]
    public void CrossEntropy_CollapsedFitWithExtraVariance_GoesOn()
    {
        var strategy = new CrossEntropyMethod(Start, 1, new()
        {
            PopulationSize = 20, EliteRatio = 0.01, Smoothing = 0, ExtraVariance = new LinearSchedule(0.1, 0, 40), Seed = 1,
        });
        EvolutionRun run = Evolve.Run(strategy, Functions.Sphere);
        run.Result.Iterations.Should().Be(40, "there is no width left then");
        run.StopReasons.Should().Be(StopReasons.CoordinateTolerance);
        run.Result.FBest.Should().BeLessThan(0.01);
    }

    [Test]
    public void RankedGradient_FlatFunction_StaysWhereItIs()
    {
        IEvolutionStrategy[] strategies = [new OpenAiEs(Start, 1), new Pgpe(Start, 1), new Snes(Start, 1), new Xnes(Start, 1)];
        foreach (IEvolutionStrategy strategy in strategies)
        {
            for (int generation = 0; generation < 20; generation++)
                strategy.Tell(new double[strategy.Ask().Count]);
            strategy.Result.XFavorite.Should().Equal(Start, strategy.Name);
        }
    }

    [Test]
    public void CrossEntropy_EliteOfOne_OnlyTheExtraVarianceKeepsExploring()
    {
        var plain = new CrossEntropyMethod(Start, 1, new() { PopulationSize = 10, EliteRatio = 0.01, Smoothing = 0 });
        Generation(plain);
        plain.Result.Stds.Should().Equal(0, 0);
        Population stuck = plain.Ask();
        stuck[0].ToArray().Should().Equal(stuck[9].ToArray());

        var noisy = new CrossEntropyMethod(Start, 1, new() { PopulationSize = 10, EliteRatio = 0.01, Smoothing = 0, ExtraVariance = 0.1 });
        Generation(noisy);
        Population alive = noisy.Ask();
        alive[0].ToArray().Should().NotEqual(alive[9].ToArray());

        var floored = new CrossEntropyMethod(Start, 1, new() { PopulationSize = 10, EliteRatio = 0.01, Smoothing = 0, MinStd = 0.2 });
        Generation(floored);
        floored.Result.Stds.Should().Equal(0.2, 0.2);
    }

    [Test]
    public void OpenAiEs_ScheduleThatEndsAtZero_SaysSoAndTheGenerationCanBeToldAgain()
    {
        var strategy = new OpenAiEs(Start, 1, new() { LearningRate = new LinearSchedule(0.1, 0, 1) });
        Generation(strategy);
        Population population = strategy.Ask();
        double[] values = [.. population.ToArrays().Select(x => x[0] * x[0])];
        Action tell = () => strategy.Tell(values);
        tell.Should().Throw<ArgumentException>().WithMessage("LearningRate is 0*");
        strategy.Result.Iterations.Should().Be(1);
    }

    [Test]
    public void OpenAiEs_Rules_AllDescend()
    {
        foreach (GradientRule rule in new GradientRule[] { new Adam(), new ClipUp() })
            Descend(new OpenAiEs(Start, 0.2, new() { Rule = rule, LearningRate = 0.03 }));
        Descend(new OpenAiEs(Start, 0.2, new() { Rule = new Sgd(0.5), LearningRate = 0.005, Shaping = FitnessShaping.ZScore }));
    }

    [Test]
    public void OpenAiEs_WeightDecay_PullsTowardsZeroOnAFlatFunction()
    {
        var strategy = new OpenAiEs(Start, 0.2, new() { Rule = new Sgd(), WeightDecay = 1, LearningRate = 0.1, Stop = StopCriteria.Never });
        for (int i = 0; i < 10; i++)
        {
            strategy.Ask();
            strategy.Tell(new double[strategy.PopulationSize]);
        }

        strategy.Result.XFavorite[1].Should().BeInRange(0.1, 1.2);
    }

    [Test]
    public void OnePlusOne_FirstCandidate_IsTheStart()
    {
        var strategy = new OnePlusOneCmaEs(Start, 1);
        strategy.Ask()[0].ToArray().Should().Equal(Start);
    }

    [Test]
    public void OnePlusOne_WorseCandidates_LeaveTheParent()
    {
        var strategy = new OnePlusOneCmaEs(Start, 1);
        for (int i = 0; i < 20; i++)
        {
            strategy.Ask();
            strategy.Tell([i]);
        }

        strategy.Result.XFavorite.Should().Equal(Start);
        strategy.StepSize.Should().BeLessThan(0.5);
    }

    [Test]
    public void DifferentialEvolution_FirstGeneration_HoldsTheStartAndSpreadsAroundIt()
    {
        var strategy = new DifferentialEvolution(Start, 0.1, new() { PopulationSize = 500 });
        Population population = strategy.Ask();
        population[0].ToArray().Should().Equal(Start);
        double[][] rows = population.ToArrays();
        double mean = rows.Average(x => x[1]);
        mean.Should().BeApproximately(2, 0.02);
        Math.Sqrt(rows.Average(x => (x[1] - mean) * (x[1] - mean))).Should().BeApproximately(0.1, 0.01);
    }

    [Test]
    public void Antithetic_Candidates_MirrorAtTheMean()
    {
        foreach (IEvolutionStrategy strategy in new IEvolutionStrategy[] { new OpenAiEs(Start, 1), new Pgpe(Start, 1), new AugmentedRandomSearch(Start, 1) })
        {
            Population population = strategy.Ask();
            int half = population.Count / 2;
            for (int i = 0; i < half; i++)
                ((population[i][1] + population[i + half][1]) / 2).Should().BeApproximately(2, 1e-12);
        }
    }

    private static object[] Case(string name, Func<IEvolutionStrategy> create) => [name, create];

    private static void Descend(IEvolutionStrategy strategy)
    {
        for (int i = 0; i < 150; i++)
            Generation(strategy);
        (strategy.Result.XFavorite[0] * strategy.Result.XFavorite[0] + strategy.Result.XFavorite[1] * strategy.Result.XFavorite[1])
            .Should().BeLessThan(0.1, ((OpenAiEs)strategy).Name);
    }

    private static void Generation(IEvolutionStrategy strategy) =>
        strategy.Tell([.. strategy.Ask().ToArrays().Select(x => x[0] * x[0] + x[1] * x[1])]);
}
