namespace L2L;

/// <summary>Makes optimizees by name. Registered by <c>AddL2L()</c>. Thread-safe.</summary>
public interface IOptimizeeFactory
{
    /// <summary>All optimizees, in the order of their names.</summary>
    IReadOnlyList<OptimizeeEntry> All { get; }

    /// <summary>The weights that make an optimizee's fitness what is to be optimised.</summary>
    /// <param name="name">The optimizee's name; case does not matter.</param>
    /// <exception cref="ArgumentException">There is no such optimizee.</exception>
    FitnessWeights WeightsOf(string name);

    /// <summary>Makes an optimizee.</summary>
    /// <param name="name">Its name; case does not matter.</param>
    /// <param name="settings">Settings by name; the defaults where null.</param>
    /// <exception cref="ArgumentException">There is no such optimizee or setting, with the nearest name in the message, or a value is not valid.</exception>
    IOptimizee Create(string name, IReadOnlyDictionary<string, string>? settings = null);
}
