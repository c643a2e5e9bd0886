using Benchmarks.Harness;

namespace Sdk.Tests.Benchmarking;

/// <summary>One case of each kind: with a peer, with a missing one, without any.</summary>
internal sealed class FakeSuite : IBenchmarkSuite
{
    public string Name => "fake";

    public string Description => "figures that are made up";

    public IEnumerable<Figure> Run(BenchmarkSettings settings)
    {
        var turns = new Queue<double>([1, 2, 3, 4, 5]);
        BenchmarkCase[] cases =
        [
            new("compared N=1e5", "us/call", () => 2) { PeerName = "other", Peer = turns.Dequeue },
            new("alone", "ms", () => 0.123456) { PeerName = "absent", Peer = () => throw new PeerMissingException("absent is not installed") },
            new("bytes", "B/call", () => 0),
        ];
        return cases.Where(comparison => settings.Includes(comparison.Name)).Select(comparison => Interleaved.Measure(Name, comparison, settings.Rounds));
    }
}
