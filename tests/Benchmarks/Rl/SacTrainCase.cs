using System.Text.Json.Nodes;
using Benchmarks.Harness;
using Lagom.Rl;
using TorchSharp;

namespace Benchmarks.Rl;

/// <summary>SAC on the pendulum, a whole run on one thread: milliseconds per environment step, each with a gradient step of batch 256.</summary>
internal static class SacTrainCase
{
    private const int LearningStarts = 100;

    public static BenchmarkCase Create(PeerProcess peer, bool quick)
    {
        int steps = quick ? 500 : 1000;
        return new BenchmarkCase("sac-pendulum", "ms", () => Train(steps))
        {
            PeerName = "torch in Python, one file",
            Peer = () => peer.Seconds("sac", new JsonObject { ["steps"] = steps, ["starts"] = LearningStarts }) * 1e3 / steps,
        };
    }

    private static double Train(int steps)
    {
        torch.set_num_threads(1);
        return Timing.MicrosecondsPer(steps, () =>
        {
            IEnvironmentBatch environments = new EnvironmentRegistry().MakeBatch("Pendulum-v1", 1);
            using var sac = new Sac(environments, SacOptions.For("Pendulum-v1") with { LearningStarts = LearningStarts, BatchSize = 256, HiddenSizes = [256, 256] });
            while (sac.StepsDone < steps)
                sac.Advance();
        }) / 1e3;
    }
}
