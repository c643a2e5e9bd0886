namespace Benchmarks.Harness;

/// <summary>What ours is compared with is not installed, or does not run.</summary>
public sealed class PeerMissingException(string message) : Exception(message);
