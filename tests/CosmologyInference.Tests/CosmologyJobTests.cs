using CosmologyInference.Inference;
using CosmologyInference.Report;

namespace CosmologyInference.Tests;

public sealed class CosmologyJobTests
{
    [Test]
    public void Run_AllMethods_FindTheExactMomentsWithFewerTrueCalls()
    {
        var settings = new JobSettings { Supernovae = 100, Steps = 1500, Seed = 3 };
        var job = new CosmologyJob(settings);
        IReadOnlyList<RunResult> runs = job.Run(_ => { }, default);
        runs.Select(run => run.Style).Should().Equal("exact", "knn", "gp", "torch", "delayed");
        foreach (RunResult run in runs.Skip(1))
        {
            TestContext.Out.WriteLine($"{run.Name}: {run.TrueCalls[^1]} of {runs[0].TrueCalls[^1]} calls, shifts {run.MeanShift(runs[0]):F2} and {run.DeviationShift(runs[0]):F2}");

            // The largest of three correlated differences, each of them normal by its own Monte-Carlo error.
            run.MeanShift(runs[0]).Should().BeLessThan(3.5, run.Name);
            run.DeviationShift(runs[0]).Should().BeLessThan(3.5, run.Name);
            (2 * run.TrueCalls[^1]).Should().BeLessThan(runs[0].TrueCalls[^1], run.Name);
        }

        string page = CosmologyReport.Write(settings, job.Model, runs);
        page.Should().Contain("delayed acceptance").And.Contain("The data are simulated").And.Contain("</html>");
        page.Should().NotContain("NaN").And.NotContain("http://").And.NotContain("https://");
    }

    [Test]
    public void Run_SameSeed_FindsTheSameDraws()
    {
        double[][] draws = [.. Enumerable.Range(0, 2).Select(_ =>
            new CosmologyJob(new JobSettings { Supernovae = 30, Steps = 120 }).Run(_ => { }, default).SelectMany(run => run.Draws.Values.ToArray()).ToArray())];
        draws[0].Should().Equal(draws[1]);
    }

    [Test]
    public void Run_Cancelled_ReturnsTheRunsThatFinished()
    {
        using var stop = new CancellationTokenSource();
        IReadOnlyList<RunResult> runs = new CosmologyJob(new JobSettings { Supernovae = 30, Steps = 120 }).Run(
            progress =>
            {
                if (progress is { Run: "k nearest neighbours", Done: 60 })
                    stop.Cancel();
            },
            stop.Token);
        runs.Should().ContainSingle().Which.Name.Should().Be("exact");
    }

    [TestCase("--walkers", "2", "*--walkers is '2'*6 to 1000*")]
    [TestCase("--steps", "many", "*--steps is 'many'*whole number*")]
    public async Task RunAsync_BadArgument_SaysSoAndExits2(string option, string value, string message)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        (await CosmologyCommand.RunAsync([option, value], output, error)).Should().Be(2);
        error.ToString().Should().Match(message);
    }
}
