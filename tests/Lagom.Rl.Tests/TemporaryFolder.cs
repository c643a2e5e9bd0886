namespace Lagom.Rl.Tests;

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lagom-rl-");

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>The files below a folder, as relative paths in order.</summary>
    public IReadOnlyList<string> Files(string name) =>
    [
        .. Directory.EnumerateFiles(PathOf(name), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(PathOf(name), file)).Order(StringComparer.Ordinal),
    ];

    public IReadOnlyList<string> Folders() => [.. _folder.EnumerateDirectories().Select(folder => folder.Name).Order(StringComparer.Ordinal)];

    public void Dispose() => _folder.Delete(recursive: true);
}
