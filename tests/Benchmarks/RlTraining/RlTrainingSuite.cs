using Benchmarks.Harness;

namespace Benchmarks.RlTraining;

/// <summary>Whole training runs against the same algorithms in Python's torch, one thread.</summary>
public sealed class RlTrainingSuite : IBenchmarkSuite
{
    /// <inheritdoc />
    public string Name => "rl-train";

    /// <inheritdoc />
    public string Description => "whole training runs, per environment step, one thread: PPO on CartPole-v1 against CleanRL's steps in torch (PEER_GYMNASIUM for its environments)";

    /// <inheritdoc />
    public IEnumerable<Figure> Run(BenchmarkSettings settings)
    {
        using var ppo = new PeerProcess("rl_train_ppo_peer.py");
        foreach (BenchmarkCase comparison in PpoCases.Create(ppo, settings.Quick).Where(comparison => settings.Includes(comparison.Name)))
            yield return Interleaved.Measure(Name, comparison, settings.Rounds);
    }
}
