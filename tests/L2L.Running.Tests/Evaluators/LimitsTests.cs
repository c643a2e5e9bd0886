namespace L2L.Running.Tests.Evaluators;

internal sealed class LimitsTests
{
    private static readonly ParameterSpace Space = new(new RealParameter("x", 0, 1));

    [Test]
    public async Task Simulate_Throws_EndsTheRunWithThatExceptionByDefault() =>
        await FluentActions.Awaiting(() => RunAsync((_, _) => throw new FormatException("bad"))).Should().ThrowAsync<FormatException>().WithMessage("bad");

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public async Task Simulate_FitnessNotFinite_IsAFailureThatSaysSo(double value) =>
        (await FluentActions.Awaiting(() => RunAsync((_, _) => value)).Should().ThrowAsync<EvaluationFailedException>()).WithMessage("*must be finite*");

    [Test]
    public async Task Simulate_FitnessOfWrongLength_IsAFailureThatSaysSo() =>
        (await FluentActions.Awaiting(() => RunAsync((_, _) => new FitnessVector(1, 2))).Should().ThrowAsync<EvaluationFailedException>())
            .WithMessage("*returned 2 numbers; it must return 1*");

    [Test]
    public async Task WorstOfGeneration_FailedIndividuals_GetTheWorstFitnessOfTheirGeneration()
    {
        ExperimentResult result = await RunAsync(
            (individual, _) => individual.Index == 2 ? double.NaN : individual.Index, options => options with { FailurePolicy = new WorstOfGeneration() });

        result.Trajectory.Generations[0].Evaluations.Select(e => e.Fitness[0]).Should().Equal(0, 1, 0, 3);
        result.Trajectory.Generations[0].Evaluations[2].Status.Should().Be(EvaluationStatus.Failed);
        result.BestFitness[0].Should().Be(3);
    }

    [Test]
    public async Task WorstOfGeneration_AllFailed_EndsTheRunUnlessToldOtherwise()
    {
        await FluentActions.Awaiting(() => RunAsync((_, _) => throw new FormatException(), options => options with { FailurePolicy = new WorstOfGeneration() }))
            .Should().ThrowAsync<FormatException>();

        Func<Task> run = () => RunAsync((individual, _) => individual.Generation == 0 ? double.NaN : 1, options => options with { FailurePolicy = new WorstOfGeneration(-9) });
        await run.Should().NotThrowAsync();
    }

    [Test]
    public void PenaltyFitness_NotFinite_IsRefused() =>
        FluentActions.Invoking(() => new PenaltyFitness(double.NaN)).Should().Throw<ArgumentException>().WithMessage("penalty is (NaN)*");

    [Test]
    public async Task Retries_FailingTwice_CountsTheAttempts()
    {
        int calls = 0;

        ExperimentResult result = await RunAsync(
            (individual, _) => individual is { Generation: 0, Index: 1 } && calls++ < 2 ? throw new FormatException() : 1.0,
            options => options with { Evaluator = new ParallelEvaluator(1, limits: new EvaluationLimits { Retries = 2 }) });

        result.Trajectory.Generations[0].Evaluations.Select(e => e.Attempts).Should().Equal(1, 3, 1, 1);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task TimeLimit_SimulationThatHangs_IsGivenUp(bool reacts)
    {
        using var never = new ManualResetEvent(initialState: false);

        ExperimentResult result = await RunAsync(Simulate, options => options with
        {
            FailurePolicy = new PenaltyFitness(-1),
            Evaluator = new ParallelEvaluator(2, limits: new EvaluationLimits { TimeLimit = TimeSpan.FromMilliseconds(100), Grace = TimeSpan.FromMilliseconds(200) }),
        });

        Evaluation hung = result.Trajectory.Generations[0].Evaluations[3];
        hung.Status.Should().Be(EvaluationStatus.TimedOut);
        hung.Fitness[0].Should().Be(-1);
        hung.Error.Should().Contain("longer than 0.1 s");
        hung.Error!.Contains("given up", StringComparison.Ordinal).Should().Be(!reacts);
        never.Set();

        FitnessVector Simulate(Individual individual, CancellationToken cancellationToken)
        {
            if (individual is { Generation: 0, Index: 3 })
                WaitHandle.WaitAny(reacts ? [never, cancellationToken.WaitHandle] : [never]);
            cancellationToken.ThrowIfCancellationRequested();
            return 1;
        }
    }

    [Test]
    public void Validate_BadLimits_AreNamed()
    {
        FluentActions.Invoking(() => new ParallelEvaluator(limits: new EvaluationLimits { TimeLimit = TimeSpan.Zero })).Should().Throw<ArgumentException>().WithMessage("TimeLimit is 00:00:00*");
        FluentActions.Invoking(() => new ParallelEvaluator(limits: new EvaluationLimits { Retries = -1 })).Should().Throw<ArgumentException>().WithMessage("Retries is -1*");
    }

    private static Task<ExperimentResult> RunAsync(
        Func<Individual, CancellationToken, FitnessVector> simulate, Func<ExperimentOptions, ExperimentOptions>? change = null)
    {
        IOptimizee optimizee = Optimizee.From(Space, (_, context, cancellationToken) => simulate(context.Individual, cancellationToken));
        IOptimizer optimizer = new RandomSearch(SearchProblem.Of(optimizee, FitnessWeights.Maximize), new RandomSearchOptions { Generations = 2, PopulationSize = 4 });
        var options = new ExperimentOptions { Evaluator = new ParallelEvaluator(1) };
        return new Experiment(optimizee, optimizer, change?.Invoke(options) ?? options).RunAsync();
    }
}
