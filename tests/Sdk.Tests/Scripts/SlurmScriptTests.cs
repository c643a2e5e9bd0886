using System.Diagnostics;
using Sdk.Tests.Support;

namespace Sdk.Tests.Scripts;

/// <summary>How the local cluster is started and ended where programs that stand in for Slurm play it.</summary>
[Platform("Linux")]
public sealed class SlurmScriptTests
{
    // Daemons run until they are ended; the name of a script is the name of its process.
    private const string Daemon = "while :; do sleep 0.1; done";

    private TemporaryFolder _programs = null!;
    private string _cluster = null!;

    [SetUp]
    public void Prepare()
    {
        _programs = new TemporaryFolder();
        _cluster = Path.Combine(_programs.Path, "cluster");
        _programs.WriteProgram("id", "echo 0");
        _programs.WriteProgram("dpkg-query", "echo -n installed");
        // The authentication daemon is ready when its socket is there.
        _programs.WriteProgram("munged", $$"""
            for argument; do [[ $argument != --socket=* ]] || python3 -c 'import socket, sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])' "${argument#*=}"; done
            {{Daemon}}
            """);
        _programs.WriteProgram("slurmctld", Daemon);
        _programs.WriteProgram("slurmd", Daemon);
        _programs.WriteProgram("sbatch", "exit 1");
        _programs.WriteProgram("sinfo", "[[ \" $* \" == *' -n '* ]] && echo idle || printf 'n1 idle\\nn2 idle\\nn3 idle\\n'");
        _programs.WriteProgram("squeue", "echo 'no jobs'");
        _programs.WriteProgram("scontrol", "echo \"$*\" >>\"$(dirname \"$0\")/calls\"");
    }

    [TearDown]
    public void Remove()
    {
        Run("stop");
        _programs.Dispose();
    }

    [Test]
    public void Start_WhereItIsNotRoot_ExitsWith3AndSaysWhy()
    {
        _programs.WriteProgram("id", "echo 1000");

        ProcessResult result = Run("start");

        result.ExitCode.Should().Be(3);
        result.Error.Should().Contain("only root");
        Directory.Exists(_cluster).Should().BeFalse();
    }

    [Test]
    public void Start_OnAnotherSystem_ExitsWith3AndSaysWhy()
    {
        _programs.WriteProgram("uname", "echo Darwin");

        ProcessResult result = Run("start");

        result.ExitCode.Should().Be(3);
        result.Error.Should().Contain("only on Linux");
    }

    [Test]
    public void StatusAndRestartOfNode_WhereNothingRuns_ExitWith1()
    {
        Run("status").Should().Match<ProcessResult>(result => result.ExitCode == 1 && result.Error.Contains("not running"));
        Run("restart-node", "n1").Should().Match<ProcessResult>(result => result.ExitCode == 1 && result.Error.Contains("not running"));
        Run("stop").Should().Be(new ProcessResult(0, "", ""));
    }

    [Test]
    public void StartToStop_ThreeNodes_RunsTheirDaemonsAndLeavesNoneBehind()
    {
        ProcessResult start = Run("start");

        start.ExitCode.Should().Be(0, start.Error);
        start.Output.Should().Be($"SLURM_CONF={_cluster}/slurm.conf\n");
        string[] configuration = File.ReadAllLines(Path.Combine(_cluster, "slurm.conf"));
        configuration.Where(line => line.StartsWith("NodeName=", StringComparison.Ordinal)).Should().HaveCount(3).And.OnlyContain(line => line.Contains("CPUs=7"));
        int[] daemons = [.. Daemons()];
        daemons.Should().HaveCount(5, "a controller, three nodes and the authentication").And.OnlyContain(id => IsAlive(id));
        Run("status").Output.Should().Contain("n2 idle").And.Contain("no jobs");

        Run("restart-node", "n2").ExitCode.Should().Be(0);

        File.ReadAllLines(Path.Combine(_programs.Path, "calls")).Should().Contain("update nodename=n2 state=down reason=power-failure");
        Daemons().Except(daemons).Should().ContainSingle("the node has a new daemon");
        Run("restart-node", "n9").ExitCode.Should().Be(2);

        int[] all = [.. Daemons().Union(daemons)];
        Run("stop").Should().Be(new ProcessResult(0, "", ""));
        all.Should().OnlyContain(id => !IsAlive(id));
        File.Exists(Path.Combine(_cluster, "slurm.conf")).Should().BeFalse();
    }

    private IEnumerable<int> Daemons() => Directory.GetFiles(_cluster, "*.pid").Select(file => int.Parse(File.ReadAllText(file)));

    // One that has ended and waits to be collected has no command line any more.
    private static bool IsAlive(int id) => File.Exists($"/proc/{id}/cmdline") && File.ReadAllText($"/proc/{id}/cmdline").Length > 0;

    private ProcessResult Run(string action, params string[] more)
    {
        var start = new ProcessStartInfo(Repository.PathOf("build/slurm"), [action, _cluster, .. more]);
        start.Environment["PATH"] = _programs.Path + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        (start.Environment["SLURM_NODES"], start.Environment["SLURM_NODE_CPUS"]) = ("3", "7");
        start.Environment.Remove("SLURM_OWNER");
        return ProcessResult.Of(start);
    }
}
