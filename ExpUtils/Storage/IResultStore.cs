namespace ExpUtils;

/// <summary>Keeps the runs of one experiment with their measurements. A run is known by its parameters' values and its number, never by an index.</summary>
/// <remarks>Safe to use from many threads.</remarks>
public interface IResultStore : IDisposable
{
    /// <summary>Begins a run. An earlier attempt that is still being written can write no more.</summary>
    /// <param name="parameters">The configuration.</param>
    /// <param name="run">The number of the run. Range: at least 0.</param>
    /// <param name="start">What becomes of an earlier attempt's measurements.</param>
    /// <exception cref="InvalidOperationException">The run is complete, and <paramref name="start"/> is not <see cref="RunStart.Replace"/>.</exception>
    /// <exception cref="ResultStoreException">The store failed.</exception>
    IRunWriter Begin(ParameterSet parameters, long run, RunStart start = RunStart.Fresh);

    /// <summary>All runs, in the order in which their configurations were first seen, then by number.</summary>
    /// <exception cref="ResultStoreException">The store failed.</exception>
    IReadOnlyList<StoredRun> Runs();

    /// <summary>The names of all metrics, in ordinal order.</summary>
    /// <exception cref="ResultStoreException">The store failed.</exception>
    IReadOnlyList<string> Metrics();

    /// <summary>Reads a metric, run by run in the order of <see cref="Runs"/>. Runs that have nothing of it are left out.</summary>
    /// <param name="metric">The metric's name.</param>
    /// <param name="wanted">Which runs; null for all that are completed.</param>
    /// <exception cref="ResultStoreException">The store failed.</exception>
    IEnumerable<RunSeries> Read(string metric, Func<StoredRun, bool>? wanted = null);
}
