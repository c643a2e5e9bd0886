namespace Lagom.Rl.Tests;

public sealed class TrainingLoopTests
{
    private const string Id = "CartPole-v1";

    private readonly EnvironmentRegistry _registry = new();
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory().FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Run_ReturnReached_StopsAndLeavesAllFiles()
    {
        using var search = new RandomSearch(1);
        var sink = new MemorySink();
        var reports = new List<TrainingProgress>();
        var loop = new TrainingLoop(search, _registry, Id, new TrainingOptions(200_000)
        {
            Folder = _folder, EvaluateEvery = 1000, StopAtReturn = 475, Sinks = [sink], KeepBest = true,
        });
        var evaluated = new List<EvaluationPoint>();
        loop.Evaluated += (_, point) => evaluated.Add(point);
        TrainingResult result = await loop.RunAsync(new Progress(reports.Add));

        result.Reason.Should().Be(StopReason.ReturnReached);
        result.StepsDone.Should().Be(search.StepsDone).And.BeLessThan(200_000);
        result.Evaluations.Should().Equal(evaluated);
        result.Evaluations[^1].MeanReturn.Should().BeGreaterThanOrEqualTo(475);
        result.Evaluations[..^1].Should().OnlyContain(point => point.MeanReturn < 475);
        search.Evaluate(_registry, Id, 100, seed: 5).MeanReturn.Should().BeGreaterThan(400, "what was evaluated is what was learnt");

        sink.Written.Should().Contain(entry => entry.Metrics.ContainsKey("evaluation/return_mean") && entry.Step == result.StepsDone);
        sink.Written.Should().Contain(entry => entry.Metrics.ContainsKey("search/best") && entry.Metrics.ContainsKey("episode/return"));
        sink.Written.Select(entry => entry.Step).Should().BeInAscendingOrder();
        sink.Flushes.Should().BePositive();
        sink.IsDisposed.Should().BeFalse();
        reports[^1].Should().Match<TrainingProgress>(last => last.StepsDone == result.StepsDone && last.Episodes == result.Episodes && last.StepsPerSecond > 0);

        Directory.GetFiles(_folder).Select(Path.GetFileName).Should().Contain(["checkpoint.zip", "best.zip", "policy.gif", "report.html", "metrics.jsonl"])
            .And.ContainSingle(name => name!.StartsWith("events.out.tfevents", StringComparison.Ordinal)).And.HaveCount(6);
        GifReader.Read(await File.ReadAllBytesAsync(result.VideoPath!)).Count.Should().BeGreaterThan(100);
        string report = await File.ReadAllTextAsync(result.ReportPath!);
        report.Should().Contain("search/best").And.Contain("data:image/gif;base64,").And.Contain("first reached it at step");
        report.Should().NotContain("NaN,").And.NotContain(" NaN");
    }

    [Test]
    public void Run_CancelledAndResumed_EqualsTheUndisturbedRun()
    {
        var options = new TrainingOptions(6000) { EvaluateEvery = 500, CheckpointEvery = 700, EvaluationEpisodes = 3, Folder = Path.Combine(_folder, "whole"), RecordVideo = false };
        using var whole = new RandomSearch(3);
        TrainingResult expected = new TrainingLoop(whole, _registry, Id, options).Run();
        whole.Saves.Should().BeGreaterThan(5);

        options = options with { Folder = Path.Combine(_folder, "parts"), Resume = true };
        foreach (int part in (int[])[1500, 2900, 4100])
        {
            using var cancellation = new CancellationTokenSource();
            using var disturbed = new RandomSearch(3)
            {
                BeforeAdvance = steps =>
                {
                    if (steps >= part)
                        cancellation.Cancel();
                },
            };
            new TrainingLoop(disturbed, _registry, Id, options).Invoking(loop => loop.Run(cancellationToken: cancellation.Token)).Should().Throw<OperationCanceledException>();
        }

        using var last = new RandomSearch(3);
        TrainingResult resumed = new TrainingLoop(last, _registry, Id, options).Run();
        last.Weights.Should().Equal(whole.Weights);
        last.StepsDone.Should().Be(whole.StepsDone);
        resumed.Evaluations.Should().Equal(expected.Evaluations);
        resumed.Episodes.Should().Be(expected.Episodes);
        resumed.MeanReturn.Should().Be(expected.MeanReturn);
        File.ReadAllLines(Path.Combine(_folder, "parts", "metrics.jsonl")).Should().Equal(File.ReadAllLines(Path.Combine(_folder, "whole", "metrics.jsonl")));
    }

    [Test]
    public void Run_FinishedFolder_IsNotOverwrittenAndResumesToNothing()
    {
        var options = new TrainingOptions(500) { Folder = _folder, RecordVideo = false, WriteReport = false, EvaluationEpisodes = 2 };
        using var first = new RandomSearch(1);
        TrainingResult done = new TrainingLoop(first, _registry, Id, options).Run();
        using var second = new RandomSearch(2);
        new TrainingLoop(second, _registry, Id, options).Invoking(loop => loop.Run()).Should().Throw<IOException>().WithMessage("*Resume*");
        second.StepsDone.Should().Be(0);

        TrainingResult resumed = new TrainingLoop(second, _registry, Id, options with { Resume = true }).Run();
        second.Weights.Should().Equal(first.Weights);
        resumed.StepsDone.Should().Be(done.StepsDone);
        resumed.Evaluations.Should().Equal(done.Evaluations);
        new TrainingLoop(second, _registry, "Acrobot-v1", options with { Resume = true }).Invoking(loop => loop.Run())
            .Should().Throw<InvalidDataException>().WithMessage("*CartPole-v1*Acrobot-v1*");
    }

    [Test]
    public void Run_HandlerThrows_PassesUnwrappedAndFlushes()
    {
        using var search = new RandomSearch(1);
        var sink = new MemorySink();
        var loop = new TrainingLoop(search, _registry, Id, new TrainingOptions(5000) { Sinks = [sink] });
        loop.Updated += (_, _) => throw new TimeoutException("mine");
        loop.Invoking(l => l.Run()).Should().Throw<TimeoutException>().WithMessage("mine");
        sink.Flushes.Should().Be(1);
        sink.Written.Should().ContainSingle();
    }

    [Test]
    public void Stop_InAHandler_EndsAfterThePiece()
    {
        using var search = new RandomSearch(1);
        var loop = new TrainingLoop(search, _registry, Id, new TrainingOptions(100_000) { EvaluationEpisodes = 0 });
        int pieces = 0;
        loop.Updated += (_, _) =>
        {
            if (++pieces == 3)
                loop.Stop();
        };
        TrainingResult result = loop.Run();
        result.Reason.Should().Be(StopReason.Requested);
        result.Evaluations.Should().BeEmpty();
        result.Episodes.Should().Be(3);
        result.CheckpointPath.Should().BeNull();
    }

    [Test]
    public void Run_SameSeeds_SameResultWithOrWithoutAFolder()
    {
        using var first = new RandomSearch(7);
        using var second = new RandomSearch(7);
        var options = new TrainingOptions(2000) { EvaluationEpisodes = 2, RecordVideo = false };
        TrainingResult one = new TrainingLoop(first, _registry, Id, options).Run();
        TrainingResult other = new TrainingLoop(second, _registry, Id, options with { Folder = _folder }).Run();
        second.Weights.Should().Equal(first.Weights);
        other.Evaluations.Should().Equal(one.Evaluations);
    }

    [Test]
    public void Options_OutOfRange_AreRefused()
    {
        using var search = new RandomSearch(1);
        Refuses(new TrainingOptions(0), "*TotalSteps*");
        Refuses(new TrainingOptions(1) { EvaluateEvery = 0 }, "*EvaluateEvery*");
        Refuses(new TrainingOptions(1) { EvaluationEpisodes = -1 }, "*EvaluationEpisodes*");
        Refuses(new TrainingOptions(1) { StopAtReturn = double.NaN }, "*StopAtReturn*");
        Refuses(new TrainingOptions(1) { StopAtReturn = 5, EvaluationEpisodes = 0 }, "*StopAtReturn*");
        Refuses(new TrainingOptions(1) { CheckpointEvery = 5 }, "*Folder*");
        Refuses(new TrainingOptions(1) { CheckpointEvery = 0, Folder = "x" }, "*CheckpointEvery*");
        FluentActions.Invoking(() => new TrainingLoop(search, _registry, "CartPole-v2", new TrainingOptions(1))).Should().Throw<ArgumentException>().WithMessage("*CartPole-v1*");

        void Refuses(TrainingOptions options, string message) =>
            FluentActions.Invoking(() => new TrainingLoop(search, _registry, Id, options)).Should().Throw<ArgumentException>().WithMessage(message);
    }

    private sealed class Progress(Action<TrainingProgress> report) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => report(value);
    }
}
