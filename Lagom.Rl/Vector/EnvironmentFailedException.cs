using System.Collections.Immutable;

namespace Lagom.Rl;

/// <summary>
/// Environments of a vector threw. The others made their step or reset, and their results are the vector's last ones; those that
/// threw begin a new episode in the next step, or have to be reset where autoreset is disabled.
/// </summary>
public sealed class EnvironmentFailedException : Exception
{
    internal EnvironmentFailedException(ImmutableArray<int> indices, Exception first)
        : base(Message(indices, first), first) => Indices = indices;

    /// <summary>Which environment threw; the first, where several did. Its exception is the inner one.</summary>
    public int Index => Indices[0];

    /// <summary>All environments that threw, in order.</summary>
    public ImmutableArray<int> Indices { get; }

    private static new string Message(ImmutableArray<int> indices, Exception first)
    {
        string others = indices.Length > 1 ? $" (and {string.Join(", ", indices.Skip(1))})" : "";
        return $"Environment {indices[0]}{others} of the vector failed: {first.Message}";
    }
}
