using System.Text.Json.Nodes;
using Benchmarks.Harness;
using Lagom.Rl;

namespace Benchmarks.Rl;

/// <summary>What is measured: microseconds per step of one environment, bytes allocated per step, or milliseconds per million steps of an estimator.</summary>
internal static class RlEnvCases
{
    private const int Copies = 64;
    private const int Steps = 10_000;
    private const int Trajectory = 1_000_000;

    // A checkout of Gymnasium; the peer reads the variable too.
    private static bool HasGymnasium => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("PEER_GYMNASIUM"));

    public static IEnumerable<BenchmarkCase> Create(PeerProcess peer, bool quick)
    {
        int peerSteps = quick ? 2_000 : 10_000;
        yield return Compared(peer, "cartpole", "single", peerSteps, Single(new CartPole()));
        yield return Compared(peer, "mountain-car", "single", peerSteps, Single(new MountainCar()));
        yield return Compared(peer, "pendulum", "single", peerSteps, Single(new Pendulum()));
        yield return Compared(peer, "acrobot", "single", peerSteps / 4, Single(new Acrobot()));
        var options = new BatchOptions(Copies) { MaxEpisodeSteps = 500 };
        yield return Compared(peer, "cartpole", "vector", peerSteps / 10, Batch(new CartPoleBatch(options)));
        yield return Compared(peer, "mountain-car", "vector", peerSteps / 10, Batch(new MountainCarBatch(options)));
        yield return Compared(peer, "pendulum", "vector", peerSteps / 10, Batch(new PendulumBatch(options)));
        yield return Compared(peer, "acrobot", "vector", peerSteps / 20, Batch(new AcrobotBatch(options)));
        yield return new BenchmarkCase("allocated-cartpole", "B/step", Allocated(new CartPole()));
        yield return new BenchmarkCase("allocated-pendulum", "B/step", Allocated(new Pendulum()));
        yield return new BenchmarkCase("allocated-cartpole-64", "B/step", Allocated(new CartPoleBatch(options)));
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

    private static BenchmarkCase Compared(PeerProcess peer, string task, string operation, int steps, Func<double> ours) =>
        new(operation == "vector" ? $"{task}-{Copies}" : task, "us", ours)
        {
            PeerName = HasGymnasium ? "Gymnasium" : "the same equations in NumPy",
            Peer = () => peer.Seconds(operation, new JsonObject { ["task"] = task, ["steps"] = steps }) * 1e6 / steps / (operation == "vector" ? Copies : 1),
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

    private static Func<double> Allocated(DiscreteControl environment) => () =>
    {
        var observation = new float[environment.ObservationSize];
        environment.Reset(observation, seed: 1);
        return BytesPerStep(Steps, i =>
        {
            if (environment.Step(i & 1, observation).IsOver)
                environment.Reset(observation);
        });
    };

    private static Func<double> Allocated(ContinuousControl environment) => () =>
    {
        var observation = new float[environment.ObservationSize];
        environment.Reset(observation, seed: 1);
        return BytesPerStep(Steps, _ => environment.Step([0.5f], observation));
    };

    private static Func<double> Allocated<TAction>(ClassicControlBatch<TAction> batch)
        where TAction : unmanaged => () =>
    {
        var actions = new TAction[Copies];
        batch.Reset(seed: 1);
        return BytesPerStep(1000, _ => batch.Step(actions)) / Copies;
    };

    // The fewest of some rounds: a collection by another thread makes the runtime count what was left of this thread's buffer.
    private static double BytesPerStep(int steps, Action<int> step)
    {
        long fewest = long.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < steps; i++)
                step(i);
            fewest = Math.Min(fewest, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return (double)fewest / steps;
    }
}
