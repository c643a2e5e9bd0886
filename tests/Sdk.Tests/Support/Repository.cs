using System.Diagnostics;
using System.Xml.Linq;

namespace Sdk.Tests.Support;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder of Sdk.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The packages, by id: the projects directly under the root.</summary>
    public static IReadOnlyDictionary<string, string> PackageProjects { get; } =
        Directory.GetDirectories(Root)
            .SelectMany(folder => Directory.GetFiles(folder, "*.csproj"))
            .Order(StringComparer.Ordinal)
            .ToDictionary(project => Path.GetFileNameWithoutExtension(project)!, StringComparer.Ordinal);

    public static IEnumerable<string> PackageIds => PackageProjects.Keys;

    /// <summary>A property that a package's project states; empty where it does not.</summary>
    public static string Property(string package, string name) =>
        XDocument.Load(PackageProjects[package]).Descendants(name).SingleOrDefault()?.Value ?? "";

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The files under version control, relative to the root; without git, all files but build output.</summary>
    public static IReadOnlyList<string> TrackedFiles()
    {
        if (!Path.Exists(PathOf(".git")))
        {
            return [.. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Root, file))
                .Where(file => !file.StartsWith("artifacts", StringComparison.Ordinal))];
        }

        ProcessResult result = ProcessResult.Of(new ProcessStartInfo("git", ["-c", "safe.directory=*", "-C", Root, "ls-files", "-z"]));
        result.ExitCode.Should().Be(0, result.Error);
        return [.. result.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(PathOf(file)))];
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Sdk.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Sdk.sln.");
    }
}
