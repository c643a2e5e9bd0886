namespace ExpUtils;

/// <summary>Opens the stores of experiments, by the names that they were registered under.</summary>
public interface IResultStores
{
    /// <summary>The names.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Opens a store. Who opened it disposes it.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="name">The store's name; null for that of the options. Case does not matter.</param>
    /// <exception cref="ArgumentException">There is no such store.</exception>
    /// <exception cref="ResultStoreException">The store cannot be opened.</exception>
    IResultStore Open(ExperimentDescription experiment, string? name = null);
}
