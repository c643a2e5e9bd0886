namespace L2L.Tests.Running;

public sealed class ExperimentTests
{
    private static readonly ParameterSpace Space = new(new VectorParameter("coords", 3, -5, 5));
    private static readonly IOptimizee Noisy = Optimizee.From(Space, static (set, context, _) =>
    {
        double sum = 0;
        foreach (double x in set.Vector("coords"))
            sum += x * x;
        return sum + 0.01 * context.Random.NextNormal();
    });

    private static RandomSearch Search(int generations = 6, IOptimizee? optimizee = null) =>
        new(SearchProblem.Of(optimizee ?? Noisy, FitnessWeights.Minimize), new RandomSearchOptions { Generations = generations, PopulationSize = 8, Seed = 3 });

    private static IEnumerable<string> Course(Trajectory trajectory) =>
        trajectory.Evaluations.Select(e => $"{e.Individual} {e.Fitness}");

    [Test]
    public async Task RunAsync_AnyDegreeOfParallelism_GivesTheSameTrajectory()
    {
        ExperimentResult one = await new Experiment(Noisy, Search(), new ExperimentOptions { Seed = 9, Evaluator = new ParallelEvaluator(1) }).RunAsync();
        ExperimentResult four = await new Experiment(Noisy, Search(), new ExperimentOptions { Seed = 9, Evaluator = new ParallelEvaluator(4) }).RunAsync();
        ExperimentResult other = await new Experiment(Noisy, Search(), new ExperimentOptions { Seed = 10 }).RunAsync();

        Course(four.Trajectory).Should().Equal(Course(one.Trajectory));
        Course(other.Trajectory).Should().NotEqual(Course(one.Trajectory));
        one.Evaluations.Should().Be(48);
        one.StopReason.Should().Be(StopReason.Generations);
        one.BestFitness[0].Should().Be(one.Trajectory.Evaluations.Min(e => e.Fitness[0]));
        one.Trajectory.Results["n_iteration"].AsInteger().Should().Be(6);
        one.Trajectory.Results.Group("final_individual").ShouldBe(one.BestIndividual.Parameters);
    }

    [Test]
    public async Task RunAsync_OptimizerMadeForAnEqualSpace_Runs()
    {
        ExperimentResult result = await new Experiment(Choosing(), Search(1, Choosing())).RunAsync();
        result.Evaluations.Should().Be(8);

        static IOptimizee Choosing() => Optimizee.From(
            new ParameterSpace(new CategoryParameter("kind", "a", "b"), new RealParameter("x", 0, 1) { Condition = ParameterCondition.When("kind", "a") }),
            static (set, _, _) => set.Count);
    }

    [Test]
    public async Task RunAsync_ResumedAfterAnyGeneration_GoesOnBitForBit()
    {
        var states = new Recorder();
        ExperimentResult whole = await new Experiment(Noisy, Search(), new ExperimentOptions { Seed = 9, Recorders = [states] }).RunAsync();
        string[] expected = [.. Course(whole.Trajectory)];
        for (int generation = 0; generation < 5; generation++)
        {
            ExperimentState saved = ExperimentState.Parse(states.States[generation]);
            saved.NextGeneration.Should().Be(generation + 1);
            var finished = whole.Trajectory.Generations[generation + 1].Evaluations.Where(e => e.Individual.Index % 2 == 0).ToArray();
            ExperimentResult rest = await new Experiment(Noisy, Search(), new ExperimentOptions { Seed = 9, ResumeFrom = saved with { Finished = finished } }).RunAsync();
            Course(rest.Trajectory).Should().Equal(expected.Skip(8 * (generation + 1)));
            rest.BestFitness.Should().Be(whole.BestFitness);
            rest.Evaluations.Should().Be(48);
        }
    }

    [Test]
    public async Task RunAsync_SteadyState_EvaluatesAllAndResumes()
    {
        var states = new Recorder();
        var options = new ExperimentOptions { Seed = 9, Recorders = [states], SteadyState = true, Evaluator = new ParallelEvaluator(3) };
        ExperimentResult whole = await new Experiment(Noisy, Search(), options).RunAsync();
        whole.Evaluations.Should().Be(48);
        whole.Trajectory.Generations.Should().HaveCount(6);
        whole.Trajectory.Evaluations.Select(e => (e.Individual.Generation, e.Individual.Index)).Distinct().Should().HaveCount(48);

        ExperimentState saved = ExperimentState.Parse(states.States[2]);
        ExperimentResult rest = await new Experiment(Noisy, Search(), new ExperimentOptions { Seed = 9, SteadyState = true, ResumeFrom = saved }).RunAsync();
        rest.Evaluations.Should().Be(48);
        // Random search does not depend on the order of evaluations, so that the resumed run finds the same.
        rest.BestFitness.Should().Be(whole.BestFitness);
    }

    [Test]
    public async Task RunAsync_ThrowingSimulate_PassesTheExceptionUnwrapped()
    {
        IOptimizee bad = Optimizee.From(Space, static (_, context, _) => context.Individual.Index == 3 ? throw new InvalidTimeZoneException("mine") : 1.0);
        await FluentActions.Awaiting(() => new Experiment(bad, Search(optimizee: bad)).RunAsync()).Should().ThrowAsync<InvalidTimeZoneException>().WithMessage("mine");
    }

    [TestCase(double.NaN, "*every number of it must be finite*")]
    [TestCase(double.NegativeInfinity, "*every number of it must be finite*")]
    public async Task RunAsync_FitnessNotFinite_FailsAndSaysWhich(double value, string message)
    {
        IOptimizee bad = Optimizee.From(Space, (_, context, _) => context.Individual.Index == 3 ? value : 1.0);
        await FluentActions.Awaiting(() => new Experiment(bad, Search(optimizee: bad)).RunAsync())
            .Should().ThrowAsync<EvaluationFailedException>().WithMessage("*0/3*" + message);
    }

    [Test]
    public async Task RunAsync_FitnessOfWrongLength_FailsAndSaysWhich()
    {
        IOptimizee bad = Optimizee.From(Space, static (_, _, _) => new FitnessVector(1, 2));
        await FluentActions.Awaiting(() => new Experiment(bad, Search(optimizee: bad)).RunAsync())
            .Should().ThrowAsync<EvaluationFailedException>().WithMessage("*returned 2 numbers; it must return 1*");
    }

    [Test]
    public async Task RunAsync_FailurePolicyThatGivesAFitness_GoesOnAndNeverCallsAFailureBest()
    {
        IOptimizee bad = Optimizee.From(Space, static (_, context, _) => context.Individual.Index == 3 ? double.NaN : 1.0 + context.Individual.Index);
        ExperimentResult result = await new Experiment(bad, Search(optimizee: bad), new ExperimentOptions { FailurePolicy = new Flattering() }).RunAsync();
        result.BestFitness[0].Should().Be(1);
        result.Trajectory.Evaluations.Count(e => e.IsFailure).Should().Be(6);
    }

    [Test]
    public async Task RunAsync_TerminationRules_EndTheRun()
    {
        ExperimentResult result = await new Experiment(Noisy, Search(), new ExperimentOptions { Termination = [Terminate.AfterEvaluations(20)] }).RunAsync();
        result.Evaluations.Should().Be(24);
        result.StopReason.Should().Be(StopReason.Rule);
    }

    [Test]
    public async Task RunAsync_StopFitness_EndsTheRun()
    {
        var search = new RandomSearch(SearchProblem.Of(Noisy, FitnessWeights.Minimize), new RandomSearchOptions { StopFitness = -1e9 });
        ExperimentResult result = await new Experiment(Noisy, search).RunAsync();
        result.StopReason.Should().Be(StopReason.Fitness);
        result.Optimizer.Generations.Should().Be(1);
    }

    [Test]
    public async Task RunAsync_SteadyStateReachesTheStopFitness_EndsInTheMiddleOfAGeneration()
    {
        var search = new RandomSearch(SearchProblem.Of(Noisy, FitnessWeights.Minimize), new RandomSearchOptions { StopFitness = -1e9, PopulationSize = 50 });
        ExperimentResult result = await new Experiment(Noisy, search, new ExperimentOptions { SteadyState = true, Evaluator = new ParallelEvaluator(2) }).RunAsync();
        result.StopReason.Should().Be(StopReason.Fitness);
        result.Evaluations.Should().Be(1);
        result.Trajectory.Generations.Should().ContainSingle().Which.Evaluations.Should().ContainSingle();
    }

    [Test]
    public async Task RunAsync_EveryEvaluationFails_SaysSo()
    {
        IOptimizee bad = Optimizee.From(Space, static (_, _, _) => double.NaN);
        await FluentActions.Awaiting(() => new Experiment(bad, Search(optimizee: bad), new ExperimentOptions { FailurePolicy = new Flattering() }).RunAsync())
            .Should().ThrowAsync<InvalidOperationException>().WithMessage("*every evaluation failed*");
    }

    [Test]
    public async Task RunAsync_Checkpoints_AreHandedOnInAResumedRunToo()
    {
        var space = new ParameterSpace(new RealParameter("x", 0, 1));
        IOptimizee optimizee = Optimizee.From(space, static (set, context, _) =>
        {
            double sum = (context.Checkpoint.IsEmpty ? 0 : BitConverter.ToDouble(context.Checkpoint.Span)) + set.Real("x");
            context.NextCheckpoint = BitConverter.GetBytes(sum);
            return sum;
        });
        PopulationBasedTraining Make() => new(SearchProblem.Of(optimizee, FitnessWeights.Maximize), new PopulationBasedTrainingOptions { PopulationSize = 6, Generations = 6 });
        var states = new Recorder();
        ExperimentResult whole = await new Experiment(optimizee, Make(), new ExperimentOptions { Recorders = [states] }).RunAsync();
        ExperimentResult rest = await new Experiment(optimizee, Make(), new ExperimentOptions { ResumeFrom = ExperimentState.Parse(states.States[2]) }).RunAsync();
        Course(rest.Trajectory).Should().Equal(Course(whole.Trajectory).Skip(18));
        whole.BestFitness[0].Should().BeGreaterThan(3, "six generations add up");
    }

    [Test]
    public async Task RunAsync_Cancelled_Throws()
    {
        using var source = new CancellationTokenSource();
        IOptimizee cancels = Optimizee.From(Space, (_, context, token) =>
        {
            if (context.Individual.Generation == 2)
                source.Cancel();
            token.ThrowIfCancellationRequested();
            return 1.0;
        });
        await FluentActions.Awaiting(() => new Experiment(cancels, Search(optimizee: cancels)).RunAsync(cancellationToken: source.Token)).Should().ThrowAsync<OperationCanceledException>();
    }

    [Test]
    public async Task RunAsync_PrunedSimulations_StopEarlyAlikeForAnyNumberOfThreads()
    {
        IOptimizee epochs = Optimizee.From(Space, static (set, context, _) =>
        {
            double quality = set.Vector("coords")[0];
            for (int epoch = 1; epoch <= 10; epoch++)
            {
                if (!context.Report(epoch, quality - 10.0 / epoch))
                    break;
            }

            return context.Reports[^1].Fitness;
        });
        Trajectory[] runs = new Trajectory[2];
        for (int i = 0; i < 2; i++)
        {
            var search = new RandomSearch(SearchProblem.Of(epochs, FitnessWeights.Maximize), new RandomSearchOptions { Generations = 5, PopulationSize = 20 });
            var options = new ExperimentOptions { Pruner = new MedianPruner(FitnessWeights.Maximize, firstStep: 2), Evaluator = new ParallelEvaluator(1 + 3 * i) };
            runs[i] = (await new Experiment(epochs, search, options).RunAsync()).Trajectory;
        }

        Course(runs[1]).Should().Equal(Course(runs[0]));
        runs[0].Generations[0].Evaluations.Should().OnlyContain(e => e.Status == EvaluationStatus.Succeeded);
        runs[0].Generations[4].Evaluations.Count(e => e.Status == EvaluationStatus.Pruned && e.Reports.Count == 2).Should().BeInRange(5, 15);
    }

    [Test]
    public void Construction_OptimizerOfOtherParameters_Throws()
    {
        IOptimizee other = Optimizee.From(new ParameterSpace(new RealParameter("a", 0, 1)), static (_, _, _) => 1.0);
        FluentActions.Invoking(() => new Experiment(other, Search())).Should().Throw<ArgumentException>().WithMessage("*searches coords*optimizee has a *");
    }

    [Test]
    public void Tell_WrongEvaluations_ThrowsAndChangesNothing()
    {
        RandomSearch search = Search();
        Population population = search.Ask();
        Evaluation[] good = [.. population.Select(i => new Evaluation(i, 1.0))];
        search.Invoking(s => s.Tell(good[..7])).Should().Throw<ArgumentException>().WithMessage("*8 individuals; 7*");
        search.Invoking(s => s.Tell([.. good[..7], good[0]])).Should().Throw<ArgumentException>().WithMessage("*twice*");
        search.Invoking(s => s.Tell([.. good[..7], good[7] with { Fitness = double.NaN }])).Should().Throw<ArgumentException>().WithMessage("*0/7*not finite*");
        search.Invoking(s => s.Tell([.. good[..7], good[7] with { Fitness = new(1, 2) }])).Should().Throw<ArgumentException>().WithMessage("*2 numbers; there are 1 weights*");
        search.Ask().Should().BeSameAs(population);
        search.Tell([.. good.Reverse()]);
        search.Generation.Should().Be(1);
    }

    [Test]
    public void LoadState_OfAnotherOptimizer_Throws()
    {
        var state = OptimizerState.Parse(Search().SaveState().ToJson().Replace("random-search", "other", StringComparison.Ordinal));
        Search().Invoking(s => s.LoadState(state)).Should().Throw<InvalidDataException>().WithMessage("*'other'*");
        FluentActions.Invoking(() => OptimizerState.Parse("{")).Should().Throw<InvalidDataException>();
    }

    [Test]
    public void Options_BadValue_NamesIt() =>
        FluentActions.Invoking(() => Search(generations: 0)).Should().Throw<ArgumentException>().WithMessage("Generations is 0; it must be at least 1*");

    [Test]
    public void Catalog_TextOptions_AreReadAndChecked()
    {
        SearchProblem problem = SearchProblem.Of(Noisy, FitnessWeights.Minimize);
        var made = (RandomSearch)OptimizerCatalog.Create("random-search", problem, new Dictionary<string, string> { ["population-size"] = "7", ["stop_fitness"] = "inf" });
        made.Options.PopulationSize.Should().Be(7);
        FluentActions.Invoking(() => OptimizerCatalog.Create("random-serch", problem)).Should().Throw<ArgumentException>().WithMessage("*Did you mean 'random-search'?*");
        FluentActions.Invoking(() => OptimizerCatalog.Create("random-search", problem, new Dictionary<string, string> { ["populaton-size"] = "7" }))
            .Should().Throw<ArgumentException>().WithMessage("*Did you mean 'PopulationSize'?*");
        FluentActions.Invoking(() => OptimizerCatalog.Create("random-search", problem, new Dictionary<string, string> { ["seed"] = "x" }))
            .Should().Throw<ArgumentException>().WithMessage("Seed is 'x'*");
    }

    private sealed class Recorder : ITrajectoryRecorder
    {
        public List<string> States { get; } = [];

        public ValueTask StartedAsync(Trajectory trajectory, ExperimentState state, CancellationToken cancellationToken) => default;

        public ValueTask PopulationAsync(Population population, CancellationToken cancellationToken) => default;

        public void Evaluated(Evaluation evaluation)
        {
        }

        public ValueTask GenerationAsync(Generation generation, ExperimentState state, CancellationToken cancellationToken)
        {
            States.Add(state.ToJson());
            return default;
        }

        public ValueTask EndedAsync(ExperimentResult result, CancellationToken cancellationToken) => default;
    }

    private sealed class Flattering : IFailurePolicy
    {
        public IReadOnlyList<Evaluation> Resolve(IReadOnlyList<Evaluation> evaluations, FitnessWeights weights) =>
            [.. evaluations.Select(e => e.IsFailure ? e with { Fitness = 0.0 } : e)];
    }
}
