namespace SharedSource;

/// <summary>Writes a file so that a reader, or a crash, sees the old content or the new one, never a part of it.</summary>
internal static class AtomicFile
{
    private const string TemporaryEnd = ".tmp";

    /// <summary>
    /// Writes a temporary file in the same folder, flushes it to disk and renames it over the target. Where <paramref name="write"/>
    /// throws, the temporary file is removed, the target stays as it was, and the exception passes on unwrapped.
    /// </summary>
    /// <param name="path">The file to create or replace. A symbolic link is followed. Its folder must exist.</param>
    /// <param name="write">Writes the content.</param>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        var file = new FileInfo(path);
        string target = file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        if (Directory.Exists(target))
            throw new IOException($"'{path}' is a folder, so no file can be written there.");

        string temporary = Path.Combine(Path.GetDirectoryName(target)!, $"{TemporaryPrefix(target)}{Guid.NewGuid():N}{TemporaryEnd}");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Deletes what processes left behind that were killed while they wrote a file. Nobody may be writing it.</summary>
    /// <param name="path">The file that they wrote, in a folder that exists.</param>
    public static void DeleteLeftovers(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        foreach (string temporary in Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(path))!, TemporaryPrefix(path) + "*" + TemporaryEnd))
            File.Delete(temporary);
    }

    private static string TemporaryPrefix(string path) => $".{Path.GetFileName(path)}.";
}
