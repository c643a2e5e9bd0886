namespace L2L;

/// <summary>An optimizee that can be made by name.</summary>
/// <param name="Name">The name, such as "rastrigin".</param>
/// <param name="Summary">What it is, in one line.</param>
/// <param name="Weights">The weights that make its fitness what is to be optimised.</param>
/// <param name="Options">The names of the settings that can be given.</param>
/// <param name="Create">Makes one of settings by name.</param>
public sealed record OptimizeeEntry(
    string Name, string Summary, FitnessWeights Weights, IReadOnlyList<string> Options, Func<IReadOnlyDictionary<string, string>, IOptimizee> Create);
