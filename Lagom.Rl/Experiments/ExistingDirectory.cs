using System.Globalization;

namespace Lagom.Rl;

/// <summary>Deals with what a new run finds in the folder of the experiment.</summary>
internal static class ExistingDirectory
{
    /// <summary>Applies the policy and takes the folder.</summary>
    public static ExperimentFolderLock Take(ExperimentFolder folder, ExistingDirectoryPolicy policy)
    {
        ExperimentFolderLock taken = ExperimentFolderLock.Take(folder.Path);
        try
        {
            if (Directory.EnumerateFileSystemEntries(folder.Path).All(entry => Path.GetFileName(entry) == ExperimentFolderLock.Name))
                return taken;
            switch (policy)
            {
                case ExistingDirectoryPolicy.Resume when folder.IsExperiment:
                    return taken;
                case ExistingDirectoryPolicy.Overwrite when folder.IsExperiment:
                    taken.Dispose();
                    Directory.Delete(folder.Path, recursive: true);
                    return ExperimentFolderLock.Take(folder.Path);
                case ExistingDirectoryPolicy.Rename:
                    taken.Dispose();
                    File.Delete(Path.Combine(folder.Path, ExperimentFolderLock.Name));
                    Directory.Move(folder.Path, FreeName(folder.Path));
                    return ExperimentFolderLock.Take(folder.Path);
                case ExistingDirectoryPolicy.Fail:
                    throw new IOException(
                        $"'{folder.Path}' is not empty. Choose another folder, or say by {nameof(ExperimentOptions)}.{nameof(ExperimentOptions.ExistingDirectory)} what to do with this one.");
                default:
                    throw new IOException($"'{folder.Path}' holds files but no experiment; {policy} touches only folders of experiments. Choose another folder.");
            }
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    /// <summary>The jobs of an earlier run and of this one together. Configurations of the same id must be the same.</summary>
    public static ExperimentPlan Join(ExperimentPlan earlier, ExperimentPlan wanted, string directory)
    {
        Dictionary<int, Configuration> known = earlier.Configurations.ToDictionary(configuration => configuration.Id);
        foreach (Configuration configuration in wanted.Configurations)
        {
            if (known.TryGetValue(configuration.Id, out Configuration? before) && !before.Equals(configuration))
            {
                throw new ArgumentException(
                    $"Configuration {configuration.Id} of the experiment in '{directory}' is {before}; now it is {configuration}. " +
                    "Only the same configurations can be resumed: run another experiment in another folder.",
                    nameof(wanted));
            }
        }

        return new ExperimentPlan(
            [.. earlier.Configurations, .. wanted.Configurations.Where(configuration => !known.ContainsKey(configuration.Id))],
            [.. earlier.Seeds.Union(wanted.Seeds)],
            wanted.Devices);
    }

    private static string FreeName(string path)
    {
        string parent = Path.GetDirectoryName(path)!;
        string name = "old_" + Path.GetFileName(path);
        string free = Path.Combine(parent, name);
        for (int number = 2; Path.Exists(free); number++)
            free = Path.Combine(parent, string.Create(CultureInfo.InvariantCulture, $"{name}_{number}"));
        return free;
    }
}
