using System.Diagnostics;
using System.Text.Json.Nodes;
using Benchmarks.Harness;
using Lagom.Evolution;

namespace Benchmarks.Evolution;

/// <summary>What is measured: milliseconds per generation on the sphere, evaluations excluded on both sides.</summary>
internal static class EvolutionCases
{
    private const string Peer = "pycma, or its formulas in NumPy";

    public static IEnumerable<BenchmarkCase> Create(PeerProcess peer, bool quick)
    {
        foreach (int dimension in (int[])[10, 40, 100])
        {
            int standard = CmaEs.DefaultPopulationSize(dimension);
            yield return Compared(peer, $"cma-{dimension}-default", dimension, standard, isDiagonal: false, Math.Min(400, 10_000 / dimension));
            yield return Compared(peer, $"cma-{dimension}-200", dimension, 200, isDiagonal: false, Math.Min(100, 4000 / dimension));
        }

        yield return Compared(peer, "separable-1000-default", 1000, CmaEs.DefaultPopulationSize(1000), isDiagonal: true, 100);
        foreach (int dimension in (int[])[10, 20, 40, 100, 200, 500, 1000, 2000])
        {
            if (quick && dimension > 500)
                yield break;
            int generations = Math.Clamp(20_000 / dimension, 40, 400);
            yield return new BenchmarkCase($"cost-{dimension}", "ms", () => Ours(dimension, CmaEs.DefaultPopulationSize(dimension), isDiagonal: false, generations));
        }
    }

    private static BenchmarkCase Compared(PeerProcess peer, string name, int dimension, int population, bool isDiagonal, int generations) =>
        new(name, "ms", () => Ours(dimension, population, isDiagonal, generations))
        {
            PeerName = Peer,
            Peer = () => peer.Seconds("generations", new JsonObject
            {
                ["dimension"] = dimension,
                ["population"] = population,
                ["diagonal"] = isDiagonal,
                ["generations"] = generations,
            }) * 1e3 / generations,
        };

    private static double Ours(int dimension, int population, bool isDiagonal, int generations)
    {
        double[] start = [.. Enumerable.Repeat(1.0, dimension)];
        var strategy = new CmaEs(start, 1, new CmaEsOptions { PopulationSize = population, DiagonalIterations = isDiagonal ? long.MaxValue : 0 });
        var candidates = new Population(population, dimension);
        var values = new double[population];
        long ticks = 0;
        for (int generation = 0; generation < generations; generation++)
        {
            long begin = Stopwatch.GetTimestamp();
            strategy.Ask(candidates.Data);
            ticks += Stopwatch.GetTimestamp() - begin;
            for (int i = 0; i < population; i++)
                values[i] = System.Numerics.Tensors.TensorPrimitives.SumOfSquares<double>(candidates[i]);
            begin = Stopwatch.GetTimestamp();
            strategy.Tell(values);
            ticks += Stopwatch.GetTimestamp() - begin;
        }

        return ticks * 1e3 / Stopwatch.Frequency / generations;
    }
}
