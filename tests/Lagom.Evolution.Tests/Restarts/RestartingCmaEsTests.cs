namespace Lagom.Evolution.Tests.Restarts;

public sealed class RestartingCmaEsTests
{
    [TestCase(RestartSchedule.Ipop)]
    [TestCase(RestartSchedule.Bipop)]
    public void Run_Rastrigin_FindsTheGlobalOptimum(RestartSchedule schedule)
    {
        var strategy = new RestartingCmaEs([3, 3, 3], 2, new RestartingCmaEsOptions
        {
            Schedule = schedule, Seed = 1, StartBox = new SearchBounds(-5, 5), Stop = new StopCriteria { TargetValue = 1e-8, MaxEvaluations = 100_000 },
        });
        EvolutionRun run = Evolve.Run(strategy, Functions.Rastrigin);
        run.StopReasons.Should().Be(StopReasons.TargetReached);
        strategy.Plan.Run.Should().BePositive("one run with so small a population does not find it with this seed");
    }

    [Test]
    public void Run_Bipop_SpendsAboutAsMuchOnSmallRuns()
    {
        var strategy = new RestartingCmaEs([3, 3], 2, new RestartingCmaEsOptions { Seed = 2, MaxRestarts = 4 });
        var evaluations = new Dictionary<bool, long> { [false] = 0, [true] = 0 };
        var populations = new HashSet<int>();
        while (strategy.StopReasons == StopReasons.None)
        {
            double[][] asked = strategy.Ask().ToArrays();
            evaluations[strategy.Plan.IsSmall] += asked.Length;
            if (!strategy.Plan.IsSmall)
                populations.Add(asked.Length);
            strategy.Tell([.. asked.Select(x => Functions.Rastrigin(x) + 1)]);
        }

        strategy.StopReasons.Should().Be(StopReasons.MaxRestarts);
        populations.Should().Equal(6, 12, 24, 48, 96);
        (evaluations[true] / (double)evaluations[false]).Should().BeInRange(0.3, 2);
    }

    [Test]
    public void LoadState_AfterSomeRestarts_ContinuesBitForBit()
    {
        var original = new RestartingCmaEs([3, 3], 2, new RestartingCmaEsOptions { Seed = 2 });
        while (original.Plan.Run < 3)
            Generation(original);
        using var file = new MemoryStream();
        original.SaveState(file);
        file.Position = 0;
        var restored = new RestartingCmaEs([3, 3], 2, new RestartingCmaEsOptions { Seed = 2 });
        restored.LoadState(file);
        while (original.Plan.Run < 6)
        {
            Generation(original);
            Generation(restored);
        }

        restored.Plan.Should().Be(original.Plan);
        restored.Result.Should().BeEquivalentTo(original.Result);
    }

    private static void Generation(RestartingCmaEs strategy) => strategy.Tell([.. strategy.Ask().ToArrays().Select(x => Functions.Rastrigin(x) + 1)]);
}
