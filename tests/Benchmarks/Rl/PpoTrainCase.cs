using System.Diagnostics;
using System.Text.Json.Nodes;
using Benchmarks.Harness;
using Lagom.Rl;
using TorchSharp;

namespace Benchmarks.Rl;

/// <summary>Whole runs of PPO on CartPole-v1 with CleanRL's settings: microseconds per environment step.</summary>
internal static class PpoTrainCase
{
    public static BenchmarkCase Create(PeerProcess peer, bool quick)
    {
        int steps = (quick ? 10 : 40) * 512;
        return new BenchmarkCase("ppo-cartpole", "us", () => Run(steps))
        {
            PeerName = Environment.GetEnvironmentVariable("PEER_GYMNASIUM") is { Length: > 0 }
                ? "CleanRL's ppo.py step by step in torch, on Gymnasium"
                : "CleanRL's ppo.py step by step in torch, on CartPole in NumPy",
            Peer = () => peer.Seconds("ppo", new JsonObject { ["steps"] = steps }) * 1e6 / steps,
        };
    }

    private static double Run(int steps)
    {
        torch.set_num_threads(1);
        var options = new PpoOptions { Seed = 1, TotalSteps = steps };
        long start = Stopwatch.GetTimestamp();
        using var ppo = new Ppo(new EnvironmentRegistry().MakeBatch("CartPole-v1", options.Environments), options);
        while (ppo.StepsDone < steps)
            ppo.Advance();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / steps;
    }
}
