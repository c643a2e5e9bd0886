using L2L.Running.Tests.Support;

namespace L2L.Running.Tests.Recording;

internal sealed class EveryOptimizerResumesTests
{
    private static IEnumerable<string> Names => OptimizerCatalog.All.Select(entry => entry.Name);

    [TestCaseSource(nameof(Names))]
    public async Task RunAsync_AbortedAmidTheRun_EndsLikeTheUndisturbedOneBitForBit(string name)
    {
        using var folder = new TemporaryFolder();
        ExperimentResult undisturbed = await RunAsync(name, folder["undisturbed"], long.MaxValue);
        await FluentActions.Awaiting(() => RunAsync(name, folder["disturbed"], undisturbed.Evaluations * 2 / 3)).Should().ThrowAsync<OperationCanceledException>();

        ExperimentResult resumed = await RunAsync(name, folder["disturbed"], long.MaxValue);

        TrajectoryText.Of(resumed.Trajectory).Should().Be(TrajectoryText.Of(undisturbed.Trajectory));
        TrajectoryText.Of(TrajectoryFile.Load(folder["disturbed"])).Should().Be(TrajectoryText.Of(undisturbed.Trajectory));
    }

    private static async Task<ExperimentResult> RunAsync(string name, string folder, long cancelAfter)
    {
        using var cancellation = new CancellationTokenSource();
        long simulated = 0;
        var function = new BenchmarkOptimizee(BenchmarkFunctions.Get("Ackley2d", new FunctionNoise()));
        IOptimizee optimizee = Optimizee.From(function.Space, (set, context, cancellationToken) =>
        {
            if (simulated++ == cancelAfter)
                cancellation.Cancel();
            cancellationToken.ThrowIfCancellationRequested();
            return function.Simulate(set, context, cancellationToken);
        });
        var settings = new Dictionary<string, string> { ["generations"] = name == "grid-search" ? "1" : "4", ["seed"] = "2" };
        IOptimizer optimizer = OptimizerCatalog.Create(name, SearchProblem.Of(optimizee, FitnessWeights.Minimize), settings);
        var options = new ExperimentOptions { Seed = 8, Evaluator = new ParallelEvaluator(1) };
        return await RecordedExperiment.RunAsync(folder, optimizee, optimizer, options, cancellationToken: cancellation.Token);
    }
}
