namespace ExpUtils;

/// <summary>What an experiment and a store have to do with each other.</summary>
public static class ResultStoreExtensions
{
    /// <summary>The indices of which no completed run is in the store, ascending.</summary>
    /// <param name="store">The store.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="runs">How many runs of each combination are wanted. Range: at least 0.</param>
    /// <exception cref="ResultStoreException">The store failed.</exception>
    public static IEnumerable<long> ListMissing(this IResultStore store, ExperimentDescription experiment, long runs = 1)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(experiment);
        var there = new HashSet<long>();
        foreach (StoredRun run in store.Runs().Where(run => run.Status == StoredRunStatus.Completed && run.Run < runs))
        {
            long permutation = experiment.Sweep.IndexOf(run.Parameters);
            if (permutation >= 0)
                there.Add(experiment.GetIndex(permutation, run.Run));
        }

        bool isUnique = !experiment.Sweep.HasEqualValues;
        return experiment.ListIndices(runs).Where(index => !there.Contains(isUnique ? index : First(experiment, index)));
    }

    /// <summary>Begins the run of an index.</summary>
    /// <param name="store">The store.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="index">The index. Range: at least 0.</param>
    /// <param name="start">What becomes of an earlier attempt's measurements.</param>
    /// <exception cref="InvalidOperationException">The run is complete, and <paramref name="start"/> is not <see cref="RunStart.Replace"/>.</exception>
    /// <exception cref="ResultStoreException">The store failed.</exception>
    public static IRunWriter Begin(this IResultStore store, ExperimentDescription experiment, long index, RunStart start = RunStart.Fresh)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(experiment);
        return store.Begin(experiment.GetParameters(index), experiment.GetRun(index), start);
    }

    /// <summary>Writes all indices that a collector holds in memory, each as a completed run.</summary>
    /// <param name="store">The store.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="collector">The collector; its current run is ended first.</param>
    /// <param name="start">What becomes of earlier attempts' measurements.</param>
    /// <exception cref="ResultStoreException">The store failed.</exception>
    public static void Save(this IResultStore store, ExperimentDescription experiment, Collector collector, RunStart start = RunStart.Fresh)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(collector);
        collector.Reset();
        foreach (long index in collector.Indices)
        {
            using IRunWriter writer = store.Begin(experiment, index, start);
            collector.WriteTo(index, writer);
            writer.Complete();
        }
    }

    // Equal values make equal combinations, which are one configuration: the first of them stands for all.
    private static long First(ExperimentDescription experiment, long index) =>
        experiment.GetIndex(experiment.Sweep.IndexOf(experiment.GetParameters(index)), experiment.GetRun(index));
}
