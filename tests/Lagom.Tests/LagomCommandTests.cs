namespace LagomHost.Tests;

[TestFixture]
internal sealed class LagomCommandTests
{
    private static readonly string[] Small = ["train", "ppo", "--steps", "3000", "--seed", "3", "--episodes", "5", "--checkpoint-every", "1000"];

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("lagom").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("train,pppo", "pppo", "ppo, a2c")]
    [TestCase("train,ppo,--env,CartPole-v2", "--env", "CartPole-v1")]
    [TestCase("train,ppo,--seeds,0", "--seeds", "1 to")]
    [TestCase("train,ppo,--steps,many", "--steps", "whole number")]
    [TestCase("train,ppo,--set,gama=0.9", "gama=0.9", "Gamma")]
    [TestCase("train,ppo,--set,gamma", "--set is 'gamma'", "NAME=VALUE")]
    [TestCase("train,ppo,--resume,--overwrite", "--resume", "exclude")]
    [TestCase("train,ppo,--stop-at,NaN", "--stop-at", "finite")]
    [TestCase("sweep,ppo", "--grid", "NAME=VALUE")]
    [TestCase("sweep,ppo,--grid,seed=1,2", "seed=1", "no such option")]
    [TestCase("learn", "learn", "command")]
    public async Task RunAsync_BadArgument_NamesItAndWhatIsAllowed(string arguments, string named, string allowed)
    {
        string[] split = arguments.Split(',');
        if (split is [.., var name, "2"])
            split = [.. split[..^2], $"{name},2"];
        (int code, string output, string error) = await RunAsync(split);
        code.Should().Be(2);
        error.Should().Contain(named).And.Contain(allowed);
        output.Should().BeEmpty();
    }

    [TestCase("gamma=2", "Gamma")]
    [TestCase("minibatches=0", "Minibatches")]
    [TestCase("minibatches=few", "Minibatches")]
    [TestCase("environments=0", "Environments")]
    public async Task RunAsync_ValueThatTheAlgorithmRefuses_SaysSoAndWritesNothing(string setting, string named)
    {
        string folder = Path.Combine(_folder, "new");
        (int code, _, string error) = await RunAsync([.. Small, "--set", setting, "--out", folder]);
        code.Should().Be(2);
        error.Should().Contain(named);
        Directory.Exists(folder).Should().BeFalse();
    }

    [Test]
    public async Task RunAsync_ChoicesForAContinuousAlgorithm_SaysSo()
    {
        (int code, _, string error) = await RunAsync("train", "sac", "--env", "CartPole-v1", "--out", _folder);
        code.Should().Be(2);
        error.Should().Contain("SAC").And.Contain("Discrete");
    }

    [Test]
    public async Task RunAsync_TrainEvaluateWatch_WorkTogether()
    {
        (int code, string output, string error) = await RunAsync([.. Small, "--seeds", "2", "--jobs", "2", "--out", _folder]);
        code.Should().Be(0, error);
        output.Should().ContainAll("ppo on CartPole-v1", "Mean return over 2 runs", "of 2");
        error.Should().Contain("seed 4: 3000 of 3000");
        File.Exists(Path.Combine(_folder, "0", "3", "report.html")).Should().BeTrue();
        File.ReadAllText(Path.Combine(_folder, "report.html")).Should().Contain("Return of evaluations").And.Contain("solved");

        (code, output, error) = await RunAsync("evaluate", _folder, "--episodes", "7", "--run", "4");
        code.Should().Be(0, error);
        output.Should().Contain("CartPole-v1").And.Contain(" 7");

        string gif = Path.Combine(_folder, "see.gif");
        (code, output, error) = await RunAsync("watch", _folder, "--out", gif);
        code.Should().Be(0, error);
        output.Should().Contain(gif).And.Contain("steps");
        File.ReadAllBytes(gif).AsSpan(0, 6).SequenceEqual("GIF89a"u8).Should().BeTrue();

        (code, _, error) = await RunAsync([.. Small, "--out", _folder]);
        code.Should().Be(1);
        error.Should().ContainAll("--resume", "--overwrite");
        (code, _, error) = await RunAsync("watch", _folder, "--run", "9");
        code.Should().Be(2);
        error.Should().Contain("no finished run of seed 9");
    }

    [Test]
    public async Task RunAsync_Sweep_RanksEveryCombination()
    {
        (int code, string output, string error) = await RunAsync(
            "sweep", "ppo", "--grid", "learning-rate=0.0001,0.001", "--grid", "hidden-sizes=[8],[16,8]", "--seeds", "1", "--steps", "1500", "--episodes", "3", "--out", _folder);
        code.Should().Be(0, error);
        output.Should().ContainAll("LearningRate", "HiddenSizes", "[16,8]", "0.0001");
        output.Split('\n').Count(line => line.TrimStart().Length > 0 && "0123".Contains(line.TrimStart()[0])).Should().Be(4);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        int code = await LagomCommand.RunAsync(arguments, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
