using System.Diagnostics;

namespace Tests.Support;

/// <summary>
/// A real Slurm cluster on this machine, started by the first test that asks for it and stopped after the last test of the assembly.
/// Where it cannot run, the tests that need it are ignored with the reason. Linked into every test project.
/// </summary>
internal sealed class SlurmCluster
{
    private static readonly Lazy<SlurmCluster> Started = new(() => new SlurmCluster());

    private readonly string _script;
    private readonly string? _unavailable;

    private SlurmCluster()
    {
        string? root = TestContext.CurrentContext.TestDirectory;
        while (root is not null && !System.IO.File.Exists(Path.Combine(root, "Sdk.sln")))
            root = Path.GetDirectoryName(root);
        _script = Path.Combine(root ?? throw new InvalidOperationException("The tests run outside the repository, whose build/slurm they need."), "build", "slurm");
        Folder = Path.Combine(Path.GetTempPath(), $"slurm-tests-{Environment.ProcessId}");
        Directory.CreateDirectory(Folder);
        var (code, text) = Run("start", Folder);
        if (code == 3)
            _unavailable = text.Trim();
        else if (code != 0)
            throw new InvalidOperationException($"build/slurm start failed: {text}");
        else
            // The commands of Slurm that the tests start find the cluster by this.
            Environment.SetEnvironmentVariable("SLURM_CONF", Configuration);
    }

    /// <summary>Where the cluster keeps its state and logs; jobs can write here too.</summary>
    public string Folder { get; }

    /// <summary>The cluster's slurm.conf.</summary>
    public string Configuration => Path.Combine(Folder, "slurm.conf");

    /// <summary>The running cluster; where there can be none, the test is ignored.</summary>
    public static SlurmCluster OrIgnore()
    {
        if (Started.Value._unavailable is { } reason)
            Assert.Ignore($"No Slurm here: {reason}");
        return Started.Value;
    }

    /// <summary>Power failure of a node (n1 or n2): what runs on it dies, then it comes back.</summary>
    public void RestartNode(string node)
    {
        var (code, text) = Run("restart-node", Folder, node);
        if (code != 0)
            throw new InvalidOperationException($"build/slurm restart-node failed: {text}");
    }

    internal static void Stop()
    {
        if (!Started.IsValueCreated)
            return;
        Started.Value.Run("stop", Started.Value.Folder);
        Directory.Delete(Started.Value.Folder, recursive: true);
    }

    private (int Code, string Text) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(_script, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        // Should the tests be killed, the cluster ends with them.
        start.Environment["SLURM_OWNER"] = Environment.ProcessId.ToString();
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }
}
