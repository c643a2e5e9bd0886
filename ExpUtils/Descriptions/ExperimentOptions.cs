namespace ExpUtils;

/// <summary>How an experiment file is read.</summary>
public sealed record ExperimentOptions
{
    /// <summary>The project's settings; null to look for <c>config.json</c> from the experiment's folder upwards, once one is needed.</summary>
    public ExpConfig? Config { get; init; }

    /// <summary>The top-level objects that are swept over. Default: <c>metaParameters</c>.</summary>
    public IReadOnlyList<string> SweepKeys { get; init; } = ["metaParameters"];

    /// <summary>How combinations are numbered. Default: the documented order, last path fastest.</summary>
    public PermutationOrder Order { get; init; } = PermutationOrder.LastPathFastest;

    /// <summary>The pattern of result folders; null for that of <see cref="Config"/>.</summary>
    public string? SavePath { get; init; }

    /// <summary>How values become parts of save paths. Default: fit for every file system.</summary>
    public SavePathFormat SavePathFormat { get; init; } = SavePathFormat.Portable;

    /// <summary>Further placeholders of save paths, each with what gives its text for an index. They come before the document's fields.</summary>
    public IReadOnlyDictionary<string, Func<Permutation, string>> Placeholders { get; init; } = new Dictionary<string, Func<Permutation, string>>(StringComparer.Ordinal);

    /// <summary>The largest file that is read, in bytes. Default: 64 MiB.</summary>
    public long MaxFileBytes { get; init; } = 64L << 20;

    internal void Check()
    {
        if (SweepKeys.Count == 0 || SweepKeys.Any(string.IsNullOrEmpty) || SweepKeys.Distinct(StringComparer.Ordinal).Count() != SweepKeys.Count)
            throw new ArgumentException($"SweepKeys is [{string.Join(", ", SweepKeys)}]; it must be one or more different names.", nameof(SweepKeys));
        if (!Enum.IsDefined(Order))
            throw new ArgumentException($"Order is {Order}; it must be LastPathFastest or FirstPathFastest.", nameof(Order));
        if (!Enum.IsDefined(SavePathFormat))
            throw new ArgumentException($"SavePathFormat is {SavePathFormat}; it must be Portable or Verbatim.", nameof(SavePathFormat));
        if (MaxFileBytes < 1)
            throw new ArgumentException($"MaxFileBytes is {MaxFileBytes}; it must be at least 1.", nameof(MaxFileBytes));
    }
}
