using IoPath = System.IO.Path;

namespace Lagom.Rl;

/// <summary>Keeps a second run out of the folder of an experiment. The system frees it when the process ends, however it ends.</summary>
internal sealed class ExperimentFolderLock : IDisposable
{
    public const string Name = ".lock";

    private readonly FileStream _file;

    private ExperimentFolderLock(FileStream file) => _file = file;

    /// <summary>Takes the folder, and makes it where it is missing.</summary>
    public static ExperimentFolderLock Take(string directory)
    {
        Directory.CreateDirectory(directory);
        try
        {
            return new ExperimentFolderLock(new FileStream(IoPath.Combine(directory, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception) when (exception is not (DirectoryNotFoundException or PathTooLongException))
        {
            throw new IOException($"Another run of the experiment is using '{directory}'. Wait until it has ended, or choose another folder.", exception);
        }
    }

    public void Dispose() => _file.Dispose();
}
