namespace L2L;

/// <summary>An optimizer that can be made by name.</summary>
/// <param name="Name">The name, such as "cross-entropy".</param>
/// <param name="Summary">What it is, in one line.</param>
/// <param name="Options">The names of the options that can be set.</param>
/// <param name="Create">Makes one of a problem and of option values by name.</param>
public sealed record OptimizerEntry(
    string Name, string Summary, IReadOnlyList<string> Options, Func<SearchProblem, IReadOnlyDictionary<string, string>, IOptimizer> Create);
