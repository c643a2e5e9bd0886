using System.Diagnostics;
using L2L.Running.Tests.Support;

namespace L2L.Running.Tests.Evaluators;

/// <summary>Runs of tests/L2LHost on a real cluster on this machine.</summary>
internal sealed class SlurmEvaluatorTests
{
    private static readonly (string, string) Population = ("L2L_POPULATION", "40");

    [Test]
    public async Task Run_OneWorkerKilledAndOneNodeRestarted_GivesTheResultOfTheInProcessRun()
    {
        SlurmCluster cluster = SlurmCluster.OrIgnore();
        using var folder = new TemporaryFolder();
        await HostProgram.RunAsync([folder["in-process"], "random-search", "5", "0", "in-process"], Population);

        using Process driver = HostProgram.Start(
            [folder["slurm"], "random-search", "5", "50", "slurm"], Population, ("L2L_TROUBLE", "1/7:once-kill"), ("L2L_MARK", folder["mark"]));
        Task<string> errors = driver.StandardError.ReadToEndAsync();
        while (await driver.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line != "generation 2")
                continue;
            string starts = Path.Combine(folder["slurm"], "slurm", "generation-00003", "starts");
            for (int i = 0; i < 300 && (!Directory.Exists(starts) || Directory.GetFiles(starts).Length < 10); i++)
                await Task.Delay(50);
            cluster.RestartNode("n2");
        }

        await driver.WaitForExitAsync();
        driver.ExitCode.Should().Be(0, await errors);
        File.Exists(folder["mark"]).Should().BeTrue("one worker was killed");
        TrajectoryText.Of(TrajectoryFile.Load(folder["slurm"])).Should().Be(TrajectoryText.Of(TrajectoryFile.Load(folder["in-process"])));
    }

    [Test]
    public async Task Run_CrashAndException_CostOneIndividualEach()
    {
        SlurmCluster.OrIgnore();
        using var folder = new TemporaryFolder();

        await HostProgram.RunAsync([folder["run"], "random-search", "1", "0", "slurm"], ("L2L_TROUBLE", "0/2:overflow,0/5:throw,0/11:exit"));

        Evaluation[] failed = [.. TrajectoryFile.Load(folder["run"]).Evaluations.Where(e => e.IsFailure)];
        failed.Select(e => e.Individual.Index).Should().Equal(2, 5, 11);
        failed[0].Error.Should().Contain("SIGABRT").And.Contain("ended without a result");
        failed[1].Error.Should().Be("System.InvalidOperationException: The model does not converge.");
        failed[2].Error.Should().Contain("exit code 3");
    }

    [Test]
    public async Task Run_DriverKilled_TheNextOneTakesOverResults()
    {
        SlurmCluster.OrIgnore();
        using var folder = new TemporaryFolder();
        await HostProgram.RunAsync([folder["in-process"], "random-search", "1", "0", "in-process"]);
        using (Process driver = HostProgram.Start([folder["run"], "random-search", "1", "100", "slurm"]))
        {
            string results = Path.Combine(folder["run"], "slurm", "generation-00000", "results");
            for (int i = 0; i < 300 && (!Directory.Exists(results) || Directory.GetFiles(results).Length < 20); i++)
                await Task.Delay(50);
            driver.Kill();
            await driver.WaitForExitAsync();
        }

        var clock = Stopwatch.StartNew();
        await HostProgram.RunAsync([folder["run"], "random-search", "1", "100", "slurm"]);

        TrajectoryText.Of(TrajectoryFile.Load(folder["run"])).Should().Be(TrajectoryText.Of(TrajectoryFile.Load(folder["in-process"])));
        Directory.GetFiles(Path.Combine(folder["run"], "slurm", "generation-00000"), "tasks-*.json").Length.Should().BeLessThanOrEqualTo(2, $"{clock.Elapsed}");
    }

    [Test]
    public async Task Run_ProgramThatDoesNotReachTheRun_SaysSo()
    {
        SlurmCluster.OrIgnore();
        using var folder = new TemporaryFolder();
        var evaluator = new SlurmEvaluator(new SlurmEvaluatorOptions
        {
            Folder = folder.Path,
            Role = "elsewhere",
            Program = "/bin/echo",
            Arguments = ["went elsewhere"],
            ShortestPause = TimeSpan.FromSeconds(0.2),
        });

        await FluentActions.Awaiting(() => evaluator.EvaluateAsync(Batch(), _ => { }, CancellationToken.None)).Should().ThrowAsync<InvalidOperationException>()
            .WithMessage("*same arguments*went elsewhere*");
    }

    [Test]
    public async Task EvaluateAsync_OneLeftOfAGenerationAfterARestart_TakesOverItsResult()
    {
        using var folder = new TemporaryFolder();
        IOptimizee optimizee = Sphere.Optimizee();
        EvaluationRequest[] requests = [.. Enumerable.Range(0, 2).Select(i => new EvaluationRequest(new Individual(3, i, optimizee.CreateIndividual(new RandomStream(i))), new RandomStream(i).State))];
        var written = new SlurmBatchFolder(folder["generation-00003"]);
        written.Prepare(requests);
        written.WriteResult(new Evaluation(requests[1].Individual, 0.5));
        var evaluator = new SlurmEvaluator(new SlurmEvaluatorOptions { Folder = folder.Path, Role = "left", Configuration = "/nowhere/slurm.conf" });
        var completed = new List<Evaluation>();

        await evaluator.EvaluateAsync(new EvaluationBatch(optimizee, [requests[1]]), completed.Add, CancellationToken.None);

        completed.Should().ContainSingle().Which.Fitness[0].Should().Be(0.5);
    }

    [Test]
    public async Task Run_NoSlurm_SaysSo()
    {
        using var folder = new TemporaryFolder();
        var evaluator = new SlurmEvaluator(new SlurmEvaluatorOptions { Folder = folder.Path, Role = "nowhere", Partition = "none", Configuration = "/nowhere/slurm.conf" });

        await FluentActions.Awaiting(() => evaluator.EvaluateAsync(Batch(), _ => { }, CancellationToken.None)).Should().ThrowAsync<InvalidOperationException>().WithMessage("*sbatch*");
    }

    private static EvaluationBatch Batch()
    {
        IOptimizee optimizee = Sphere.Optimizee();
        return new EvaluationBatch(optimizee, [new EvaluationRequest(new Individual(0, 0, optimizee.CreateIndividual(new RandomStream(1))), new RandomStream(2).State)]);
    }
}
