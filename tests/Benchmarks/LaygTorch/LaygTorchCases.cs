using System.Diagnostics;
using System.Text.Json.Nodes;
using Benchmarks.Harness;
using Layg;
using Layg.Emulators.Torch;

namespace Benchmarks.LaygTorch;

/// <summary>One network of tanh layers on a smooth function of three variables, trained for a fixed number of passes.</summary>
internal static class LaygTorchCases
{
    private const int Dimension = 3;
    private const int Points = 2000;
    private const int HeldOut = 500;
    private const int Queries = 10_000;
    private const int Calls = 1000;
    private const int BatchSize = 106;
    private const string TorchName = "torch script";
    private const string SklearnName = "scikit-learn MLPRegressor";

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    public static IEnumerable<BenchmarkCase> Create(bool quick, PeerProcess peer, ScratchFolder scratch) =>
        (((int[] Hidden, int Members)[])[([20], 1), ([64], 1), ([64, 64], 1), ([64], 4)])
            .SelectMany(network => Create(network.Hidden, network.Members, quick ? 20 : 60, peer, scratch));

    private static IEnumerable<BenchmarkCase> Create(int[] hidden, int members, int epochs, PeerProcess peer, ScratchFolder scratch)
    {
        // The last layer is solved after the passes; the script has nothing like it, and its time counts as ours.
        var emulator = new TorchEmulator(new TorchOptions
        {
            HiddenLayers = hidden,
            Uncertainty = members == 1 ? Uncertainty.LastLayer : Uncertainty.Ensemble,
            MaxEpochs = epochs,
            Patience = 1000,
            BatchSize = BatchSize,
            BoxMargin = double.PositiveInfinity,
        });
        double[] inputs = Normal(Points + HeldOut, 1);
        var all = new TrainingSet(inputs, Outputs(inputs), Dimension, 1);
        TrainingSet training = all.Take(Points);
        TrainingSet heldOut = all.Select([.. Enumerable.Range(Points, HeldOut)]);
        double[] queries = Normal(Queries, 2);
        var fitted = new Lazy<FittedTorchEmulator>(() => WarmedUp(Fit(emulator, training, heldOut), queries));
        var load = new Lazy<bool>(() => Load(training, queries, hidden, members, epochs, peer, scratch));
        string name = $"{(members > 1 ? $"{members} x " : "")}[{string.Join(", ", hidden)}]";

        double Ask(string operation, string? kind = null)
        {
            _ = load.Value;
            return peer.Seconds(operation, new JsonObject { ["peer"] = kind, ["calls"] = Calls });
        }

        yield return new BenchmarkCase($"training {name}, {Points} points, {epochs} passes", "s", () => SecondsOfTraining(emulator, training, heldOut))
        {
            PeerName = TorchName,
            Peer = () => Ask("train"),
        };
        if (members == 1)
        {
            yield return new BenchmarkCase($"training {name}, {Points} points, {epochs} passes, scikit-learn", "s", () => SecondsOfTraining(emulator, training, heldOut))
            {
                PeerName = SklearnName,
                Peer = () => Ask("train_sklearn"),
            };
        }

        foreach ((string peerName, string kind) in ((string, string)[])[(TorchName, "torch"), (SklearnName, "sklearn")])
        {
            if (members > 1 && peerName == SklearnName)
                continue;
            yield return new BenchmarkCase($"1 point {name} with its error, {kind} without", "us/call", () => MicrosecondsPerCall(fitted.Value, queries))
            {
                PeerName = peerName,
                Peer = () => Ask("single", kind) * 1e6,
            };
            yield return new BenchmarkCase($"{Queries} points {name}, values, {kind}", "ms", () => MillisecondsOfValues(fitted.Value, queries))
            {
                PeerName = peerName,
                Peer = () => Ask("batch", kind) * 1e3,
            };
        }

        yield return new BenchmarkCase($"{Queries} points {name} with errors", "ms", () => MillisecondsOfBatch(fitted.Value, queries))
        {
            PeerName = TorchName + " and SciPy's k-d tree for the distance",
            Peer = () => Ask("batch_bars") * 1e3,
        };
    }

    private static double[] Normal(int count, long seed)
    {
        var points = new double[count * Dimension];
        new RandomStream(seed).FillNormal(points);
        return points;
    }

    private static double[] Outputs(double[] inputs)
    {
        var outputs = new double[inputs.Length / Dimension];
        for (int i = 0; i < outputs.Length; i++)
        {
            ReadOnlySpan<double> x = inputs.AsSpan(i * Dimension, Dimension);
            outputs[i] = Math.Sin(2 * x[0]) + (0.5 * x[1] * x[1]) + Math.Exp(0.3 * x[2]);
        }

        return outputs;
    }

    private static FittedTorchEmulator Fit(TorchEmulator emulator, TrainingSet training, TrainingSet heldOut) =>
        (FittedTorchEmulator)emulator.Fit(training, heldOut, new FitContext(new RandomStream(0)));

    /// <summary>Predicts until the code is compiled for good.</summary>
    private static FittedTorchEmulator WarmedUp(FittedTorchEmulator fitted, double[] queries)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < WarmUp)
        {
            MillisecondsOfValues(fitted, queries);
            MillisecondsOfBatch(fitted, queries);
        }

        return fitted;
    }

    private static bool Load(TrainingSet training, double[] queries, int[] hidden, int members, int epochs, PeerProcess peer, ScratchFolder scratch)
    {
        peer.Request("load", new JsonObject
        {
            ["inputs"] = scratch.Write("inputs", training.Inputs),
            ["outputs"] = scratch.Write("outputs", training.Outputs),
            ["queries"] = scratch.Write("queries", queries),
            ["dimension"] = Dimension,
            ["hidden"] = new JsonArray([.. hidden.Select(units => JsonValue.Create(units))]),
            ["members"] = members,
            ["epochs"] = epochs,
            ["batch"] = BatchSize,
        });
        return true;
    }

    private static double SecondsOfTraining(TorchEmulator emulator, TrainingSet training, TrainingSet heldOut)
    {
        long start = Stopwatch.GetTimestamp();
        Fit(emulator, training, heldOut);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double MicrosecondsPerCall(FittedTorchEmulator fitted, double[] queries) => Timing.MicrosecondsPer(Calls, () =>
    {
        Span<double> value = stackalloc double[1];
        for (int i = 0; i < Calls; i++)
            fitted.Predict(queries.AsSpan(i * Dimension, Dimension), value);
    });

    private static double MillisecondsOfValues(FittedTorchEmulator fitted, double[] queries)
    {
        var values = new double[Queries];
        return Timing.MicrosecondsPer(1, () => fitted.PredictValues(queries, values)) / 1e3;
    }

    private static double MillisecondsOfBatch(FittedTorchEmulator fitted, double[] queries)
    {
        var values = new double[Queries];
        var errors = new double[Queries];
        return Timing.MicrosecondsPer(1, () => fitted.PredictBatch(queries, values, errors)) / 1e3;
    }
}
