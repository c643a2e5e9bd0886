using DifferentiableExpectations.Demos;

namespace DifferentiableExpectations.Tests;

/// <summary>The targets of the demonstrations.</summary>
internal sealed class DemoTests
{
    private static IEnumerable<string> Names => AllDemos.List.Select(demo => demo.Name);

    [TestCase("quadratic")]
    [TestCase("interference")]
    [TestCase("variance")]
    [TestCase("width")]
    [TestCase("adaptation")]
    [TestCase("cartpole")]
    public void Run_OneSeed_ReachesTheTarget(string name)
    {
        Demo demo = Find(name);
        DemoRun run = Run(demo, 1);
        demo.Reaches(run).Should().BeTrue("of {0}", demo.Outcome(run));
    }

    [TestCaseSource(nameof(Names))]
    [Category("Long")]
    public void Run_TenSeeds_AllReachTheTarget(string name)
    {
        Demo demo = Find(name);
        DemoRun[] runs = [.. Enumerable.Range(1, 10).Select(seed => Run(demo, seed))];
        foreach (DemoRun run in runs)
        {
            TestContext.Out.WriteLine($"{name} {run.Seed}: {demo.Outcome(run)}");
            demo.Reaches(run).Should().BeTrue("of seed {0}: {1}", run.Seed, demo.Outcome(run));
        }

        double mean = runs.Average(run => run.Path[^1]);
        if (demo is Interference)
            mean.Should().BeApproximately(1, 0.2);
        if (demo is Variance)
            mean.Should().BeApproximately(Variance.Prediction(2000)[^1], 0.06);
    }

    private static Demo Find(string name) => AllDemos.List.Single(demo => demo.Name == name);

    private static DemoRun Run(Demo demo, long seed) => demo.Run(seed, demo.Steps, (_, _) => { }, CancellationToken.None);
}
