namespace Lagom.Evolution.Tests.Running;

public sealed class EvolveTests
{
    private static readonly double[] Start = [1, 2, 3, 4];

    private static readonly CmaEsOptions Short = new() { Seed = 7, Stop = new StopCriteria { MaxIterations = 25 } };

    [Test]
    public async Task Minimize_AnyFormAndDegreeOfParallelism_GivesTheSameResult()
    {
        EvolutionRun expected = Evolve.Minimize(Functions.Rosenbrock, Start, 0.5, Short);
        EvolutionRun[] others =
        [
            Evolve.Minimize(Functions.Rosenbrock, Start, 0.5, Short, new RunOptions { MaxDegreeOfParallelism = 4 }),
            Evolve.Minimize(
                (Population candidates, Span<double> values) =>
                {
                    for (int i = 0; i < values.Length; i++)
                        values[i] = Functions.Rosenbrock(candidates[i]);
                },
                Start, 0.5, Short),
            await Evolve.MinimizeAsync(
                async (x, token) =>
                {
                    await Task.Yield();
                    return Functions.Rosenbrock(x.Span);
                },
                Start, 0.5, Short, new RunOptions { MaxDegreeOfParallelism = 3 }),
        ];
        expected.History.Should().HaveCount(25);
        foreach (EvolutionRun other in others)
        {
            other.Result.Should().BeEquivalentTo(expected.Result);
            other.History.Should().Equal(expected.History);
        }
    }

    [TestCase(1)]
    [TestCase(4)]
    public void Run_ObjectiveThrows_ExceptionPassesAndTheStrategyGoesOn(int degree)
    {
        var strategy = new CmaEs(Start, 0.5, Short);
        int calls = 0;
        FluentActions.Invoking(() => Evolve.Run(
            strategy, x => Interlocked.Increment(ref calls) > 20 ? throw new NotSupportedException("mine") : Functions.Sphere(x),
            new RunOptions { MaxDegreeOfParallelism = degree })).Should().Throw<NotSupportedException>().WithMessage("mine");
        strategy.Iterations.Should().Be(2);
        strategy.Tell(new double[strategy.PopulationSize]);
        Evolve.Run(strategy, Functions.Sphere).Result.Iterations.Should().BeGreaterThan(3);
    }

    [Test]
    public async Task MinimizeAsync_ObjectiveThrows_ExceptionPassesUnwrapped()
    {
        Func<Task> search = () => Evolve.MinimizeAsync(
            async (_, token) =>
            {
                await Task.Yield();
                throw new NotSupportedException("mine");
            },
            Start, 0.5, Short, new RunOptions { MaxDegreeOfParallelism = 2 });
        await search.Should().ThrowExactlyAsync<NotSupportedException>();
    }

    [TestCase(1)]
    [TestCase(2)]
    public void Minimize_Cancelled_Ends(int degree)
    {
        using var source = new CancellationTokenSource();
        int calls = 0;
        FluentActions.Invoking(() => Evolve.Minimize(
            x =>
            {
                if (Interlocked.Increment(ref calls) == 30)
                    source.Cancel();
                return Functions.Sphere(x);
            },
            Start, 0.5, new CmaEsOptions { Stop = StopCriteria.Never }, new RunOptions { MaxDegreeOfParallelism = degree }, cancellationToken: source.Token))
            .Should().Throw<OperationCanceledException>();
        calls.Should().BeInRange(30, 60);
    }

    [Test]
    public async Task GenerationsAsync_Enumerated_GivesEachUntilItStops()
    {
        var strategy = new CmaEs(Start, 0.5, Short);
        var seen = new List<GenerationResult>();
        await foreach (GenerationResult generation in Evolve.GenerationsAsync(strategy, Functions.Sphere))
            seen.Add(generation);
        seen.Should().HaveCount(25);
        seen[^1].StopReasons.Should().Be(StopReasons.MaxIterations);
        seen[3].Report.Iteration.Should().Be(4);
        seen[3].Values.Span[1].Should().Be(Functions.Sphere(seen[3].Candidates[1]));
    }

    [Test]
    public void Progress_Given_HearsEveryGeneration()
    {
        var heard = new Listener();
        EvolutionRun run = Evolve.Minimize(Functions.Sphere, Start, 0.5, Short, progress: heard);
        heard.Reports.Should().Equal(run.History);
    }

    [Test]
    public void Minimize_FailedEvaluations_AreDrawnAgain()
    {
        int failed = 0;
        EvolutionRun run = Evolve.Minimize(
            x =>
            {
                bool outside = x[0] < 0.5;
                failed += outside ? 1 : 0;
                return outside ? double.NaN : Functions.Sphere(x);
            },
            Start, 0.5, Short with { FailedEvaluations = FailedEvaluations.Resample });
        failed.Should().BePositive();
        run.History.Sum(generation => generation.Failed).Should().BeLessThan(failed);
        run.Result.XBest![0].Should().BeGreaterThanOrEqualTo(0.5);
    }

    [Test]
    public void Minimize_Timeout_StopsByTheClockGiven()
    {
        var clock = new Clock();
        EvolutionRun run = Evolve.Minimize(
            x =>
            {
                clock.Now += TimeSpan.FromSeconds(1);
                return Functions.Sphere(x);
            },
            Start, 0.5, new CmaEsOptions { Stop = StopCriteria.Never with { Timeout = TimeSpan.FromSeconds(50), TimeProvider = clock } });
        run.StopReasons.Should().Be(StopReasons.Timeout);
        run.Result.Evaluations.Should().Be(56);
    }

    [TestCase(StopReasons.TargetReached)]
    [TestCase(StopReasons.MaxEvaluations)]
    [TestCase(StopReasons.FunctionTolerance)]
    [TestCase(StopReasons.FlatFitness)]
    [TestCase(StopReasons.StepGrowth)]
    [TestCase(StopReasons.CoordinateTolerance)]
    [TestCase(StopReasons.Condition)]
    public void StopReasons_OfEachKind_AreMetAndDescribed(StopReasons expected)
    {
        (Objective f, StopCriteria stop) = expected switch
        {
            StopReasons.TargetReached => ((Objective)Functions.Sphere, StopCriteria.Never with { TargetValue = 1e-3 }),
            StopReasons.MaxEvaluations => (Functions.Sphere, StopCriteria.Never with { MaxEvaluations = 30 }),
            StopReasons.FunctionTolerance => (Functions.Sphere, StopCriteria.Never with { FunctionTolerance = 1e-6 }),
            StopReasons.FlatFitness => (_ => 1, StopCriteria.Never with { FlatGenerations = 3 }),
            StopReasons.StepGrowth => (x => x[0], StopCriteria.Never with { StepGrowthLimit = 100 }),
            StopReasons.CoordinateTolerance => (Functions.Sphere, StopCriteria.Never with { CoordinateTolerance = 1e-6 }),
            _ => (x => x[0] * x[0] + 1e8 * x[1] * x[1], StopCriteria.Never with { ConditionLimit = 1e5 }),
        };
        EvolutionRun run = Evolve.Minimize(f, Start, 0.5, new CmaEsOptions { Stop = stop });
        run.StopReasons.Should().HaveFlag(expected);
        run.StopReasons.Describe().Should().NotBeEmpty().And.NotBe("goes on");
        run.Result.Iterations.Should().BeLessThan(1000);
    }

    [Test]
    public void Noise_Handled_KeepsStepsLargeAndFindsTheRegion()
    {
        var noise = new Shared.Tensors.RandomStream(11);
        Objective noisy = x => Functions.Sphere(x) + noise.NextNormal(0, 1);
        EvolutionRun handled = Evolve.Minimize(
            noisy, Start, 1, Short with { Stop = StopCriteria.Never with { MaxIterations = 200 } }, new RunOptions { Noise = new NoiseHandling { MaxEvaluationsPerCandidate = 10 } });
        EvolutionRun plain = Evolve.Minimize(noisy, Start, 1, Short with { Stop = StopCriteria.Never with { MaxIterations = 200 } });
        handled.History[^1].StepSize.Should().BeGreaterThan(plain.History[^1].StepSize);
        Functions.Sphere(handled.Result.XFavorite).Should().BeLessThan(1);
    }

    [Test]
    public void Noise_Handled_CountsEveryEvaluation()
    {
        long made = 0;
        var noise = new Shared.Tensors.RandomStream(11);
        EvolutionRun run = Evolve.Minimize(
            x =>
            {
                made++;
                return Functions.Sphere(x) + noise.NextNormal(0, 1);
            },
            Start, 1, Short with { Stop = StopCriteria.Never with { MaxEvaluations = 500 } },
            new RunOptions { Noise = new NoiseHandling { MaxEvaluationsPerCandidate = 10 } });
        run.Result.Evaluations.Should().Be(made);
        run.History[^1].Evaluations.Should().Be(made);
        run.History[^2].Evaluations.Should().BeLessThan(500);
        run.Result.EvalsBest.Should().BeInRange(1, made);
    }

    [Test]
    public void FailedEvaluations_DrawnAgain_CountEveryEvaluation()
    {
        long made = 0;
        EvolutionRun run = Evolve.Minimize(
            x =>
            {
                made++;
                return x[0] < 0.5 ? double.NaN : Functions.Sphere(x);
            },
            Start, 0.5, Short with { FailedEvaluations = FailedEvaluations.Resample, Stop = StopCriteria.Never with { MaxEvaluations = 200 } });
        run.Result.Evaluations.Should().Be(made);
        run.History[^2].Evaluations.Should().BeLessThan(200);
    }

    [Test]
    public void Noise_OfARestartingSearch_CountsAgainstTheBudgetsOfItsRuns()
    {
        long made = 0;
        var noise = new Shared.Tensors.RandomStream(3);
        var strategy = new RestartingCmaEs(Start, 1, new RestartingCmaEsOptions
        {
            Seed = 2, Stop = new StopCriteria { MaxEvaluations = 20_000, FunctionTolerance = 1, FunctionHistoryTolerance = 1 },
        });
        RestartPlan plan = strategy.Plan;
        long start = 0;
        int smallRuns = 0;
        var progress = new Listener(report =>
        {
            if (strategy.Plan == plan)
                return;
            // A generation may overshoot its budget, with all that noise makes of it.
            if (plan.MaxEvaluations is { } budget)
            {
                smallRuns++;
                (report.Evaluations - start).Should().BeLessThan(budget + 11L * plan.PopulationSize);
            }

            (plan, start) = (strategy.Plan, report.Evaluations);
        });
        EvolutionRun run = Evolve.Run(
            strategy,
            x =>
            {
                made++;
                return Functions.Sphere(x) + noise.NextNormal(0, 1);
            },
            new RunOptions { Noise = new NoiseHandling { MaxEvaluationsPerCandidate = 10 } }, progress);
        run.Result.Evaluations.Should().Be(made);
        smallRuns.Should().BePositive();
    }

    [Test]
    public void AddEvaluations_Negative_IsRefused()
    {
        var strategy = new CmaEs(Start, 1);
        strategy.Invoking(it => it.AddEvaluations(-1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Test]
    public void Options_OutOfRange_NameOptionValueAndRange()
    {
        FluentActions.Invoking(() => new CmaEs(Start, 1, new CmaEsOptions { PopulationSize = 1 })).Should().Throw<ArgumentException>().WithMessage("*PopulationSize is 1*at least 2*");
        FluentActions.Invoking(() => new CmaEs(Start, 1, new CmaEsOptions { CoordinateStds = [1, 2] })).Should().Throw<ArgumentException>().WithMessage("*CoordinateStds*");
        FluentActions.Invoking(() => new CmaEs(Start, 1, new CmaEsOptions { Bounds = new SearchBounds(2, 3) })).Should().Throw<ArgumentException>().WithMessage("*x0*");
        FluentActions.Invoking(() => new SearchBounds(2, 1)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Evolve.Minimize(Functions.Sphere, Start, 1, null, new RunOptions { MaxDegreeOfParallelism = 0 })).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new CmaEs(Start, 1, new CmaEsOptions { Stop = new StopCriteria { StepGrowthLimit = 1 } })).Should().Throw<ArgumentException>().WithMessage("*StepGrowthLimit*");
    }

    [Test]
    public void SaveState_ToFile_ReplacesItWhole()
    {
        string path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.json");
        try
        {
            var strategy = new CmaEs(Start, 0.5, Short);
            strategy.SaveState(path);
            Evolve.Run(strategy, Functions.Sphere);
            strategy.SaveState(path);
            var restored = new CmaEs(Start, 0.5, Short);
            restored.LoadState(path);
            restored.Result.Should().BeEquivalentTo(strategy.Result);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private sealed class Listener(Action<GenerationReport>? listen = null) : IProgress<GenerationReport>
    {
        public List<GenerationReport> Reports { get; } = [];

        public void Report(GenerationReport value)
        {
            Reports.Add(value);
            listen?.Invoke(value);
        }
    }

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
