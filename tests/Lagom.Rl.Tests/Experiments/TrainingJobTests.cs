using System.Text.Json.Nodes;

namespace Lagom.Rl.Tests;

/// <summary>Jobs that train with checkpoints of their own, as the README tells.</summary>
public sealed class TrainingJobTests
{
    private const string Id = "CartPole-v1";

    [Test]
    public async Task RunAsync_TrainingThatBreaksOffAndContinues_LeavesTheLogsOfAnUndisturbedOne()
    {
        using var folder = new TemporaryFolder();
        var registry = new EnvironmentRegistry();
        IReadOnlyList<Configuration> configurations = new ConfigSpace { ["every"] = ConfigGrid.Of(400, 700) }.Expand();
        var options = new ExperimentOptions
        {
            Directory = folder["whole"], Seeds = [3, 4], MaxParallelism = 2, ExistingDirectory = ExistingDirectoryPolicy.Resume,
            UnfinishedJobs = UnfinishedJobPolicy.Continue,
        };
        ExperimentResult whole = await new ExperimentRunner().RunAsync((job, token) => Train(job, registry, long.MaxValue, token), configurations, options);

        options = options with { Directory = folder["parts"] };
        foreach (long end in (long[])[1100, 1900])
        {
            ExperimentResult broken = await new ExperimentRunner().RunAsync((job, token) => Train(job, registry, end, token), configurations, options);
            broken.Failed.Should().HaveCount(4);
        }

        ExperimentResult parts = await new ExperimentRunner().RunAsync((job, token) => Train(job, registry, long.MaxValue, token), configurations, options);

        parts.Failed.Should().BeEmpty();
        parts.Outcomes.Select(outcome => outcome.Result!.ToJsonString()).Should().Equal(whole.Outcomes.Select(outcome => outcome.Result!.ToJsonString()));
        foreach ((JobOutcome part, JobOutcome undisturbed) in parts.Outcomes.Zip(whole.Outcomes))
            Logged(part).Should().Equal(Logged(undisturbed)).And.HaveCountGreaterThan(10);
    }

    private static JsonNode? Train(ExperimentJob job, EnvironmentRegistry registry, long end, CancellationToken cancellationToken)
    {
        using var search = new RandomSearch((int)job.Seed)
        {
            BeforeAdvance = steps =>
            {
                if (steps >= end)
                    throw new InvalidOperationException("Power cut.");
            },
        };
        using var log = new JsonLinesSink(job.PathOf("log.jsonl"), rewind: job.IsContinued);
        var training = new TrainingOptions(3000)
        {
            Folder = job.Directory, Resume = job.IsContinued, CheckpointEvery = job.Configuration.Integer("every"), EvaluateEvery = 500, EvaluationEpisodes = 2,
            RecordVideo = false, WriteReport = false, Sinks = [log],
        };
        return new TrainingLoop(search, registry, Id, training).Run(cancellationToken: cancellationToken).MeanReturn;
    }

    // Speeds differ from run to run.
    private static List<string> Logged(JobOutcome outcome) =>
    [
        .. JsonLinesLog.Read(outcome.Job.PathOf("log.jsonl")).Select(record =>
            $"{record.Step}: {string.Join(", ", record.Metrics.Where(metric => !metric.Key.StartsWith("time/", StringComparison.Ordinal)))}"),
    ];
}
