using L2LExperiments;

namespace L2L.Running.Tests.Samples;

/// <summary>The sample's command line.</summary>
[NonParallelizable]
internal sealed class ExperimentCommandTests
{
    [Test]
    public async Task RunAsync_ShortRun_PrintsTheResultAndWritesFilesAndASecondRunOnlyReadsThem()
    {
        using var folder = new TemporaryFolder();
        string[] arguments = ["--optimizee", "ackley", "--generations", "3", "--population", "10", "--with", "dimension=3", "--folder", folder.Path, "--export", "csv", "npz"];

        (int code, string output, string error) = await RunAsync(arguments);

        code.Should().Be(0, error);
        output.Should().Contain("3 generations, 30 evaluations").And.Contain("best fitness");
        error.Should().Contain("3 of 3, best");
        File.Exists(folder["report.html"]).Should().BeTrue();
        File.ReadAllLines(folder["trajectory.csv"]).Should().HaveCount(31);
        (await RunAsync(arguments)).Output.Should().Be(output);
    }

    [TestCase("--optimizer", "cros-entropy", "Did you mean 'cross-entropy'?")]
    [TestCase("--optimizee", "digit", "Did you mean 'digits'?")]
    [TestCase("--generations", "0", "--generations is '0'")]
    [TestCase("--set", "novalue", "--set is 'novalue'")]
    [TestCase("--set", "elite-fraction=2", "EliteFraction is 2")]
    [TestCase("--script", "fun-xx", "--script is 'fun-xx'")]
    [TestCase("--export", "parquet", "--export is 'parquet'")]
    public async Task RunAsync_BadArgument_IsNamed(string option, string value, string complaint)
    {
        using var folder = new TemporaryFolder();

        (int code, _, string error) = await RunAsync([option, value, "--folder", folder.Path]);

        code.Should().Be(2);
        error.Should().Contain(complaint);
    }

    [Test]
    public async Task RunAsync_FolderOfAnotherRun_IsRefusedUnlessFresh()
    {
        using var folder = new TemporaryFolder();
        string[] arguments = ["--generations", "2", "--population", "5", "--folder", folder.Path];
        await RunAsync(arguments);

        (int code, _, string error) = await RunAsync([.. arguments, "--seed", "9"]);

        code.Should().Be(1);
        error.Should().Contain("optimizer.Seed is 9").And.Contain("--fresh");
        (await RunAsync([.. arguments, "--seed", "9", "--fresh"])).Code.Should().Be(0);
    }

    [Test]
    public async Task RunAsync_DamagedTrajectory_IsRefusedUnlessFresh()
    {
        using var folder = new TemporaryFolder();
        string[] arguments = ["--generations", "2", "--population", "5", "--folder", folder.Path];
        await File.WriteAllTextAsync(folder[TrajectoryFile.Name], new string('x', 5000));

        (int code, _, string error) = await RunAsync(arguments);

        code.Should().Be(1);
        error.Should().Contain(folder.Path).And.Contain("--fresh");
        (await RunAsync([.. arguments, "--fresh"])).Code.Should().Be(0);
    }

    [TestCase("fun-ce")]
    [TestCase("fun-ce-gaussmix")]
    [TestCase("fun-es")]
    [TestCase("fun-face")]
    [TestCase("fun-ga")]
    [TestCase("fun-gd")]
    [TestCase("fun-gs")]
    [TestCase("fun-pt")]
    [TestCase("fun-sa")]
    [TestCase("mnist-ce")]
    [TestCase("mnist-es")]
    public async Task RunAsync_OriginalScript_Runs(string script)
    {
        using var folder = new TemporaryFolder();

        (int code, string output, string error) = await RunAsync(["--script", script, "--generations", "2", "--folder", folder.Path]);

        code.Should().Be(0, error);
        output.Should().Contain("best fitness");
    }

    [Test]
    public async Task RunAsync_CartPole_LearnsToBalance()
    {
        using var folder = new TemporaryFolder();

        (int code, string output, string error) = await RunAsync(["--optimizee", "cart-pole", "--generations", "5", "--set", "elite-fraction=0.2", "--folder", folder.Path]);

        code.Should().Be(0, error);
        output.Should().MatchRegex(@"best fitness +500\b");
    }

    [Test]
    public async Task RunAsync_List_ShowsOnesOwnToo() => (await RunAsync(["--list"])).Output.Should().Contain("cart-pole").And.Contain("cross-entropy-mixture").And.Contain("EliteFraction");

    private static async Task<(int Code, string Output, string Error)> RunAsync(string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await ExperimentCommand.RunAsync(arguments, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
