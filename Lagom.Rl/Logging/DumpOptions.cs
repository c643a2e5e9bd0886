namespace Lagom.Rl;

/// <summary>Which part of an <see cref="IterationLog"/> is printed, and how.</summary>
public sealed record DumpOptions
{
    /// <summary>The keys, in order; null for all.</summary>
    public IReadOnlyList<string>? Keys { get; init; }

    /// <summary>Which value of each key is printed, a negative number counting from the end; null for all.</summary>
    public int? Index { get; init; }

    /// <summary>Which values of each key are printed as a list; null for all. Without effect beside <see cref="Index"/>.</summary>
    public IReadOnlyList<int>? Indices { get; init; }

    /// <summary>How many tabs each line begins with. Default: 0. Range: at least 0.</summary>
    public int Indent { get; init; }

    /// <summary>What stands on the first and the last line. Default: nothing.</summary>
    public string Border { get; init; } = "";
}
