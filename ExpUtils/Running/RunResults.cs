namespace ExpUtils.Running;

/// <summary>
/// The results of runs that <see cref="RunContext.BeginResults"/> wrote: each run into a folder of its own, which is safe on any file system and from
/// any number of machines; reading brings what is complete into the experiment's database.
/// </summary>
public static class RunResults
{
    /// <summary>Opens the experiment's database, after bringing what the runs have completed since the last time into it.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="cancellationToken">Stops bringing; what was brought stays.</param>
    /// <exception cref="ResultStoreException">A file cannot be read, or the database failed.</exception>
    public static SqliteResultStore OpenResults(this ExperimentDescription experiment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        SqliteResultStore database = SqliteResultStore.Open(experiment);
        try
        {
            FolderResultStore.Of(experiment).MergeInto(database, cancellationToken);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }
}
