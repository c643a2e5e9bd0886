using Benchmarks.Harness;

namespace Benchmarks.Rl;

/// <summary>Whole training runs against torch in Python.</summary>
public sealed class RlTrainSuite : IBenchmarkSuite
{
    /// <inheritdoc />
    public string Name => "rl-train";

    /// <inheritdoc />
    public string Description => "whole training runs on one thread: SAC on the pendulum with two critics of 256-256 units and batches of 256";

    /// <inheritdoc />
    public IEnumerable<Figure> Run(BenchmarkSettings settings)
    {
        using var sacPeer = new PeerProcess("rl_train_sac_peer.py");
        foreach (BenchmarkCase comparison in (BenchmarkCase[])[SacTrainCase.Create(sacPeer, settings.Quick)])
        {
            if (settings.Includes(comparison.Name))
                yield return Interleaved.Measure(Name, comparison, settings.Rounds);
        }
    }
}
