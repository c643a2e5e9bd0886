namespace SampleSupport;

/// <summary>Files that a run writes at its end; whether that will work is known before it starts.</summary>
internal static class OutputFile
{
    /// <summary>Where the report goes: the path itself if it names an .html file, else a file of the given name in the folder that it names.</summary>
    public static string ReportPath(string path, string name) =>
        Path.GetExtension(path).ToUpperInvariant() is ".HTML" or ".HTM" && !Directory.Exists(path) ? path : Path.Combine(path, name);

    /// <summary>Why a file cannot be written, or null if it can. Makes its folder.</summary>
    public static string? Problem(string path)
    {
        try
        {
            if (Directory.Exists(path))
                return "it is a folder";
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            bool existed = File.Exists(path);
            using (new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write))
            {
            }

            if (!existed)
                File.Delete(path);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return exception.Message;
        }
    }

    /// <summary>Writes a file wholly or not at all.</summary>
    public static void Write(string path, string text)
    {
        string unfinished = path + ".tmp";
        File.WriteAllText(unfinished, text);
        File.Move(unfinished, path, overwrite: true);
    }
}
