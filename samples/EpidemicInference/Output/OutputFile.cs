namespace EpidemicInference.Output;

/// <summary>Files that a run writes at its end; whether that will work is known before it starts.</summary>
internal static class OutputFile
{
    /// <summary>The name of the report in a folder.</summary>
    public const string ReportName = "epidemic-inference.html";

    /// <summary>Where the report goes: the path itself if it names an .html file, else a file in the folder that it names.</summary>
    public static string ReportPath(string path) =>
        Path.GetExtension(path).ToUpperInvariant() is ".HTML" or ".HTM" && !Directory.Exists(path) ? path : Path.Combine(path, ReportName);

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
