namespace Lagom.Rl.Tests;

/// <summary>What runs wrote into a folder.</summary>
internal static class FolderListing
{
    /// <summary>The files below a folder, as relative paths in order.</summary>
    public static IReadOnlyList<string> Files(this TemporaryFolder folder, string name) =>
    [
        .. Directory.EnumerateFiles(folder[name], "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder[name], file)).Order(StringComparer.Ordinal),
    ];

    public static IReadOnlyList<string> Folders(this TemporaryFolder folder) =>
        [.. Directory.EnumerateDirectories(folder.Path).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}
