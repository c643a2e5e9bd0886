using System.Globalization;
using System.Text;

namespace L2L;

/// <summary>Holds a folder for one running experiment. The operating system lets go of it when the process ends, however it ends.</summary>
internal sealed class ExperimentLock : IDisposable
{
    private const string FileName = "experiment.lock";

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
                $"An experiment is running in '{folder}' ({Holder(path)}). Give this one a folder of its own, or wait until that one ends.", exception);
        }

        byte[] holder = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}"));
        file.SetLength(0);
        file.Write(holder);
        file.Flush();
        return new ExperimentLock(file);
    }

    public void Dispose() => _file.Dispose();

    private static string Holder(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file);
            string holder = reader.ReadToEnd();
            return holder.Length > 0 ? holder : "unknown process";
        }
        catch (IOException)
        {
            return "unknown process";
        }
    }
}
