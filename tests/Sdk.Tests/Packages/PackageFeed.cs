using System.Diagnostics;
using Sdk.Tests.Scripts;
using Sdk.Tests.Support;

namespace Sdk.Tests.Packages;

/// <summary>A folder of freshly packed packages, and projects of strangers that restore from it.</summary>
internal sealed class PackageFeed : IDisposable
{
    private static Lazy<PackageFeed> Current = new(() => new PackageFeed());
    private readonly TemporaryFolder _folder = new();

    private PackageFeed()
    {
        ProcessResult pack = Script.Run("build/pack", "--output", Packages);
        pack.ExitCode.Should().Be(0, pack.Output + pack.Error);
        // Packages of others come from the machine's feeds and store.
        _folder.Write("nuget.config", $"""
            <configuration>
              <packageSources><add key="packed" value="{Packages}" /></packageSources>
              <fallbackPackageFolders><add key="machine" value="{LinkMachinePackages()}" /></fallbackPackageFolders>
              <config><add key="globalPackagesFolder" value="{Path.Combine(_folder.Path, "store")}" /></config>
            </configuration>
            """);
    }

    /// <summary>The feed of all tests, packed when the first of them asks for it.</summary>
    public static PackageFeed Shared => Current.Value;

    /// <summary>Where the packages are.</summary>
    public string Packages => Path.Combine(_folder.Path, "feed");

    public Consumer Consumer(string name, string program, params string[] packages) => new(_folder, name, program, packages);

    /// <summary>Opens a package.</summary>
    public PackedPackage Open(string package) => new(FileOf(package, "nupkg"));

    /// <summary>Opens the symbols of a package.</summary>
    public PackedPackage OpenSymbols(string package) => new(FileOf(package, "snupkg"));

    /// <summary>Runs dotnet beside the feed's configuration.</summary>
    public ProcessResult DotNet(params string[] arguments) => ProcessResult.Of(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = _folder.Path });

    /// <summary>Removes the shared feed, if there is one.</summary>
    public static void RemoveShared()
    {
        if (Current.IsValueCreated)
            Current.Value.Dispose();
        Current = new Lazy<PackageFeed>(() => new PackageFeed());
    }

    public void Dispose() => _folder.Dispose();

    // The digit tells ExpUtils from ExpUtils.Tool.
    private string FileOf(string package, string kind) => Directory.GetFiles(Packages, $"{package}.*.{kind}").Single(file => char.IsAsciiDigit(Path.GetFileName(file)[package.Length + 1]));

    // All of the machine's but ours: an older package of the same version there must not stand in for the one just packed.
    private string LinkMachinePackages()
    {
        string links = Directory.CreateDirectory(Path.Combine(_folder.Path, "machine")).FullName;
        foreach (string package in Directory.GetDirectories(MachinePackages()))
        {
            string id = Path.GetFileName(package);
            if (id != "exputils.tool" && !Repository.PackageIds.Contains(id, StringComparer.OrdinalIgnoreCase))
                Directory.CreateSymbolicLink(Path.Combine(links, id), package);
        }

        return links;
    }

    private static string MachinePackages()
    {
        string folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } chosen
            ? chosen
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return Directory.CreateDirectory(folder).FullName;
    }
}
