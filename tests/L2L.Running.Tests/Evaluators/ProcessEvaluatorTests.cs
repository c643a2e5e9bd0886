using L2L.Running.Tests.Support;

namespace L2L.Running.Tests.Evaluators;

/// <summary>Runs of tests/L2LHost with worker processes.</summary>
internal sealed class ProcessEvaluatorTests
{
    [Test]
    public async Task Run_WorkersAndOneKilled_GivesTheResultOfTheInProcessRun()
    {
        using var folder = new TemporaryFolder();
        await HostProgram.RunAsync([folder["in-process"], "random-search", "3", "0", "in-process"]);

        await HostProgram.RunAsync([folder["workers"], "random-search", "3", "0", "processes"], ("L2L_TROUBLE", "1/7:once-kill"), ("L2L_MARK", folder["mark"]));

        File.Exists(folder["mark"]).Should().BeTrue("one worker was killed");
        TrajectoryText.Of(TrajectoryFile.Load(folder["workers"])).Should().Be(TrajectoryText.Of(TrajectoryFile.Load(folder["in-process"])));
    }

    [Test]
    public async Task Run_CrashOverflowExceptionAndHang_CostOneIndividualEach()
    {
        using var folder = new TemporaryFolder();

        await HostProgram.RunAsync([folder["run"], "random-search", "2", "0", "processes"], ("L2L_TROUBLE", "0/2:overflow,0/5:throw,0/11:hang,1/4:exit"));

        Evaluation[] failed = [.. TrajectoryFile.Load(folder["run"]).Evaluations.Where(e => e.IsFailure)];
        failed.Select(e => (e.Individual.Generation, e.Individual.Index)).Should().Equal((0, 2), (0, 5), (0, 11), (1, 4));
        failed[0].Error.Should().Contain("SIGABRT").And.Contain("Stack overflow");
        failed[1].Error.Should().Be("System.InvalidOperationException: The model does not converge.");
        failed[2].Status.Should().Be(EvaluationStatus.TimedOut);
        failed[2].Error.Should().Contain("2 s");
        failed[3].Error.Should().Contain("exit code 3");
        failed.Should().OnlyContain(e => e.Fitness.IsFinite, "the policy gives failed individuals the worst of their generation");
    }

    [TestCase(0, "Workers")]
    public void Constructor_BadOption_NamesIt(int workers, string name) =>
        FluentActions.Invoking(() => new ProcessEvaluator(new ProcessEvaluatorOptions { Workers = workers })).Should().Throw<ArgumentException>().WithMessage($"{name} is 0*");

    [Test]
    public async Task EvaluateAsync_TwoOptimizeesOfOneRole_AreRefused()
    {
        var options = new ProcessEvaluatorOptions { Role = "two", Program = "dotnet", Arguments = ["--version"] };
        await using var first = new ProcessEvaluator(options);
        await using var second = new ProcessEvaluator(options);

        await FluentActions.Awaiting(() => first.EvaluateAsync(Batch(), _ => { }, CancellationToken.None)).Should().ThrowAsync<Exception>();
        await FluentActions.Awaiting(() => second.EvaluateAsync(Batch(), _ => { }, CancellationToken.None)).Should().ThrowAsync<InvalidOperationException>().WithMessage("*role 'two'*");
    }

    [Test]
    public async Task EvaluateAsync_ProgramThatNeverServes_EndsTheRunWithItsOutput()
    {
        await using var evaluator = new ProcessEvaluator(new ProcessEvaluatorOptions { Role = "never", Program = "dotnet", Arguments = ["--version"] });

        (await FluentActions.Awaiting(() => evaluator.EvaluateAsync(Batch(), _ => { }, CancellationToken.None)).Should().ThrowAsync<Exception>())
            .WithMessage("*before it was ready*same arguments*exit code 0*10.0*");
    }

    private static EvaluationBatch Batch()
    {
        IOptimizee optimizee = Sphere.Optimizee();
        return new EvaluationBatch(optimizee, [new EvaluationRequest(new Individual(0, 0, optimizee.CreateIndividual(new RandomStream(1))), new RandomStream(2).State)]);
    }
}
