using Benchmarks.Harness;

namespace Benchmarks.Rl;

/// <summary>Whole training runs against torch in Python.</summary>
public sealed class RlTrainSuite : IBenchmarkSuite
{
    /// <inheritdoc />
    public string Name => "rl-train";

    /// <inheritdoc />
    public string Description => "whole training runs on one thread: PPO on CartPole-v1 with CleanRL's settings (PEER_GYMNASIUM for the peer's environments), SAC on the pendulum with two critics of 256-256 units and batches of 256";

    /// <inheritdoc />
    public IEnumerable<Figure> Run(BenchmarkSettings settings)
    {
        using var ppoPeer = new PeerProcess("rl_train_ppo_peer.py");
        using var sacPeer = new PeerProcess("rl_train_sac_peer.py");
        foreach (BenchmarkCase comparison in (BenchmarkCase[])[PpoTrainCase.Create(ppoPeer, settings.Quick), SacTrainCase.Create(sacPeer, settings.Quick)])
        {
            if (settings.Includes(comparison.Name))
                yield return Interleaved.Measure(Name, comparison, settings.Rounds);
        }
    }
}
