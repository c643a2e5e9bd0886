namespace Lagom.Evolution;

/// <summary>Makes strategies by name. Registered by <c>AddLagom().AddEvolution()</c>. Thread-safe.</summary>
public interface IStrategyFactory
{
    /// <summary>The names of all strategies, sorted.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Makes a strategy.</summary>
    /// <param name="name">Its name; case does not matter.</param>
    /// <param name="x0">Where it starts [dimension].</param>
    /// <param name="sigma0">The first standard deviation. Range: positive.</param>
    /// <param name="options">Options of that strategy, or the common ones; null for its defaults.</param>
    /// <exception cref="ArgumentException">There is no such strategy, with the nearest name in the message, or an argument is out of range.</exception>
    IEvolutionStrategy Create(string name, ReadOnlySpan<double> x0, double sigma0, StrategyOptions? options = null);
}
