using System.Diagnostics;
using System.Text.Json.Nodes;
using Benchmarks.Harness;
using Layg;

namespace Benchmarks.Layg;

/// <summary>Emulated calls (value and error bar), trainings, batches and allocations of a learner.</summary>
internal static class LearnerCases
{
    private static readonly string OriginalName =
        Environment.GetEnvironmentVariable("PEER_LAYG") is { Length: > 0 } ? "layg 0.0.1" : "layg's algorithm, step by step, in numpy/scipy";

    private const string VectorisedName = "layg's algorithm, vectorised, in numpy/scipy";

    public static IEnumerable<BenchmarkCase> Create(bool quick, PeerProcess peer, ScratchFolder scratch) =>
        Calls(quick, peer, scratch).Concat(Trainings(quick, peer, scratch)).Concat(Batches());

    private static IEnumerable<BenchmarkCase> Calls(bool quick, PeerProcess peer, ScratchFolder scratch)
    {
        foreach (int dimension in quick ? (int[])[2, 5] : [2, 3, 5, 8])
        {
            int[] counts = quick ? [1_000, 10_000] : [1_000, 10_000, 100_000];
            foreach (int count in counts)
                yield return Call(count, dimension, vectorised: false, quick, peer, scratch);
            // Against the best that NumPy can do, not only against the original.
            yield return Call(counts[^1], dimension, vectorised: true, quick, peer, scratch);
        }
    }

    private static BenchmarkCase Call(int count, int dimension, bool vectorised, bool quick, PeerProcess peer, ScratchFolder scratch)
    {
        var trained = new TrainedLearner(count, dimension, queryCount: dimension < 8 ? 1000 : 200);
        // The original takes 1 ms a call in two dimensions, and seconds in eight.
        int peerCalls = vectorised ? 200 : dimension switch { 2 => 100, 3 => 50, 5 => 10, _ => 2 } * (quick || dimension == 8 ? 1 : 2);
        var fit = new Lazy<JsonObject>(() =>
        {
            Load(trained, peer, scratch);
            return peer.Request("fit", new JsonObject { ["vectorised"] = vectorised });
        });
        return new BenchmarkCase($"learner call N={Sizes.Name(count)} dim {dimension}{(vectorised ? ", peer vectorised" : "")}", "us/call", () => MicrosecondsPerCall(trained))
        {
            PeerName = vectorised ? VectorisedName : OriginalName,
            Peer = () =>
            {
                _ = fit.Value;
                JsonObject answer = peer.Request("call", new JsonObject { ["calls"] = peerCalls });
                return answer["seconds"]!.GetValue<double>() * 1e6 / answer["calls"]!.GetValue<int>();
            },
        };
    }

    private static IEnumerable<BenchmarkCase> Trainings(bool quick, PeerProcess peer, ScratchFolder scratch)
    {
        foreach (int count in quick ? (int[])[10_000] : [10_000, 100_000])
        {
            foreach (int dimension in (int[])[2, 5])
            {
                var trained = new TrainedLearner(count, dimension, queryCount: 1);
                int predictions = dimension == 2 ? 500 : 50;
                var load = new Lazy<bool>(() => Load(trained, peer, scratch));
                yield return new BenchmarkCase($"training N={Sizes.Name(count)} dim {dimension} (peer extrapolated from {predictions} points)", "s", () => SecondsOfTraining(trained))
                {
                    PeerName = OriginalName,
                    Peer = () => load.Value ? peer.Seconds("train", new JsonObject { ["predictions"] = predictions }) : double.NaN,
                };
            }
        }
    }

    private static IEnumerable<BenchmarkCase> Batches()
    {
        const int count = 10_000;
        const int dimension = 3;
        var single = new TrainedLearner(count, dimension, queryCount: 1000);
        var two = new TrainedLearner(count, dimension, queryCount: 1000, threads: 2);
        string size = $"N={Sizes.Name(count)} dim {dimension}";
        yield return new BenchmarkCase($"learner batch {size}, 1 thread", "us/call", () => MicrosecondsPerBatchCall(single))
        {
            PeerName = "ours, call by call",
            Peer = () => MicrosecondsPerCall(single),
        };
        yield return new BenchmarkCase($"learner batch {size}, 2 threads", "us/call", () => MicrosecondsPerBatchCall(two))
        {
            PeerName = "ours, 1 thread",
            Peer = () => MicrosecondsPerBatchCall(single),
        };
        yield return new BenchmarkCase($"learner call {size}, allocated", "B/call", () => BytesPerCall(single));
    }

    private static bool Load(TrainedLearner trained, PeerProcess peer, ScratchFolder scratch)
    {
        peer.Request("load_training", new JsonObject
        {
            ["inputs"] = scratch.Write("inputs", trained.Points.Value.Inputs),
            ["outputs"] = scratch.Write("outputs", trained.Points.Value.Outputs),
            ["queries"] = scratch.Write("queries", trained.Queries),
            ["dimension"] = trained.Dimension,
        });
        return true;
    }

    private static double MicrosecondsPerCall(TrainedLearner trained)
    {
        double[] queries = trained.Queries;
        Learner learner = trained.Learner;
        return Timing.MicrosecondsPer(queries.Length / trained.Dimension, () => CallAll(learner, queries));
    }

    private static double BytesPerCall(TrainedLearner trained)
    {
        double[] queries = trained.Queries;
        long before = GC.GetAllocatedBytesForCurrentThread();
        CallAll(trained.Learner, queries);
        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / (queries.Length / trained.Dimension);
    }

    private static void CallAll(Learner learner, ReadOnlySpan<double> queries)
    {
        Span<double> value = stackalloc double[1];
        for (; !queries.IsEmpty; queries = queries[learner.InputDimension..])
        {
            EvaluationSource source = learner.Evaluate(queries[..learner.InputDimension], value, out _);
            if (source != EvaluationSource.Emulated)
                throw new InvalidOperationException($"A call that shall be emulated was answered from {source}.");
        }
    }

    private static double MicrosecondsPerBatchCall(TrainedLearner trained)
    {
        double[] queries = trained.Queries;
        Learner learner = trained.Learner;
        var values = new double[queries.Length / trained.Dimension];
        var errors = new double[values.Length];
        return Timing.MicrosecondsPer(values.Length, () => learner.EvaluateBatch(queries, values, errors));
    }

    private static double SecondsOfTraining(TrainedLearner trained)
    {
        using Learner learner = TrainedLearner.NewLearner(trained.Points.Value, threads: 1);
        long start = Stopwatch.GetTimestamp();
        learner.Train();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
