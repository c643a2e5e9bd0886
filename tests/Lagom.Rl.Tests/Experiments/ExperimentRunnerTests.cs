using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lagom.Rl.Tests;

public sealed class ExperimentRunnerTests
{
    private static readonly IReadOnlyList<Configuration> Two = new ConfigSpace { ["a"] = ConfigGrid.Of(1, 2) }.Expand();

    [Test]
    public async Task RunAsync_TwoConfigurationsThreeSeeds_MakesTheDocumentedFolder()
    {
        using var folder = new TemporaryFolder();
        ExperimentOptions options = Options(folder);

        ExperimentResult result = await new ExperimentRunner().RunAsync(Product, Two, options);

        result.Failed.Should().BeEmpty();
        Values(result).Should().Equal(123, 345, 567, 246, 690, 1134);
        folder.Files("run").Should().Equal(
            ".lock", "0/123/job.json", "0/123/note.txt", "0/123/result.json", "0/345/job.json", "0/345/note.txt", "0/345/result.json",
            "0/567/job.json", "0/567/note.txt", "0/567/result.json", "0/config.json", "1/123/job.json", "1/123/note.txt", "1/123/result.json",
            "1/345/job.json", "1/345/note.txt", "1/345/result.json", "1/567/job.json", "1/567/note.txt", "1/567/result.json", "1/config.json",
            "configs.json", "experiment.json");
        ExperimentResult loaded = ExperimentResult.Load(options.Directory);
        Values(loaded).Should().Equal(Values(result));
        loaded.Outcomes[4].Job.Configuration.Should().BeEquivalentTo(Two[1]);
    }

    [Test]
    public async Task RunAsync_AnyParallelism_GivesResultsInJobOrder()
    {
        using var folder = new TemporaryFolder();
        IReadOnlyList<Configuration> configurations = new ConfigSpace { ["a"] = ConfigSample.Integer(1, 1000) }.Expand(new ExpansionOptions { Samples = 6 });
        var results = new List<double[]>();
        foreach (int parallelism in (int[])[1, 3, 20])
        {
            ExperimentOptions options = Options(folder) with { MaxParallelism = parallelism, ExistingDirectory = ExistingDirectoryPolicy.Overwrite };
            results.Add(Values(await new ExperimentRunner().RunAsync(
                (job, token) =>
                {
                    token.WaitHandle.WaitOne(17 - job.Index);
                    return Product(job, token);
                },
                configurations, options)));
        }

        results[0].Should().HaveCount(18);
        results[1].Should().Equal(results[0]);
        results[2].Should().Equal(results[0]);
    }

    [Test]
    public async Task RunAsync_GoldenJobs_HaveNumbersDevicesAndFolders()
    {
        JsonElement jobs = Golden.Read("lagom/experiment.json").GetProperty("jobs");
        foreach ((string key, string[] devices) in ((string, string[])[])[("device_all_gpus_of_3", ["cuda:0", "cuda:1", "cuda:2"]), ("device_gpu_ids_0_2", ["cuda:0", "cuda:2"])])
        {
            using var folder = new TemporaryFolder();
            ExperimentOptions options = Options(folder) with { Devices = devices };

            ExperimentResult result = await new ExperimentRunner().RunAsync(Product, Two, options);

            foreach ((JobOutcome outcome, JsonElement expected) in result.Outcomes.Zip(jobs.Items("jobs")))
            {
                outcome.Job.Index.Should().Be(expected.GetProperty("job_id").GetInt32());
                outcome.Job.Configuration.Id.Should().Be(expected.GetProperty("config_id").GetInt32());
                outcome.Job.Seed.Should().Be(expected.GetProperty("seed").GetInt64());
                outcome.Job.Device.Should().Be(expected.GetProperty(key).GetString());
                Path.GetRelativePath(options.Directory, outcome.Job.Directory).Should().Be(expected.GetProperty("dir").GetString());
            }
        }
    }

    [Test]
    public async Task RunAsync_OneJobThrows_RecordsItAndFinishesTheOthers()
    {
        using var folder = new TemporaryFolder();
        ExperimentOptions options = Options(folder) with { MaxParallelism = 2 };
        bool broken = true;
        int calls = 0;

        ExperimentResult first = await new ExperimentRunner().RunAsync(FailsOnce, Two, options);
        ExperimentResult loaded = ExperimentResult.Load(options.Directory);
        broken = false;
        calls = 0;
        ExperimentResult resumed = await new ExperimentRunner().RunAsync(FailsOnce, Two, options with { ExistingDirectory = ExistingDirectoryPolicy.Resume });

        first.Finished.Should().HaveCount(5);
        JobOutcome failed = first.Failed.Single();
        failed.Job.Index.Should().Be(4);
        failed.Failure!.Kind.Should().Be(JobFailureKind.Threw);
        failed.Failure.Message.Should().Be("Not today.");
        failed.Failure.Type.Should().Be("System.InvalidOperationException");
        failed.Failure.Details.Should().Contain(nameof(FailsOnce));
        first.Invoking(r => r.ThrowIfFailed()).Should().Throw<ExperimentFailedException>().WithMessage("1 of 6 jobs failed*job 4 (configuration 1, seed 345)*Not today.*");
        loaded.Failed.Single().Failure.Should().Be(failed.Failure);
        calls.Should().Be(1);
        resumed.Failed.Should().BeEmpty();
        resumed.Outcomes.Count(outcome => outcome.WasKept).Should().Be(5);
        Values(resumed).Should().Equal(123, 345, 567, 246, 690, 1134);
        folder.Files("run").Should().NotContain("1/345/failure.json");

        JsonNode? FailsOnce(ExperimentJob job, CancellationToken token)
        {
            Interlocked.Increment(ref calls);
            return broken && job.Index == 4 ? throw new InvalidOperationException("Not today.") : Product(job, token);
        }
    }

    [Test]
    public async Task RunAsync_StoppedInTheMiddle_KeepsWhatIsFinishedAndResumes()
    {
        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        ExperimentOptions options = Options(folder);
        var ran = new List<int>();

        Task<ExperimentResult> stopped = new ExperimentRunner().RunAsync(
            (job, token) =>
            {
                if (job.Index == 2)
                {
                    File.WriteAllText(job.PathOf("half"), "");
                    stop.Cancel();
                    token.ThrowIfCancellationRequested();
                }

                return Product(job, token);
            },
            Two, options, cancellationToken: stop.Token);
        await FluentActions.Awaiting(() => stopped).Should().ThrowAsync<OperationCanceledException>();
        ExperimentResult.Load(options.Directory).Outcomes.Should().HaveCount(2).And.OnlyContain(outcome => outcome.IsFinished);

        ExperimentResult resumed = await new ExperimentRunner().RunAsync(
            (job, token) =>
            {
                ran.Add(job.Index);
                return Product(job, token);
            },
            Two, options with { ExistingDirectory = ExistingDirectoryPolicy.Resume });

        ran.Should().Equal(2, 3, 4, 5);
        Values(resumed).Should().Equal(123, 345, 567, 246, 690, 1134);
        folder.Files("run").Should().NotContain("0/567/half", "an unfinished job starts in an empty folder");
    }

    [Test]
    public async Task RunAsync_UnfinishedJobsContinue_FindTheirFiles()
    {
        using var folder = new TemporaryFolder();
        ExperimentOptions options = Options(folder) with { Seeds = [1, 2], UnfinishedJobs = UnfinishedJobPolicy.Continue };
        JobFunction counting = (job, _) =>
        {
            string checkpoint = job.PathOf("checkpoint");
            job.IsContinued.Should().Be(File.Exists(checkpoint));
            int count = job.IsContinued ? int.Parse(File.ReadAllText(checkpoint)) : 0;
            File.WriteAllText(checkpoint, $"{count + 1}");
            return count < 1 ? throw new IOException("gone") : count;
        };

        await new ExperimentRunner().RunAsync(counting, Two, options);
        ExperimentResult result = await new ExperimentRunner().RunAsync(counting, Two, options with { ExistingDirectory = ExistingDirectoryPolicy.Resume });

        Values(result).Should().Equal(1, 1, 1, 1);
    }

    [Test]
    public async Task RunAsync_ExistingFolder_FollowsThePolicy()
    {
        using var folder = new TemporaryFolder();
        ExperimentOptions options = Options(folder) with { Seeds = [1] };
        var runner = new ExperimentRunner();
        await runner.RunAsync(Product, Two, options);

        await FluentActions.Awaiting(() => runner.RunAsync(Product, Two, options)).Should().ThrowAsync<IOException>().WithMessage("*not empty*ExistingDirectory*");
        await runner.RunAsync(Product, Two, options with { ExistingDirectory = ExistingDirectoryPolicy.Rename });
        await runner.RunAsync(Product, Two, options with { ExistingDirectory = ExistingDirectoryPolicy.Rename });
        folder.Folders().Should().Equal("old_run", "old_run_2", "run");
        ExperimentResult.Load(folder["old_run"]).Finished.Should().HaveCount(2);

        string foreign = folder["foreign"];
        Directory.CreateDirectory(foreign);
        File.WriteAllText(Path.Combine(foreign, "thesis.tex"), "");
        foreach (ExistingDirectoryPolicy policy in (ExistingDirectoryPolicy[])[ExistingDirectoryPolicy.Overwrite, ExistingDirectoryPolicy.Resume])
        {
            await FluentActions.Awaiting(() => runner.RunAsync(Product, Two, options with { Directory = foreign, ExistingDirectory = policy }))
                .Should().ThrowAsync<IOException>().WithMessage("*no experiment*");
        }

        File.Exists(Path.Combine(foreign, "thesis.tex")).Should().BeTrue();
        await runner.RunAsync(Product, [Two[0]], options with { ExistingDirectory = ExistingDirectoryPolicy.Overwrite });
        folder.Files("run").Should().NotContain("1/config.json");
    }

    [Test]
    public async Task RunAsync_ResumedWithMore_RunsOnlyTheNewJobs()
    {
        using var folder = new TemporaryFolder();
        ExperimentOptions options = Options(folder) with { Seeds = [1], ExistingDirectory = ExistingDirectoryPolicy.Resume };
        var runner = new ExperimentRunner();
        await runner.RunAsync(Product, [Two[0]], options);

        ExperimentResult more = await runner.RunAsync(Product, Two, options with { Seeds = [5, 1] });
        ExperimentResult fewer = await runner.RunAsync(Product, [Two[1]], options with { Seeds = [5] });

        more.Outcomes.Select(outcome => outcome.WasKept).Should().Equal(false, true, false, false);
        Values(more).Should().Equal(5, 1, 10, 2);
        fewer.Outcomes.Single().WasKept.Should().BeTrue();
        Values(ExperimentResult.Load(options.Directory)).Should().Equal([1, 5, 2, 10], "the folder keeps all jobs of all runs");
        IReadOnlyList<Configuration> other = new ConfigSpace { ["a"] = ConfigGrid.Of(1, 3) }.Expand();
        await FluentActions.Awaiting(() => runner.RunAsync(Product, other, options)).Should().ThrowAsync<ArgumentException>().WithMessage("*\"a\":2*\"a\":3*");
    }

    [Test]
    public async Task RunAsync_OneRunnerForManyExperimentsAtOnce_KeepsThemApart()
    {
        using var folder = new TemporaryFolder();
        var runner = new ExperimentRunner();

        ExperimentResult[] results = await Task.WhenAll(Enumerable.Range(1, 8).Select(number => Task.Run(() => runner.RunAsync(
            (job, _) => number * job.Configuration.Number("a") * job.Seed,
            Two, Options(folder) with { Directory = folder[$"run-{number}"], MaxParallelism = 4 }))));

        foreach ((int index, ExperimentResult result) in results.Index())
            Values(result).Should().Equal(((double[])[123, 345, 567, 246, 690, 1134]).Select(value => (index + 1) * value));
    }

    [Test]
    public async Task RunAsync_FolderInUse_SaysSo()
    {
        using var folder = new TemporaryFolder();
        ExperimentOptions options = Options(folder) with { ExistingDirectory = ExistingDirectoryPolicy.Resume };
        IOException? refused = null;

        await new ExperimentRunner().RunAsync(
            (job, token) =>
            {
                if (job.Index == 0)
                    refused = FluentActions.Invoking(() => new ExperimentRunner().RunAsync(Product, Two, options).GetAwaiter().GetResult()).Should().Throw<IOException>().Which;
                return Product(job, token);
            },
            Two, options);

        refused!.Message.Should().Contain("Another run");
    }

    [Test]
    public async Task RunAsync_BadOptions_NameThem()
    {
        using var folder = new TemporaryFolder();
        ExperimentOptions options = Options(folder);
        foreach ((ExperimentOptions bad, string message) in ((ExperimentOptions, string)[])
        [
            (options with { Seeds = [] }, "Seeds is []*"), (options with { Seeds = [1, 1] }, "Seeds is [1, 1]*differ*"),
            (options with { MaxParallelism = 0 }, "MaxParallelism is 0*"), (options with { Devices = [] }, "Devices is []*"),
            (options with { JobTimeout = TimeSpan.Zero }, "JobTimeout is 00:00:00*"), (options with { Isolation = (JobIsolation)7 }, "Isolation is 7*"),
        ])
        {
            await FluentActions.Awaiting(() => new ExperimentRunner().RunAsync(Product, Two, bad)).Should().ThrowAsync<ArgumentException>().WithMessage(message);
        }

        await FluentActions.Awaiting(() => new ExperimentRunner().RunAsync(Product, [], options)).Should().ThrowAsync<ArgumentException>();
        await FluentActions.Awaiting(() => new ExperimentRunner().RunAsync(Product, [Two[0], Two[0]], options)).Should().ThrowAsync<ArgumentException>().WithMessage("*id 0*");
        Directory.Exists(options.Directory).Should().BeFalse();
    }

    [Test]
    public async Task RunAsync_ResultsThatJsonCannotHold_AreFailures()
    {
        using var folder = new TemporaryFolder();

        ExperimentResult result = await new ExperimentRunner().RunAsync((job, _) => job.Index == 0 ? double.NaN : null, Two, Options(folder));

        result.Failed.Single().Failure!.Message.Should().Contain("numbers must be finite");
        result.Finished.Should().HaveCount(5).And.OnlyContain(outcome => outcome.Result == null);
    }

    [Test]
    public async Task RunAsync_DamagedResult_NamesTheFile()
    {
        using var folder = new TemporaryFolder();
        ExperimentOptions options = Options(folder) with { ExistingDirectory = ExistingDirectoryPolicy.Resume };
        await new ExperimentRunner().RunAsync(Product, Two, options);
        string file = Path.Combine(options.Directory, "1", "345", "result.json");

        await File.WriteAllTextAsync(file, "{\"version\": 1");
        await FluentActions.Awaiting(() => new ExperimentRunner().RunAsync(Product, Two, options)).Should().ThrowAsync<InvalidDataException>().WithMessage($"*{file}*damaged*Delete it*");
        await File.WriteAllTextAsync(file, "{\"version\": 9}");
        FluentActions.Invoking(() => ExperimentResult.Load(options.Directory)).Should().Throw<InvalidDataException>().WithMessage("*version 9*");
        FluentActions.Invoking(() => ExperimentResult.Load(folder["nothing"])).Should().Throw<DirectoryNotFoundException>();
    }

    [Test]
    public async Task RunAsync_Progress_CountsEveryJobOnce()
    {
        using var folder = new TemporaryFolder();
        var seen = new List<ExperimentProgress>();

        await new ExperimentRunner().RunAsync(
            (job, token) => job.Index == 3 ? throw new IOException() : Product(job, token), Two, Options(folder) with { MaxParallelism = 3 }, new Told(seen));

        seen.Select(progress => progress.Done).Should().Equal(0, 1, 2, 3, 4, 5, 6);
        seen[^1].Should().Match<ExperimentProgress>(last => last.Finished == 5 && last.Failed == 1 && last.Total == 6 && last.Kept == 0);
    }

    private static ExperimentOptions Options(TemporaryFolder folder) => new() { Directory = folder["run"], Seeds = [123, 345, 567] };

    private static JsonNode? Product(ExperimentJob job, CancellationToken cancellationToken)
    {
        File.WriteAllText(job.PathOf("note.txt"), "");
        return job.Configuration.Number("a") * job.Seed;
    }

    private static double[] Values(ExperimentResult result) => [.. result.Outcomes.Select(outcome => outcome.Result!.GetValue<double>())];

    private sealed class Told(List<ExperimentProgress> seen) : IProgress<ExperimentProgress>
    {
        public void Report(ExperimentProgress value) => seen.Add(value);
    }
}
