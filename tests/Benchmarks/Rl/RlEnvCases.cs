using System.Text.Json.Nodes;
using Benchmarks.Harness;
using Lagom.Rl;

namespace Benchmarks.Rl;

/// <summary>What is measured: microseconds per step of one environment, or milliseconds per million steps of an estimator.</summary>
internal static class RlEnvCases
{
    private const int Copies = 64;
    private const int Steps = 10_000;
    private const int Trajectory = 1_000_000;

    public static IEnumerable<BenchmarkCase> Create(PeerProcess peer, bool quick)
    {
        int peerSteps = quick ? 2_000 : 10_000;
        yield return Compared(peer, "cartpole", "single", peerSteps, Single(new CartPole()));
        yield return Compared(peer, "mountain-car", "single", peerSteps, Single(new MountainCar()));
        yield return Compared(peer, "pendulum", "single", peerSteps, Single(new Pendulum()));
        yield return new BenchmarkCase("acrobot", "us", Single(new Acrobot()));
        var options = new BatchOptions(Copies) { MaxEpisodeSteps = 500 };
        yield return Compared(peer, "cartpole-64", "vector", peerSteps / 4, Batch(new CartPoleBatch(options)));
        yield return new BenchmarkCase("mountain-car-64", "us", Batch(new MountainCarBatch(options)));
        yield return new BenchmarkCase("pendulum-64", "us", Batch(new PendulumBatch(options)));
        yield return new BenchmarkCase("acrobot-64", "us", Batch(new AcrobotBatch(options)));
        (double[] rewards, double[] values, double[] targets, double[] advantages) =
            (new double[Trajectory], new double[Trajectory], new double[Trajectory], new double[Trajectory]);
        yield return new BenchmarkCase("gae-1m", "ms", () => Timing.MicrosecondsPer(1, () =>
            GeneralizedAdvantage.Estimate(0.99, 0.95, rewards, values, 0, reachedTerminal: true, advantages)) / 1e3)
        {
            PeerName = "scipy.signal.lfilter",
            Peer = () => peer.Seconds("gae", new JsonObject { ["steps"] = Trajectory }) * 1e3,
        };
        yield return new BenchmarkCase("vtrace-1m", "ms", () => Timing.MicrosecondsPer(1, () =>
            VTrace.Estimate(rewards, values, 0.99, rewards, values, 0, reachedTerminal: true, targets, advantages)) / 1e3)
        {
            PeerName = "a NumPy loop",
            Peer = () => peer.Seconds("vtrace", new JsonObject { ["steps"] = Trajectory }) * 1e3,
        };
    }

    private static BenchmarkCase Compared(PeerProcess peer, string name, string operation, int steps, Func<double> ours) => new(name, "us", ours)
    {
        PeerName = "the same equations in NumPy",
        Peer = () => peer.Seconds(operation, new JsonObject { ["task"] = name, ["steps"] = steps }) * 1e6 / steps / (operation == "vector" ? Copies : 1),
    };

    private static Func<double> Single(DiscreteControl environment) => () =>
    {
        var observation = new float[environment.ObservationSize];
        environment.Reset(observation, seed: 1);
        return Timing.MicrosecondsPer(Steps, () =>
        {
            for (int i = 0; i < Steps; i++)
            {
                if (environment.Step(i & 1, observation).IsOver)
                    environment.Reset(observation);
            }
        });
    };

    private static Func<double> Single(ContinuousControl environment) => () =>
    {
        var observation = new float[environment.ObservationSize];
        environment.Reset(observation, seed: 1);
        return Timing.MicrosecondsPer(Steps, () =>
        {
            for (int i = 0; i < Steps; i++)
            {
                if (environment.Step([0.5f], observation).IsOver)
                    environment.Reset(observation);
            }
        });
    };

    private static Func<double> Batch<TAction>(ClassicControlBatch<TAction> batch)
        where TAction : unmanaged => () =>
    {
        var actions = new TAction[Copies];
        batch.Reset(seed: 1);
        return Timing.MicrosecondsPer(Copies * 1000, () =>
        {
            for (int i = 0; i < 1000; i++)
                batch.Step(actions);
        });
    };
}
