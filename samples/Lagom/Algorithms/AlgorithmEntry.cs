using System.Text.Json.Nodes;
using Lagom.Rl;

namespace LagomHost.Algorithms;

/// <summary>An algorithm that can be named on the command line; its options travel as JSON.</summary>
internal abstract class AlgorithmEntry(string name, string summary)
{
    public string Name { get; } = name;

    public string Summary { get; } = summary;

    /// <summary>The names of its options, as its record has them.</summary>
    public abstract IReadOnlyList<string> OptionNames { get; }

    /// <summary>How many steps it takes to learn an environment, as far as that is known.</summary>
    public abstract long DefaultSteps(string environmentId);

    /// <summary>Makes it, with the options for the environment, where they are not set otherwise.</summary>
    /// <exception cref="ArgumentException">An option cannot have such a value, or the algorithm cannot act in the environment.</exception>
    public abstract IAlgorithm Create(EnvironmentRegistry registry, string environmentId, long seed, long steps, JsonObject settings);
}
