namespace L2L.Tests.Optimizers;

public sealed class MultiFidelityTests
{
    private static readonly SearchProblem Problem = new(new ParameterSpace(new RealParameter("x", 0, 1)), FitnessWeights.Maximize);

    [Test]
    public void SuccessiveHalving_Rungs_KeepTheBestThirdWithThreeTimesTheBudget()
    {
        var optimizer = new SuccessiveHalving(Problem, new SuccessiveHalvingOptions { Configurations = 27, MaxBudget = 9, Generations = 4 });
        Population first = optimizer.Ask();
        first.Should().HaveCount(27).And.OnlyContain(i => i.Budget == 1);
        optimizer.Tell([.. first.Select(i => new Evaluation(i, i.Parameters.Real("x")) { Checkpoint = new[] { (byte)i.Configuration! } })]);
        Population second = optimizer.Ask();
        second.Should().HaveCount(9).And.OnlyContain(i => i.Budget == 3 && i.Checkpoint.ToArray().First() == i.Configuration);
        second.Select(i => i.Parameters).Should().BeEquivalentTo(first.OrderByDescending(i => i.Parameters.Real("x")).Take(9).Select(i => i.Parameters));
        optimizer.Tell([.. second.Select(i => new Evaluation(i, i.Parameters.Real("x") - 5))]);
        optimizer.End().Best.Individual.Budget.Should().Be(3, "a fitness at a larger budget counts more, though it is lower");
        Population third = optimizer.Ask();
        third.Should().HaveCount(3).And.OnlyContain(i => i.Budget == 9);
        optimizer.Tell([.. third.Select(i => new Evaluation(i, i.Parameters.Real("x")))]);
        optimizer.Ask().Should().HaveCount(27).And.OnlyContain(i => i.Budget == 1 && i.Configuration >= 27);
    }

    [Test]
    public void SuccessiveHalving_FewConfigurations_TheLastOneComesToTheLargestBudget()
    {
        var optimizer = new SuccessiveHalving(Problem, new SuccessiveHalvingOptions { Configurations = 10, MaxBudget = 81, Generations = 6 });
        var rungs = new List<(int, double?)>();
        while (optimizer.StopReason == StopReason.None)
        {
            Population population = optimizer.Ask();
            rungs.Add((population.Count, population[0].Budget));
            optimizer.Tell([.. population.Select(i => new Evaluation(i, i.Parameters.Real("x")))]);
        }

        rungs.Should().Equal((10, 1), (3, 3), (1, 9), (1, 27), (1, 81), (10, 1));
    }

    [Test]
    public void Hyperband_Brackets_HaveTheCountsOfThePaper()
    {
        var optimizer = new Hyperband(Problem, new HyperbandOptions { MaxBudget = 81, Generations = 15 });
        var rungs = new List<(int, double?)>();
        while (optimizer.StopReason == StopReason.None)
        {
            Population population = optimizer.Ask();
            rungs.Add((population.Count, population[0].Budget));
            optimizer.Tell([.. population.Select(i => new Evaluation(i, i.Parameters.Real("x")))]);
        }

        // Li et al. (2018), table 1: R = 81, η = 3.
        rungs.Should().Equal(
            (81, 1), (27, 3), (9, 9), (3, 27), (1, 81),
            (34, 3), (11, 9), (3, 27), (1, 81),
            (15, 9), (5, 27), (1, 81),
            (8, 27), (2, 81),
            (5, 81));
    }

    [Test]
    public void AsynchronousHalving_OneOfThreeDone_GoesOnAtOnceFromItsCheckpoint()
    {
        var optimizer = new AsynchronousHalving(Problem, new AsynchronousHalvingOptions { MaxBudget = 9 });
        Individual[] first = [.. Enumerable.Range(0, 4).Select(_ => optimizer.AskOne()!)];
        first.Should().OnlyContain(i => i.Budget == 1).And.OnlyHaveUniqueItems(i => i.Configuration);
        Tell(first[0], 0.2);
        Tell(first[1], 0.9);
        optimizer.AskOne()!.Budget.Should().Be(1, "two of a rung are too few for one of three to go on");
        Tell(first[2], 0.5);

        Individual promoted = optimizer.AskOne()!;

        (promoted.Configuration, promoted.Budget).Should().Be((first[1].Configuration, 3));
        promoted.Parameters.Should().Equal(first[1].Parameters);
        promoted.Checkpoint.ToArray().Should().Equal((byte)first[1].Configuration!);
        optimizer.AskOne()!.Budget.Should().Be(1, "what is under way on the next rung does not go there twice, and nothing waits for it");
        Tell(promoted, 0.1);
        optimizer.Best!.Individual.Budget.Should().Be(3, "a fitness at a larger budget counts more, though it is lower");

        void Tell(Individual individual, double fitness) =>
            optimizer.TellOne(new Evaluation(individual, fitness) { Checkpoint = new[] { (byte)individual.Configuration! } });
    }

    // Algorithm 2 of Li et al. (2020), one worker, a fitness that is the configuration's number, worked out by hand.
    [Test]
    public void AsynchronousHalving_OneWorker_PromotesFromTheHighestRungFirst()
    {
        var optimizer = new AsynchronousHalving(Problem, new AsynchronousHalvingOptions { MaxBudget = 4, Reduction = 2, PopulationSize = 4, Generations = 3 });
        var course = new List<(int?, double?)>();
        while (optimizer.AskOne() is { } individual)
        {
            course.Add((individual.Configuration, individual.Budget));
            optimizer.TellOne(new Evaluation(individual, individual.Configuration!.Value));
        }

        course.Should().Equal((0, 1), (1, 1), (1, 2), (2, 1), (2, 2), (2, 4), (3, 1), (3, 2), (3, 4), (4, 1), (4, 2), (4, 4));
        optimizer.StopReason.Should().Be(StopReason.Generations);
        optimizer.Details["rung_0"].AsInteger().Should().Be(5);
    }

    [Test]
    public async Task AsynchronousHalving_ManyWorkers_SpendsMostConfigurationsLittleAndFindsTheBest()
    {
        IOptimizee optimizee = Optimizee.From(Problem.Space, static (set, context, _) => -Math.Abs(set.Real("x") - 0.3) - 0.5 / context.Budget!.Value * (context.Random.NextDouble() - 0.5));
        var optimizer = new AsynchronousHalving(SearchProblem.Of(optimizee, FitnessWeights.Maximize), new AsynchronousHalvingOptions { MaxBudget = 27, PopulationSize = 20, Generations = 15, Seed = 4 });
        ExperimentResult result = await new Experiment(optimizee, optimizer, new ExperimentOptions { Seed = 4, SteadyState = true, Evaluator = new ParallelEvaluator(4) }).RunAsync();
        result.BestIndividual.Budget.Should().Be(27);
        result.BestIndividual.Parameters.Real("x").Should().BeApproximately(0.3, 0.05);
        // Two of three where nobody is promoted too early; those promoted before better ones were seen come on top.
        result.Trajectory.Evaluations.Count(e => e.Individual.Budget == 1).Should().BeInRange(150, 215);
    }

    [Test]
    public async Task PopulationBasedTraining_ModelsThatLearn_GoOnFromTheBest()
    {
        // A model whose weight approaches 1 at the rate given, best where the rate is near 0.5; checkpoints carry the weight on.
        IOptimizee optimizee = Optimizee.From(Problem.Space, static (set, context, _) =>
        {
            double weight = context.Checkpoint.IsEmpty ? 0 : BitConverter.ToDouble(context.Checkpoint.Span);
            weight += set.Real("x") * (1 - set.Real("x")) * 0.4 * context.Budget!.Value * (1 - weight);
            context.NextCheckpoint = BitConverter.GetBytes(weight);
            return weight;
        });
        var optimizer = new PopulationBasedTraining(SearchProblem.Of(optimizee, FitnessWeights.Maximize), new PopulationBasedTrainingOptions { Generations = 15, PopulationSize = 10 });
        ExperimentResult result = await new Experiment(optimizee, optimizer).RunAsync();
        // One member alone cannot do better than this in 15 intervals.
        double alone = 1 - Math.Pow(0.9, 15);
        result.BestFitness[0].Should().BeInRange(0.9 * alone, alone + 1e-12);
        double[] last = [.. result.Trajectory.Generations[^1].Evaluations.Select(e => e.Fitness[0]).Order()];
        double[] first = [.. result.Trajectory.Generations[0].Evaluations.Select(e => e.Fitness[0]).Order()];
        (last[0] / last[^1]).Should().BeGreaterThan(first[0] / first[^1], "the worst go on from copies of the best");
    }

    [Test]
    public void Options_Bad_NamesThem()
    {
        FluentActions.Invoking(() => new Hyperband(Problem, new HyperbandOptions { MinBudget = 2, MaxBudget = 1 })).Should().Throw<ArgumentException>().WithMessage("MaxBudget is 1*at least MinBudget, 2*");
        FluentActions.Invoking(() => new Hyperband(Problem, new HyperbandOptions { Reduction = 1 })).Should().Throw<ArgumentException>().WithMessage("Reduction is 1*");
        FluentActions.Invoking(() => new AsynchronousHalving(Problem, new AsynchronousHalvingOptions { MinBudget = 2, MaxBudget = 1 })).Should().Throw<ArgumentException>().WithMessage("MaxBudget is 1*at least MinBudget, 2*");
        FluentActions.Invoking(() => new CmaEs(Problem, new CmaEsOptions { PopulationGrowth = 0.5 })).Should().Throw<ArgumentException>().WithMessage("PopulationGrowth is 0.5*[1, 10]*");
        FluentActions.Invoking(() => new PopulationBasedTraining(Problem, new PopulationBasedTrainingOptions { ReplacedFraction = 0.6 })).Should().Throw<ArgumentException>().WithMessage("ReplacedFraction is 0.6*");
        FluentActions.Invoking(() => new NsgaII(Problem, new NsgaIIOptions { PopulationSize = 5 })).Should().Throw<ArgumentException>().WithMessage("PopulationSize is 5*even*");
        FluentActions.Invoking(() => new CmaEs(Problem, new CmaEsOptions { InitialDeviation = 0 })).Should().Throw<ArgumentException>().WithMessage("InitialDeviation is 0*");
    }
}
