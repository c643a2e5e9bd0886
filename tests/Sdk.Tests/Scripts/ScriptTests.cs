using Sdk.Tests.Support;

namespace Sdk.Tests.Scripts;

[Platform(Exclude = "Win", Reason = "The scripts need bash.")]
public sealed class ScriptTests
{
    [TestCase("bootstrap")]
    [TestCase("run")]
    [TestCase("test")]
    [TestCase("bench")]
    [TestCase("pack")]
    [TestCase("slurm")]
    [TestCase("gpu-check")]
    public void Help_OfScript_SaysHowToCallIt(string script)
    {
        ProcessResult result = Script.Run("build/" + script, "--help");

        result.ExitCode.Should().Be(0);
        result.Output.Should().Contain($"Usage: build/{script}").And.NotContain("set -euo");
        result.Error.Should().BeEmpty();
    }

    [TestCase("build/bootstrap", "nonsense")]
    [TestCase("build/run", "NoSuchSample")]
    [TestCase("build/test", "--nonsense")]
    [TestCase("build/test", "One", "Two")]
    [TestCase("build/bench")]
    [TestCase("build/pack", "nonsense")]
    [TestCase("build/pack", "ExpUtils", "NoSuchPackage")]
    [TestCase("build/pack", "--nonsense")]
    [TestCase("build/pack", "--output")]
    [TestCase("build/slurm")]
    [TestCase("build/slurm", "nonsense")]
    [TestCase("build/slurm", "start", "one", "two")]
    [TestCase("build/slurm", "restart-node")]
    [TestCase("build/gpu-check", "--nonsense")]
    [TestCase("build/gpu-check", "one", "two")]
    public void WrongCall_OfScript_ExitsWith2AndSaysWhy(string script, params string[] arguments)
    {
        ProcessResult result = Script.Run(script, arguments);

        result.ExitCode.Should().Be(2);
        result.Error.Should().NotBeEmpty();
        result.Output.Should().BeEmpty();
    }

    [Test]
    public void RunList_NamesEverySample()
    {
        ProcessResult result = Script.Run("build/run", "--list");

        result.ExitCode.Should().Be(0);
        result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]).Should().Equal(Samples());
    }

    [TestCaseSource(nameof(Samples))]
    public void Run_MistypedSample_SuggestsTheNearest(string sample)
    {
        ProcessResult result = Script.Run("build/run", sample[1..] + "x");

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain($"Did you mean {sample}?");
    }

    private static IEnumerable<string> Samples()
    {
        string folder = Repository.PathOf("samples");
        return !Directory.Exists(folder)
            ? []
            : Directory.GetDirectories(folder)
                .SelectMany(sample => Directory.GetFiles(sample, "*.csproj"))
                .Select(project => Path.GetFileNameWithoutExtension(project)!)
                .Order(StringComparer.Ordinal);
    }
}
