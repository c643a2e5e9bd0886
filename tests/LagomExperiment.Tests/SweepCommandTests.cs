namespace LagomExperiment.Tests;

public sealed class SweepCommandTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("lagom-experiment-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task RunAsync_ThenWithMoreSeeds_KeepsWhatIsFinishedAndWritesTheReport()
    {
        string experiment = Path.Combine(_folder, "sweep");

        (int code, string output, string error) = await RunAsync("--out", experiment, "--episodes", "60", "--seeds", "2");
        code.Should().Be(0, error);
        output.Should().Contain("12 of 12 jobs finished, 0 of them before this run.").And.Contain("expected-sarsa");
        (code, output, _) = await RunAsync("--out", experiment, "--episodes", "60", "--seeds", "3", "--interval", "Normal");

        code.Should().Be(0);
        output.Should().Contain("18 of 18 jobs finished, 12 of them before this run.");
        string report = await File.ReadAllTextAsync(Path.Combine(experiment, "report.html"));
        report.Should().Contain("Tabular learners on CliffWalking-v1").And.Contain("method sarsa, rate 0.5").And.Contain("normal interval of the mean").And.Contain("over 3 seeds");
        Directory.GetFiles(Path.Combine(experiment, "5", "3", "tensorboard")).Should().ContainSingle();
    }

    [Test]
    public async Task RunAsync_OtherConfigurationsInTheFolder_SaysSo()
    {
        await RunAsync("--out", _folder, "--episodes", "2", "--seeds", "1");

        (int code, _, string error) = await RunAsync("--out", _folder, "--episodes", "3", "--seeds", "1");

        code.Should().Be(2);
        error.Should().Contain("\"episodes\":2").And.Contain("\"episodes\":3");
    }

    [TestCase("--seeds", "0", "--seeds is '0'")]
    [TestCase("--environment", "Chess", "--environment is 'Chess'")]
    [TestCase("--isolation", "Cloud", "--isolation is 'Cloud'")]
    public async Task RunAsync_BadArgument_IsNamedAndNothingWritten(string option, string value, string complaint)
    {
        (int code, _, string error) = await RunAsync("--out", Path.Combine(_folder, "none"), option, value);

        code.Should().Be(2);
        error.Should().Contain(complaint);
        Directory.Exists(Path.Combine(_folder, "none")).Should().BeFalse();
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        string[] where = arguments.Contains("--isolation") ? [] : ["--isolation", "Threads"];
        int code = await SweepCommand.RunAsync([.. arguments, .. where], output, error);
        return (code, output.ToString(), error.ToString());
    }
}
