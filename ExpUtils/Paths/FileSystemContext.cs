namespace ExpUtils;

/// <summary>The folder of one run's files. Nothing it resolves lies outside its root.</summary>
/// <remarks>
/// Paths are written with forward slashes. The root is the base folder or, without one, the folder that the save path begins in; a path that climbs
/// out of it with <c>../</c> is refused. Symbolic links are not looked into.
/// </remarks>
public sealed class FileSystemContext
{
    /// <summary>Makes a context; touches no disk.</summary>
    /// <param name="path">The run's folder, below the base.</param>
    /// <param name="baseFolder">The folder that the path is relative to; empty for the current one.</param>
    /// <exception cref="ArgumentException">The path is empty, or climbs out of the base.</exception>
    public FileSystemContext(string path, string baseFolder = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(baseFolder);
        Base = baseFolder;
        Folder = baseFolder.Length == 0 ? PathText.Join(path) : PathText.Join(baseFolder, path);
        if (Climbs(path) || Folder is "" or "/" or "." or "./")
            throw new ArgumentException($"'{path}' is no folder below '{(baseFolder.Length == 0 ? "." : baseFolder)}'.", nameof(path));
    }

    /// <summary>The base folder, as it was given.</summary>
    public string Base { get; }

    /// <summary>The run's folder, with the base.</summary>
    public string Folder { get; }

    /// <summary>The path of a file of the run.</summary>
    /// <param name="relative">
    /// Its path below the folder; each leading <c>../</c> climbs one level; a path that begins with the folder itself is taken as it is; empty for the
    /// folder.
    /// </param>
    /// <exception cref="ArgumentException">It lies outside the root.</exception>
    public string Resolve(string relative = "")
    {
        ArgumentNullException.ThrowIfNull(relative);
        string rest = relative.StartsWith(Folder + "/", StringComparison.Ordinal) ? relative[Folder.Length..] : relative;
        List<string> folder = [.. Folder.Split('/')];
        int root = RootDepth(folder);
        while (rest.StartsWith("../", StringComparison.Ordinal) || rest == "..")
        {
            rest = rest.Length > 2 ? rest[3..] : "";
            folder.RemoveAt(folder.Count - 1);
            if (folder.Count < root)
                throw Outside(relative);
        }

        if (Climbs(rest) || rest.Contains('\0', StringComparison.Ordinal))
            throw Outside(relative);
        return PathText.Join(string.Join('/', folder), rest);
    }

    /// <summary>Makes a folder of the run, with all above it.</summary>
    /// <param name="relative">The folder, or the file; empty for the run's folder.</param>
    /// <param name="isFile">Whether the path is a file's, so that only the folder above it is made.</param>
    /// <returns>The resolved path.</returns>
    /// <exception cref="ArgumentException">It lies outside the root.</exception>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    public string EnsureExists(string relative = "", bool isFile = false)
    {
        string path = Resolve(relative);
        string? folder = isFile ? Path.GetDirectoryName(path) : path;
        if (!string.IsNullOrEmpty(folder))
            Directory.CreateDirectory(folder);
        return path;
    }

    /// <summary>Whether a file or folder of the run is there.</summary>
    /// <param name="relative">Its path; empty for the run's folder.</param>
    /// <exception cref="ArgumentException">It lies outside the root.</exception>
    public bool Exists(string relative = "") => Path.Exists(Resolve(relative));

    /// <summary>Deletes a file, or a folder with all in it. A link is deleted, not what it points to.</summary>
    /// <param name="relative">Its path below the run's folder; empty for that folder.</param>
    /// <exception cref="ArgumentException">It lies outside the run's folder.</exception>
    public void Remove(string relative = "")
    {
        string path = Resolve(relative);
        if (path != Folder && !path.StartsWith(Folder + "/", StringComparison.Ordinal))
            throw new ArgumentException($"'{relative}' lies above the run's folder {Folder}; only what is in it can be removed.", nameof(relative));
        if (Directory.Exists(path) && new DirectoryInfo(path).LinkTarget is null)
            Directory.Delete(path, recursive: true);
        else
            File.Delete(path);
    }

    /// <summary>Gives <see cref="Folder"/>.</summary>
    public override string ToString() => Folder;

    // The base must stay; without one, the first folder.
    private int RootDepth(List<string> folder) => Base.Length > 0
        ? PathText.Join(Base).TrimEnd('/').Split('/').Length
        : folder[0].Length == 0 ? 2 : 1;

    private static bool Climbs(string path)
    {
        int depth = 0;
        foreach (string part in path.Split('/', '\\'))
        {
            depth += part switch { ".." => -1, "" or "." => 0, _ => 1 };
            if (depth < 0)
                return true;
        }

        return false;
    }

    private ArgumentException Outside(string relative) => new($"'{relative}' leads out of the results below '{Folder}'.", nameof(relative));
}
