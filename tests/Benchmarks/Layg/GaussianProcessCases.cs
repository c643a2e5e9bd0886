using System.Diagnostics;
using System.Text.Json.Nodes;
using Benchmarks.Harness;
using Layg;
using Layg.Emulators.CholeskyKnn;

namespace Benchmarks.Layg;

/// <summary>An exact Gaussian process over a thousand points: predictions with errors, and a fit with its search of hyper-parameters.</summary>
internal static class GaussianProcessCases
{
    private const int Points = 1000;
    private const int Dimension = 3;
    private const int Queries = 2000;
    private const int PeerCalls = 50;
    private const string PeerName = "scikit-learn GaussianProcessRegressor";

    public static IEnumerable<BenchmarkCase> Create(PeerProcess peer, ScratchFolder scratch)
    {
        double[] inputs = Normal(Points, 1);
        var known = new TrainingSet(inputs, Outputs(inputs), Dimension, 1);
        double[] queries = Normal(Queries, 2);
        var fitted = new Lazy<IFittedEmulator>(() => Fit(known));
        var load = new Lazy<bool>(() =>
        {
            peer.Request("load_training", new JsonObject
            {
                ["inputs"] = scratch.Write("inputs", known.Inputs),
                ["outputs"] = scratch.Write("outputs", known.Outputs),
                ["queries"] = scratch.Write("queries", queries),
                ["dimension"] = Dimension,
            });
            peer.Request("fit_process", new JsonObject());
            return true;
        });

        double Ask(string operation, int calls)
        {
            _ = load.Value;
            return peer.Seconds(operation, new JsonObject { ["calls"] = calls });
        }

        string size = $"N={Points} dim {Dimension}";
        yield return new BenchmarkCase($"Gaussian process {size}, 1 point with its error", "us/call", () => MicrosecondsPerCall(fitted.Value, queries))
        {
            PeerName = PeerName,
            Peer = () => Ask("call_process", PeerCalls) * 1e6 / PeerCalls,
        };
        yield return new BenchmarkCase($"Gaussian process {size}, {Queries} points with errors", "ms", () => MillisecondsPerBatch(fitted.Value, queries))
        {
            PeerName = PeerName,
            Peer = () => Ask("batch_process", Queries) * 1e3,
        };
        yield return new BenchmarkCase($"Gaussian process {size}, fit with ARD length scales", "s", () => SecondsOfFit(known))
        {
            PeerName = PeerName,
            Peer = () => Ask("fit_process", 0),
        };
    }

    private static double[] Normal(int count, long seed)
    {
        var points = new double[count * Dimension];
        new RandomStream(seed).FillNormal(points);
        return points;
    }

    private static double[] Outputs(double[] inputs) =>
        [.. inputs.Chunk(Dimension).Select(x => Math.Sin(2 * x[0]) + (0.5 * x[1] * x[1]) + Math.Exp(0.3 * x[2]))];

    private static IFittedEmulator Fit(TrainingSet known) => new GaussianProcessEmulator().Fit(known, new FitContext(new RandomStream(0)));

    private static double SecondsOfFit(TrainingSet known)
    {
        long start = Stopwatch.GetTimestamp();
        Fit(known);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double MicrosecondsPerCall(IFittedEmulator fitted, double[] queries) => Timing.MicrosecondsPer(Queries, () =>
    {
        Span<double> y = stackalloc double[1];
        for (int i = 0; i < Queries; i++)
            fitted.Predict(queries.AsSpan(i * Dimension, Dimension), y);
    });

    private static double MillisecondsPerBatch(IFittedEmulator fitted, double[] queries)
    {
        var values = new double[Queries];
        var errors = new double[Queries];
        return Timing.MicrosecondsPer(1, () => fitted.PredictBatch(queries, values, errors)) / 1000;
    }
}
