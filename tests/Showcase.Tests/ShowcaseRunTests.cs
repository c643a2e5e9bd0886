using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Showcase.Policies;
using Showcase.Tuning;

namespace Showcase.Tests;

[TestFixture]
internal sealed class ShowcaseRunTests
{
    private static readonly ShowcaseSettings Small = ShowcaseSettings.Quick with { Threads = 2 };

    // As small as the stages allow; for what does not depend on how good the outcome is.
    private static readonly ShowcaseSettings Tiny = Small with
    {
        TuningGenerations = 6,
        FirstTraining = 16,
        Tolerance = 400,
        SearchesPerFitness = 2,
        SearchGenerations = 6,
        ComparisonRuns = 4,
    };

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("showcase").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task RunAsync_Quick_WritesTheReportWithAllItsParts()
    {
        (int code, string output, string error) = await RunAsync("--quick", "--out", _folder);
        code.Should().Be(0, error);
        output.Should().Contain("answered by the emulator").And.Contain("tuned setting").And.Contain("report.html");
        error.Should().Contain("L2L tunes: ").And.Contain("Layg verifies: ").And.Contain("ExpUtils compares: ");
        string page = await File.ReadAllTextAsync(Path.Combine(_folder, "report.html"));
        page.Should().ContainAll(
            "id=\"search-history\"", "id=\"exact-runs\"", "id=\"calibration\"", "id=\"finalists\"", "id=\"learning-curves\"", "id=\"policy\"", "data:image/gif;base64,R0lGOD",
            "layg.calls", "showcase.searches");
        Regex.Replace(page, "base64,[^\"]*", "", RegexOptions.None, TimeSpan.FromSeconds(10)).Should().NotContain("NaN").And.NotContain("src=\"http").And.NotContain("href=");
        (await File.ReadAllTextAsync(Path.Combine(_folder, "run.log"))).Should().Contain("Exact evaluation");
    }

    [Test]
    public async Task RunAsync_Quick_EmulatesMostAndVerifiesExactly()
    {
        ShowcaseResult result = await RunAsync(Small, "run");
        result.EmulatedShare.Should().BeGreaterThanOrEqualTo(0.6);
        Exact(result, generations: 3).Should().BeGreaterThan(2 * Exact(result, generations: ^3..));
        result.Verification.Finalists.Should().HaveCount(Small.Finalists).And.OnlyContain(finalist => finalist.IsEmulated || finalist.Answer == finalist.Exact);
        result.Verification.Calibration.Should().HaveCount(Small.CalibrationPoints);
        result.Comparison.Tuned.Returns.Should().HaveCount(Small.ComparisonRuns);
        result.Comparison.Tuned.Interval.Lower.Should().BeGreaterThan(result.Comparison.Default.Interval.Upper);
    }

    [Test]
    public async Task RunAsync_CancelledBetweenStepsAndStartedAgain_GivesTheSameNumbers()
    {
        string whole = Text(await RunAsync(Tiny, "whole"));
        foreach (int reports in (int[])[3, 10, 22, 40])
        {
            using var cancelled = new CancellationTokenSource();
            int seen = 0;
            await StopAsync($"parts-{reports}", cancelled, () =>
            {
                if (Interlocked.Increment(ref seen) == reports)
                    cancelled.Cancel();
            });
            Text(await RunAsync(Tiny with { Threads = 1 }, $"parts-{reports}") with { Settings = Tiny }).Should().Be(whole, "it was stopped after {0} reports", reports);
        }

        Text(await RunAsync(Tiny, "whole")).Should().Be(whole, "a run that is done is only read");
    }

    [Test]
    public async Task RunAsync_CancelledWithinAGenerationAndStartedAgain_GivesTheSameNumbers()
    {
        string whole = Text(await RunAsync(Tiny, "whole"));
        using var cancelled = new CancellationTokenSource();
        using var listener = new MeterListener();
        int evaluations = 0;
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "showcase.searches")
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, _, _, _) =>
        {
            if (++evaluations == 20)
                cancelled.Cancel();
        });
        listener.Start();
        await StopAsync("parts", cancelled, () => { });
        listener.Dispose();
        Text(await RunAsync(Tiny, "parts")).Should().Be(whole);
    }

    [Test]
    public async Task RunAsync_FolderOfAnotherRun_IsRefusedUnlessFresh()
    {
        new StateFolder(_folder).Claim(Small with { Seed = 2 });
        (int code, _, string error) = await RunAsync("--quick", "--out", _folder);
        code.Should().Be(1);
        error.Should().Contain("other settings").And.Contain("--fresh");
        new StateFolder(_folder).Clear();
        Directory.EnumerateFileSystemEntries(_folder).Should().BeEmpty();
    }

    [TestCase("exact.jsonl", "{}x\n")]
    [TestCase("calls.jsonl", "null\n")]
    [TestCase("tuning/trajectory.db", "this is no database")]
    public async Task RunAsync_DamagedFile_IsNamedWithWhatToDo(string name, string content)
    {
        new StateFolder(_folder).Claim(Small);
        Directory.CreateDirectory(Path.Combine(_folder, "tuning"));
        File.WriteAllText(Path.Combine(_folder, name), content);
        (int code, _, string error) = await RunAsync("--quick", "--out", _folder);
        code.Should().Be(1);
        error.Should().Contain(name).And.Contain("--fresh");
    }

    [TestCase("--threads", "0", "1 to 1024")]
    [TestCase("--seed", "one", "whole number")]
    public async Task RunAsync_BadValue_NamesOptionValueAndRange(string option, string value, string range)
    {
        (int code, _, string error) = await RunAsync(option, value, "--out", _folder);
        code.Should().Be(2);
        error.Should().Contain(option).And.Contain(value).And.Contain(range);
    }

    [Test]
    public void JsonLinesFile_LineCutOff_IsDropped()
    {
        string path = Path.Combine(_folder, "values.jsonl");
        var call = new EmulatedCall(1, 2, HyperParameters.Default, -3, 4, IsEmulated: true);
        new JsonLinesFile<EmulatedCall>(path).Add(call);
        File.AppendAllText(path, "{\"Generation\":");
        new JsonLinesFile<EmulatedCall>(path).Records.Should().Equal(call);
        new JsonLinesFile<EmulatedCall>(path).Add(call);
        new JsonLinesFile<EmulatedCall>(path).Records.Should().HaveCount(2);
    }

    [Test]
    public void Evaluate_SeveralPolicies_EqualsEachAlone()
    {
        var random = new Shared.Tensors.RandomStream(5);
        var weights = new double[3 * SwingUpPolicy.Dimension];
        random.FillNormal(weights);
        var together = new double[3];
        new SwingUpPolicy(3, 4).Evaluate(weights, 11, together);
        for (int i = 0; i < 3; i++)
        {
            var alone = new double[1];
            new SwingUpPolicy(1, 4).Evaluate(weights.AsSpan(i * SwingUpPolicy.Dimension, SwingUpPolicy.Dimension), 11, alone);
            together[i].Should().BeApproximately(alone[0], 0.5).And.BeInRange(-3300, 0);
        }
    }

    private static int Exact(ShowcaseResult result, int generations) => Exact(result, ..generations);

    private static int Exact(ShowcaseResult result, Range generations) =>
        Enumerable.Range(0, result.Calls.Max(call => call.Generation) + 1).Take(generations).Sum(g => result.Calls.Count(call => call.Generation == g && !call.IsEmulated));

    private static string Text(ShowcaseResult result) => JsonSerializer.Serialize(result);

    private async Task StopAsync(string folder, CancellationTokenSource cancelled, Action progress)
    {
        Func<Task> run = () => ShowcaseCommand.RunAsync(Tiny, new StateFolder(Path.Combine(_folder, folder)), _ => progress(), cancelled.Token);
        await run.Should().ThrowAsync<OperationCanceledException>();
    }

    private Task<ShowcaseResult> RunAsync(ShowcaseSettings settings, string folder) =>
        ShowcaseCommand.RunAsync(settings, new StateFolder(Path.Combine(_folder, folder)), _ => { }, CancellationToken.None);

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        int code = await ShowcaseCommand.RunAsync(args, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
