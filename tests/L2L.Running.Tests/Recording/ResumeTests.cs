using System.Diagnostics;
using L2L.Running.Tests.Support;

namespace L2L.Running.Tests.Recording;

internal sealed class ResumeTests
{
    private const string Generations = "12";

    [TestCase("cross-entropy")]
    [TestCase("random-search")]
    public async Task Driver_KilledTenTimesAndResumed_EndsLikeTheUndisturbedRunBitForBit(string optimizer)
    {
        using var folder = new TemporaryFolder();
        await HostProgram.RunAsync(Arguments(folder["undisturbed"], optimizer));
        string undisturbed = TrajectoryText.Of(TrajectoryFile.Load(folder["undisturbed"]));
        var random = new RandomStream(31);
        int killed = 0;

        while (killed < 10)
        {
            using Process driver = HostProgram.Start(Arguments(folder["disturbed"], optimizer));
            // From before the first row until well into the run, whatever the machine's speed: counted from its first line where there is one.
            Task<string?> line = driver.StandardOutput.ReadLineAsync();
            if (killed % 3 != 0)
                await line;
            await Task.WhenAny(driver.WaitForExitAsync(), Task.Delay(random.NextInt32(killed % 3 == 0 ? 600 : 40)));
            driver.HasExited.Should().BeFalse("the run must be longer than ten interruptions");
            driver.Kill();
            await driver.WaitForExitAsync();
            killed++;
        }

        await HostProgram.RunAsync(Arguments(folder["disturbed"], optimizer));

        TrajectoryText.Of(TrajectoryFile.Load(folder["disturbed"])).Should().Be(undisturbed);
    }

    [Test]
    public async Task RunAsync_FinishedRun_ReturnsItsResultWithoutEvaluatingAnything()
    {
        using var folder = new TemporaryFolder();
        ExperimentResult first = await Sphere.RunAsync(folder.Path);
        int simulated = 0;

        ExperimentResult again = await Sphere.RunAsync(folder.Path, onSimulate: _ => simulated++);

        simulated.Should().Be(0);
        TrajectoryText.Of(again.Trajectory).Should().Be(TrajectoryText.Of(first.Trajectory));
        again.BestFitness.Should().Be(first.BestFitness);
        again.Evaluations.Should().Be(first.Evaluations);
    }

    [Test]
    public async Task RunAsync_FinishedRun_BestHasItsTimeReportsAndCheckpoint()
    {
        using var folder = new TemporaryFolder();
        IOptimizee optimizee = Optimizee.From(Sphere.Space, static (set, context, _) =>
        {
            Thread.Sleep(1);
            context.Report(0.5, set.Integer("shift") + 1);
            context.NextCheckpoint = BitConverter.GetBytes(set.Vector("coords")[0]);
            return set.Integer("shift");
        });
        Evaluation best = (await RunAsync()).Optimizer.Best;

        Evaluation again = (await RunAsync()).Optimizer.Best;

        best.Duration.Should().BePositive();
        again.Should().BeEquivalentTo(best, options => options
            .Excluding(e => e.Checkpoint).Excluding(e => e.Individual).Excluding(e => e.Fitness).Excluding(e => e.Reports));
        again.Individual.Parameters.Should().Equal(best.Individual.Parameters);
        again.Fitness.Should().Be(best.Fitness);
        again.Reports.Should().Equal(best.Reports).And.ContainSingle();
        again.Checkpoint.ToArray().Should().Equal(best.Checkpoint.ToArray()).And.HaveCount(8);

        Task<ExperimentResult> RunAsync() => RecordedExperiment.RunAsync(folder.Path, optimizee, Sphere.Optimizer(optimizee), new ExperimentOptions { Seed = 1 });
    }

    [TestCase(0, 0)]
    [TestCase(0, 7)]
    [TestCase(3, 5)]
    public async Task RunAsync_AbortedAmidAGeneration_EvaluatesOnlyWhatIsMissing(int generation, int index)
    {
        using var folder = new TemporaryFolder();
        using var reference = new TemporaryFolder();
        ExperimentResult undisturbed = await Sphere.RunAsync(reference.Path);
        using var cancellation = new CancellationTokenSource();
        await FluentActions.Awaiting(() => Sphere.RunAsync(folder.Path, onSimulate: CancelThere, cancellationToken: cancellation.Token))
            .Should().ThrowAsync<OperationCanceledException>();
        var simulated = new List<(int, int)>();

        ExperimentResult resumed = await Sphere.RunAsync(folder.Path, onSimulate: individual => simulated.Add((individual.Generation, individual.Index)));

        simulated[0].Should().Be((generation, index));
        simulated.Should().HaveCount(Sphere.Generations * Sphere.PopulationSize - generation * Sphere.PopulationSize - index);
        TrajectoryText.Of(resumed.Trajectory).Should().Be(TrajectoryText.Of(undisturbed.Trajectory));
        TrajectoryText.Of(TrajectoryFile.Load(folder.Path)).Should().Be(TrajectoryText.Of(undisturbed.Trajectory));

        void CancelThere(Individual individual)
        {
            if (individual.Generation != generation || individual.Index != index)
                return;
            cancellation.Cancel();
            cancellation.Token.ThrowIfCancellationRequested();
        }
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task RunAsync_RunThatARuleEnded_DoesNotGoOn(bool keepGenerations)
    {
        using var folder = new TemporaryFolder();
        Task<ExperimentResult> Run(Action<Individual>? onSimulate = null) => Sphere.RunAsync(
            folder.Path, onSimulate, change: options => options with { Termination = [Terminate.AfterEvaluations(2 * Sphere.PopulationSize)], KeepGenerations = keepGenerations });
        ExperimentResult first = await Run();
        int simulated = 0;

        ExperimentResult again = await Run(_ => simulated++);

        simulated.Should().Be(0);
        again.StopReason.Should().Be(StopReason.Rule);
        TrajectoryText.Of(again.Trajectory).Should().Be(TrajectoryText.Of(first.Trajectory));
    }

    [Test]
    public async Task RunAsync_SteadyStateAborted_GoesOnWithoutSimulatingWhatIsKnown()
    {
        using var folder = new TemporaryFolder();
        using var cancellation = new CancellationTokenSource();
        int simulated = 0;
        Task<ExperimentResult> Run(CancellationToken cancellationToken) => Sphere.RunAsync(
            folder.Path, Count, change: options => options with { SteadyState = true, Evaluator = new ParallelEvaluator(1) }, cancellationToken: cancellationToken);
        await FluentActions.Awaiting(() => Run(cancellation.Token)).Should().ThrowAsync<OperationCanceledException>();

        ExperimentResult result = await Run(default);

        result.Evaluations.Should().Be(Sphere.Generations * Sphere.PopulationSize);
        simulated.Should().BeLessThanOrEqualTo(Sphere.Generations * Sphere.PopulationSize + 2);
        TrajectoryText.Of(TrajectoryFile.Load(folder.Path)).Should().Be(TrajectoryText.Of(result.Trajectory));

        void Count(Individual individual)
        {
            if (++simulated == 13)
                cancellation.Cancel();
        }
    }

    private static string[] Arguments(string folder, string optimizer) => [folder, optimizer, Generations, "10", "in-process"];
}
