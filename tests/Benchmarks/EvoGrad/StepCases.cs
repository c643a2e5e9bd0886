using System.Diagnostics;
using System.Text.Json.Nodes;
using Benchmarks.Harness;
using EvoGrad;
using TorchSharp;
using TorchSharp.Modules;

namespace Benchmarks.EvoGrad;

/// <summary>
/// One step at several population sizes and dimensions, single precision: sample, fitness −‖x − 3‖², standardisation, expectation, its gradient, and
/// an update of the mean.
/// </summary>
internal static class StepCases
{
    private const int Largest = 10_000;
    private static readonly (int Population, int Dimension)[] Sizes =
        [(100, 1), (500, 1), (Largest, 1), (100, 100), (500, 100), (Largest, 100), (100, Largest), (500, Largest), (Largest, Largest)];

    /// <summary>Steps long enough for all that they call to be compiled: what is measured first shall not pay for it.</summary>
    public static void WarmUp()
    {
        using EvolutionGradient trainer = Trainer(100, 1);
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(2))
            trainer.Step();
    }

    public static IEnumerable<BenchmarkCase> Create(PeerProcess peer, bool quick)
    {
        if (!quick)
            yield return Memory(peer);
        foreach ((int population, int dimension) in Sizes.Where(size => !quick || (long)size.Population * size.Dimension <= 1_000_000))
        {
            yield return Case($"step-{population}x{dimension}", peer, "batched", "batched torch", population, dimension);
        }

        yield return Case($"any-order-500x100", peer, "batched", "batched torch", 500, 100, Recorded(500, 100));
        if (quick)
            yield break;
        foreach (int dimension in (int[])[1, 100])
            yield return Case($"loop-{Largest}x{dimension}", peer, "loop", "torch, individual by individual", Largest, dimension);
    }

    // The first step counts: what it needs stays with the process.
    private static BenchmarkCase Memory(PeerProcess peer)
    {
        double? peak = null;
        return new BenchmarkCase($"memory-{Largest}x{Largest}", "MB", () => peak ??= ProcessMemory.PeakIncrease(() =>
        {
            using EvolutionGradient trainer = Trainer(Largest, Largest);
            trainer.Step();
        }))
        {
            PeerName = "batched torch",
            Peer = () => peer.Request("memory", new JsonObject { ["population"] = Largest, ["dimension"] = Largest })["megabytes"]!.GetValue<double>(),
        };
    }

    private static BenchmarkCase Case(string name, PeerProcess peer, string operation, string peerName, int population, int dimension, Action? step = null)
    {
        long numbers = (long)population * dimension;
        int runs = numbers >= 50_000_000 ? 1 : (int)Math.Clamp(20_000_000 / numbers, 3, 2000);
        int peerRuns = operation == "loop" ? 1 : Math.Max(1, runs / 4);
        EvolutionGradient? trainer = null;
        return new BenchmarkCase(name, "ms", () =>
        {
            trainer ??= step is null ? Trainer(population, dimension) : null;
            Action action = step ?? (() => trainer!.Step());
            return Timing.MicrosecondsPer(runs, () =>
            {
                for (int i = 0; i < runs; i++)
                    action();
            }) / 1000;
        })
        {
            PeerName = peerName,
            Peer = () => peer.Seconds(operation, new JsonObject { ["population"] = population, ["dimension"] = dimension, ["runs"] = peerRuns }) * 1e3 / peerRuns,
        };
    }

    private static EvolutionGradient Trainer(int population, int dimension)
    {
        var mean = new Parameter(torch.zeros(dimension));
        return new EvolutionGradient(Population.Normal(mean, 0.1), Fitness.Batched(Fit), new EvolutionGradientOptions
        {
            PopulationSize = population,
            Threads = 1,
            KeepHistory = false,
            Baseline = GradientBaseline.None,
            Optimizer = parameters => torch.optim.SGD(parameters, 0.01),
        });
    }

    // The same step written out, with the graph that derivatives of any order need.
    private static Action Recorded(int count, int dimension)
    {
        var mean = new Parameter(torch.zeros(dimension));
        NormalPopulation population = Population.Normal(mean, 0.1);
        torch.optim.Optimizer optimizer = torch.optim.SGD([mean], 0.01, maximize: true);
        long seed = 0;
        return () =>
        {
            using DisposeScope scope = torch.NewDisposeScope();
            using Sample x = population.Sample(count, seed++);
            torch.Tensor fitness = Fit(x.Individuals);
            optimizer.zero_grad();
            Expectation.Of((fitness - fitness.mean()) / fitness.std(), x, population).backward();
            optimizer.step();
        };
    }

    private static torch.Tensor Fit(torch.Tensor x) => -(x - 3).square().sum(1);
}
