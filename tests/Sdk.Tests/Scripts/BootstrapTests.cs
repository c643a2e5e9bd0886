using Sdk.Tests.Support;

namespace Sdk.Tests.Scripts;

/// <summary>What bootstrap does on other machines, which programs that stand in for apt and its like play.</summary>
[Platform(Exclude = "Win", Reason = "The scripts need bash.")]
public sealed class BootstrapTests
{
    [Test]
    public void Peers_AllInstalled_SaysNothing()
    {
        using var programs = new TemporaryFolder();
        programs.WriteProgram("dpkg-query", "echo -n installed");
        programs.WriteProgram("apt-get", "exit 1");

        ProcessResult result = Script.Run("build/bootstrap", programs, "peers");

        result.Should().Be(new ProcessResult(0, "", ""));
    }

    [Test]
    public void Peers_WithoutRoot_NamesThePackagesAndGoesOn()
    {
        using var programs = new TemporaryFolder();
        programs.WriteProgram("dpkg-query", "exit 1");
        programs.WriteProgram("id", "echo 1000");
        programs.WriteProgram("sudo", "exit 1");
        programs.WriteProgram("apt-get", "touch \"$(dirname \"$0\")/called\"");

        ProcessResult result = Script.Run("build/bootstrap", programs, "peers");

        result.ExitCode.Should().Be(0);
        result.Error.Should().Contain("python3-numpy python3-scipy python3-sklearn libopenblas0-pthread");
        File.Exists(Path.Combine(programs.Path, "called")).Should().BeFalse();
    }

    [Test]
    public void Peers_AptFails_NamesThePackagesAndGoesOn()
    {
        using var programs = new TemporaryFolder();
        programs.WriteProgram("dpkg-query", "[[ ${*: -1} == python3-scipy ]] || echo -n installed");
        programs.WriteProgram("id", "echo 0");
        programs.WriteProgram("apt-get", "exit 100");

        ProcessResult result = Script.Run("build/bootstrap", programs, "peers");

        result.ExitCode.Should().Be(0);
        result.Error.Should().Contain("apt-get install python3-scipy\n").And.NotContain("numpy");
    }

    [Test]
    public void Peers_AsRoot_UpdatesOnceAndInstallsOnlyWhatIsMissing()
    {
        using var programs = new TemporaryFolder();
        programs.WriteProgram("dpkg-query", "[[ ${*: -1} == python3-scipy ]] || echo -n installed");
        programs.WriteProgram("id", "echo 0");
        programs.WriteProgram("apt-get", "echo \"$DEBIAN_FRONTEND: $*\" >>\"$(dirname \"$0\")/calls\"");

        ProcessResult result = Script.Run("build/bootstrap", programs, "peers");

        result.ExitCode.Should().Be(0);
        File.ReadAllLines(Path.Combine(programs.Path, "calls"))
            .Should().Equal("noninteractive: update", "noninteractive: install -y --no-install-recommends python3-scipy");
    }

    [Test]
    public void Torch_WithoutRoot_NamesThePackagesAndGoesOn()
    {
        using var programs = new TemporaryFolder();
        programs.WriteProgram("dpkg-query", "[[ ${*: -1} == cmake ]] && echo -n installed");
        programs.WriteProgram("id", "echo 1000");
        programs.WriteProgram("sudo", "exit 1");

        ProcessResult result = Script.Run("build/bootstrap", programs, "torch");

        result.ExitCode.Should().Be(0);
        result.Error.Should().Contain("torch: missing").And.Contain("apt-get install libtorch-dev libopenblas0-pthread g++");
    }

    [Test]
    public void Dotnet_Present_SaysNothing() => Script.Run("build/bootstrap").Should().Be(new ProcessResult(0, "", ""));
}
