using Benchmarks.Harness;

namespace Benchmarks.Rl;

/// <summary>Environment steps and advantage estimators against Gymnasium, NumPy and SciPy.</summary>
public sealed class RlEnvSuite : IBenchmarkSuite
{
    /// <inheritdoc />
    public string Name => "rl-env";

    /// <inheritdoc />
    public string Description => "steps of classic-control tasks, single and 64 at once, against Gymnasium (a checkout named by PEER_GYMNASIUM) or the same equations in NumPy; GAE and V-trace over a million steps";

    /// <inheritdoc />
    public IEnumerable<Figure> Run(BenchmarkSettings settings)
    {
        using var peer = new PeerProcess("rl_env_peer.py");
        foreach (BenchmarkCase comparison in RlEnvCases.Create(peer, settings.Quick).Where(comparison => settings.Includes(comparison.Name)))
            yield return Interleaved.Measure(Name, comparison, settings.Rounds);
    }
}
