namespace Benchmarks.Harness;

/// <summary>One comparison: how to measure a round of either side.</summary>
/// <param name="Name">What is measured, unique within the suite.</param>
/// <param name="Unit">The unit of what the delegates return; smaller is better.</param>
/// <param name="Ours">Measures one round of ours.</param>
public sealed record BenchmarkCase(string Name, string Unit, Func<double> Ours)
{
    /// <summary>What ours is compared with; null where the case compares nothing.</summary>
    public string? PeerName { get; init; }

    /// <summary>Measures one round of the peer; may throw <see cref="PeerMissingException"/>.</summary>
    public Func<double>? Peer { get; init; }
}
