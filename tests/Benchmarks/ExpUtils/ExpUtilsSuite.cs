using Benchmarks.Harness;

namespace Benchmarks.ExpUtils;

/// <summary>Sweeps, collection and results against PyExpUtils.</summary>
public sealed class ExpUtilsSuite : IBenchmarkSuite
{
    /// <inheritdoc />
    public string Name => "exputils";

    /// <inheritdoc />
    public string Description =>
        "permutation lookup, a million indices, collector throughput, and loading and slicing 10 000 runs, against PyExpUtils (PEER_PYEXPUTILS names a checkout) and pandas or sqlite3";

    /// <inheritdoc />
    public IEnumerable<Figure> Run(BenchmarkSettings settings)
    {
        using var peer = new PeerProcess("exputils_peer.py");
        using var runs = new RunDatabase(settings.Quick ? 1_000 : 10_000);
        foreach (BenchmarkCase comparison in ExpUtilsCases.Create(peer, runs, settings.Quick).Where(comparison => settings.Includes(comparison.Name)))
            yield return Interleaved.Measure(Name, comparison, settings.Rounds);
    }
}
