using L2L.Running.Tests.Support;

namespace L2L.Running.Tests.Templates;

/// <summary>The templates of the README compile, run and resume.</summary>
internal sealed class TemplateTests
{
    [Test]
    public async Task RunAsync_Template_FindsAThrowAndGoesOnBitForBit()
    {
        using var folder = new TemporaryFolder();

        ExperimentResult result = await ThrowExperiment.RunAsync(folder["a"]);

        result.BestFitness[0].Should().BeLessThan(0.5);
        File.Exists(Path.Combine(folder["a"], "report.html")).Should().BeTrue();
        TrajectoryText.Of((await ThrowExperiment.RunAsync(folder["b"])).Trajectory).Should().Be(TrajectoryText.Of(result.Trajectory));
        TrajectoryText.Of((await ThrowExperiment.RunAsync(folder["a"])).Trajectory).Should().Be(TrajectoryText.Of(result.Trajectory));
    }

    [TestCase("ThrowOptimizee.cs")]
    [TestCase("HillClimbing.cs")]
    [TestCase("ThrowExperiment.cs")]
    public void Readme_Template_IsTheCodeThatIsTested(string file)
    {
        string root = TestContext.CurrentContext.TestDirectory;
        while (!File.Exists(Path.Combine(root, "Sdk.sln")))
            root = Path.GetDirectoryName(root)!;
        string code = File.ReadAllText(Path.Combine(root, "tests", "L2L.Running.Tests", "Templates", file));
        string shown = code[(code.IndexOf(';') + 1)..].Trim();

        File.ReadAllText(Path.Combine(root, "L2L", "README.md")).Should().Contain(shown);
        shown.Split('\n').Length.Should().BeLessThan(45);
    }
}
