namespace L2L;

/// <summary>Makes optimizers by name. Registered by <c>AddL2L()</c>. Thread-safe.</summary>
public interface IOptimizerFactory
{
    /// <summary>All optimizers, in the order of their names.</summary>
    IReadOnlyList<OptimizerEntry> All { get; }

    /// <summary>Makes an optimizer.</summary>
    /// <param name="name">Its name; case does not matter.</param>
    /// <param name="problem">What it searches.</param>
    /// <param name="settings">Option values by name; the defaults where null.</param>
    /// <exception cref="ArgumentException">There is no such optimizer or option, with the nearest name in the message, or a value is not valid.</exception>
    IOptimizer Create(string name, SearchProblem problem, IReadOnlyDictionary<string, string>? settings = null);
}
