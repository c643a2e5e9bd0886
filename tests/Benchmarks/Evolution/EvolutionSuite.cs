using Benchmarks.Harness;

namespace Benchmarks.Evolution;

/// <summary>CMA-ES's own work against Python's.</summary>
public sealed class EvolutionSuite : IBenchmarkSuite
{
    /// <inheritdoc />
    public string Name => "evolution";

    /// <inheritdoc />
    public string Description => "a generation of CMA-ES (ask and tell) against pycma where PEER_PYCMA names a checkout, else its formulas in NumPy; cost by dimension";

    /// <inheritdoc />
    public IEnumerable<Figure> Run(BenchmarkSettings settings)
    {
        using var peer = new PeerProcess("evolution_peer.py");
        try
        {
            Console.Error.WriteLine($"The peer runs on {peer.Request("hello").ToJsonString()}");
        }
        catch (PeerMissingException missing)
        {
            Console.Error.WriteLine($"There is no peer: {missing.Message}");
        }

        foreach (BenchmarkCase comparison in EvolutionCases.Create(peer, settings.Quick).Where(comparison => settings.Includes(comparison.Name)))
            yield return Interleaved.Measure(Name, comparison, settings.Rounds);
    }
}
