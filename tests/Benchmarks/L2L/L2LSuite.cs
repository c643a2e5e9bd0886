using System.Text.Json.Nodes;
using Benchmarks.Harness;
using L2L;

namespace Benchmarks.L2L;

/// <summary>What the outer loop costs, everything recorded, against Python's.</summary>
public sealed class L2LSuite : IBenchmarkSuite
{
    private const int Population = 1000;
    private const int Dimension = 10;

    /// <inheritdoc />
    public string Name => "l2l";

    /// <inheritdoc />
    public string Description => "microseconds per individual of an outer loop whose simulate does nothing, recorded, against the original's loop in Python";

    /// <inheritdoc />
    public IEnumerable<Figure> Run(BenchmarkSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        using var peer = new PeerProcess("l2l_peer.py");
        int generations = settings.Quick ? 5 : 20;
        BenchmarkCase[] cases =
        [
            new("overhead", "us", () => Ours(generations, records: true))
            {
                PeerName = "the original's loop as described",
                Peer = () => Theirs(peer, 1, isCollecting: true),
            },
            new("overhead-no-collection", "us", () => Ours(generations, records: true))
            {
                PeerName = "the original's loop without the garbage collection that it forces after each individual",
                Peer = () => Theirs(peer, generations, isCollecting: false),
            },
            new("unrecorded", "us", () => Ours(generations, records: false)),
        ];
        foreach (BenchmarkCase comparison in cases.Where(comparison => settings.Includes(comparison.Name)))
            yield return Interleaved.Measure(Name, comparison, comparison.Name == "overhead" ? Math.Min(2, settings.Rounds) : settings.Rounds);
    }

    private static double Theirs(PeerProcess peer, int generations, bool isCollecting) =>
        peer.Seconds("generations", new JsonObject
        {
            ["population"] = Population,
            ["dimension"] = Dimension,
            ["generations"] = generations,
            ["collect"] = isCollecting,
        }) * 1e6 / (generations * Population);

    // From before the first population until the last row is in the file.
    private static double Ours(int generations, bool records)
    {
        string folder = Directory.CreateTempSubdirectory("benchmarks-").FullName;
        try
        {
            IOptimizee optimizee = Optimizee.From(new ParameterSpace(new VectorParameter("coords", Dimension, -5, 5)), static (_, _, _) => 0.0);
            long begin = System.Diagnostics.Stopwatch.GetTimestamp();
            var optimizer = new CrossEntropy(
                SearchProblem.Of(optimizee, FitnessWeights.Minimize),
                new CrossEntropyOptions { Generations = generations, PopulationSize = Population, EliteFraction = 0.5, Distribution = new GaussianDistribution() });
            if (records)
                RecordedExperiment.RunAsync(folder, optimizee, optimizer).GetAwaiter().GetResult();
            else
                new Experiment(optimizee, optimizer).RunAsync().GetAwaiter().GetResult();
            return System.Diagnostics.Stopwatch.GetElapsedTime(begin).TotalMicroseconds / (generations * Population);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
