using System.Diagnostics;
using System.Text.Json.Nodes;
using Benchmarks.Harness;
using global::ExpUtils;

namespace Benchmarks.ExpUtils;

/// <summary>What is measured: microseconds per index or per sample, milliseconds for the results.</summary>
internal static class ExpUtilsCases
{
    private const int Lookups = 10_000;
    private const int Frames = 100_000;
    private const int MetricsPerFrame = 3;

    public static IEnumerable<BenchmarkCase> Create(PeerProcess peer, RunDatabase runs, bool quick)
    {
        string library = Environment.GetEnvironmentVariable("PEER_PYEXPUTILS") is { Length: > 0 } ? "PyExpUtils" : "plain Python";
        string values = string.Join(", ", Enumerable.Range(0, 100).Select(i => FormattableString.Invariant($"{i * 0.01:0.00}")));
        string json = $$"""{"agent": "q", "environment": "MountainCar", "metaParameters": {"alpha": [{{values}}], "epsilon": [{{values}}], "lambda": [{{values}}], "steps": 1000, "kind": "tile"} }""";
        ExperimentDescription experiment = ExperimentDescription.Parse(json, options: new ExperimentOptions { Order = PermutationOrder.FirstPathFastest });
        int peerCount = quick ? 1_000 : 10_000;

        JsonObject Request(int count) => new() { ["document"] = JsonNode.Parse(json), ["count"] = count };

        yield return new BenchmarkCase("permutation-lookup", "us", () => Timing.MicrosecondsPer(Lookups, () => Lookup(experiment)))
        {
            PeerName = library,
            Peer = () => peer.Seconds("lookup", Request(peerCount)) * 1e6 / peerCount,
        };
        yield return new BenchmarkCase("enumerate-1m", "ms", () => Milliseconds(() => Enumerate(experiment)))
        {
            PeerName = library,
            Peer = () => peer.Seconds("enumerate", Request(peerCount)) * 1e3 * experiment.NumPermutations / peerCount,
        };
        yield return new BenchmarkCase("collector", "us", () => Timing.MicrosecondsPer(Frames * MetricsPerFrame, Collect))
        {
            PeerName = library,
            Peer = () => peer.Seconds("collect", new JsonObject { ["count"] = peerCount * 5 }) * 1e6 / (peerCount * 5 * MetricsPerFrame),
        };
        yield return new BenchmarkCase("load-and-slice", "ms", () => Milliseconds(() => Load(runs)))
        {
            PeerName = "pandas or sqlite3 with NumPy",
            Peer = () => LoadPeer(peer, runs),
        };
    }

    private static void Lookup(ExperimentDescription experiment)
    {
        double sum = 0;
        for (int i = 0; i < Lookups; i++)
            sum += experiment.GetParameters(i * 7919L)["alpha"].AsDouble();
        GC.KeepAlive(sum);
    }

    private static void Enumerate(ExperimentDescription experiment)
    {
        double sum = 0;
        foreach (ParameterSet parameters in experiment.Sweep)
            sum += parameters["alpha"].AsDouble();
        GC.KeepAlive(sum);
    }

    private static void Collect()
    {
        var collector = new Collector(new Dictionary<string, ISampler> { ["a"] = Sampler.Window(100), ["s"] = Sampler.Subsample(100) });
        collector.SetIndex(0);
        for (int frame = 0; frame < Frames; frame++)
        {
            collector.NextFrame();
            collector.Collect("a", frame);
            collector.Collect("s", frame);
            collector.Collect("b", frame);
        }
    }

    private static double[] Load(RunDatabase runs)
    {
        IEnumerable<Result> results = PyExpUtilsDatabase.Read(runs.Path, runs.Experiment, "return").ToResults(runs.Experiment);
        return [.. results.SplitOverParameter("alpha").OrderBy(group => group.Value).Select(group => group.Results.GetBest(Preference.Smaller).Score)];
    }

    // Both sides must come to the same scores.
    private static double LoadPeer(PeerProcess peer, RunDatabase runs)
    {
        JsonObject answer = peer.Request("load", new JsonObject { ["path"] = runs.Path });
        double[] theirs = [.. answer["best"]!.AsArray().Select(score => score!.GetValue<double>())];
        double[] ours = Load(runs);
        if (ours.Length != theirs.Length || ours.Zip(theirs).Any(pair => Math.Abs(pair.First - pair.Second) > 1e-9))
            throw new InvalidOperationException($"The scores differ: {string.Join(", ", ours)} and {string.Join(", ", theirs)}.");
        return answer["seconds"]!.GetValue<double>() * 1e3;
    }

    private static double Milliseconds(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
