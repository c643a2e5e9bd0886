namespace ExpUtils.Running;

/// <summary>
/// Where the results of runs lie when nothing else is said: each run writes into a folder of its own beside the journal, which is safe on any file
/// system and from any number of machines, and reading brings what is complete into one database per experiment.
/// </summary>
public static class RunResults
{
    /// <summary>The folders that runs write into.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <exception cref="ExpUtilsException">The save path cannot be made.</exception>
    public static FolderResultStore OpenRunFolders(this ExperimentDescription experiment)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        return new FolderResultStore(Path.Combine(experiment.JournalFolder, "results"));
    }

    /// <summary>The experiment's database; it is made by <see cref="OpenResults"/>.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <exception cref="ExpUtilsException">The save path cannot be made.</exception>
    public static string DatabasePath(this ExperimentDescription experiment)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        return Path.Combine(experiment.JournalFolder, "results.db");
    }

    /// <summary>Opens the experiment's database, after bringing what the runs have completed since the last time into it.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="cancellationToken">Stops bringing; what was brought stays.</param>
    /// <exception cref="ResultStoreException">A file cannot be read, or the database failed.</exception>
    public static SqliteResultStore OpenResults(this ExperimentDescription experiment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        Directory.CreateDirectory(experiment.JournalFolder);
        SqliteResultStore database = SqliteResultStore.Open(experiment.DatabasePath(), new SqliteStoreOptions { Experiment = experiment });
        try
        {
            experiment.OpenRunFolders().MergeInto(database, cancellationToken);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }
}
