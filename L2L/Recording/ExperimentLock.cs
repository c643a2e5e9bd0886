using System.Globalization;

namespace L2L;

/// <summary>Holds a folder for one running experiment. The operating system lets go of it when the process ends, however it ends.</summary>
internal sealed class ExperimentLock : IDisposable
{
    private const string FileName = "experiment.lock";
    private const string HolderName = "experiment.holder";

    private readonly FileStream _file;

    private ExperimentLock(FileStream file) => _file = file;

    /// <summary>Takes the lock.</summary>
    /// <exception cref="ExperimentConflictException">Another experiment holds it.</exception>
    public static ExperimentLock Take(string folder)
    {
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, FileName);
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (File.Exists(path))
        {
            throw new ExperimentConflictException(
                $"An experiment is running in '{folder}' ({Holder(folder)}). Give this one a folder of its own, or wait until that one ends.", exception);
        }

        // In a file of its own: others cannot read the locked one.
        File.WriteAllText(Path.Combine(folder, HolderName), string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}"));
        return new ExperimentLock(file);
    }

    public void Dispose() => _file.Dispose();

    private static string Holder(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, HolderName));
        }
        catch (IOException)
        {
            return "unknown process";
        }
    }
}
