using System.Diagnostics;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using Sdk.Tests.Support;

namespace Sdk.Tests.Packages;

/// <summary>What is in the files that <c>build/pack</c> writes.</summary>
[TestFixtureSource(typeof(Repository), nameof(Repository.PackageIds))]
[Category("Long")]
[Platform(Exclude = "Win", Reason = "The scripts need bash.")]
public sealed class PackedPackageTests(string package)
{
    private const string Core = "Shared.Tensors";
    private const string NativeFile = "runtimes/linux-x64/native/libsharedtensors.so";

    // Those that run where no native library is, and so must not pass one on.
    private static readonly string[] WithoutTensors = ["Layg.Core", "Layg.Emulators.CholeskyKnn", "Lagom.Evolution", "L2L", "ExpUtils"];

    private PackedPackage _packed = null!;
    private PackedPackage _symbols = null!;

    [OneTimeSetUp]
    public void Open() => (_packed, _symbols) = (PackageFeed.Shared.Open(package), PackageFeed.Shared.OpenSymbols(package));

    [OneTimeTearDown]
    public void Close()
    {
        _packed.Dispose();
        _symbols.Dispose();
    }

    [Test]
    public void Metadata_IsTheProjects()
    {
        _packed.Metadata("id").Should().Be(package);
        _packed.Metadata("version").Should().Be(Repository.Property(package, "Version"));
        _packed.Metadata("description").Should().Be(Repository.Property(package, "Description"));
        _packed.Metadata("tags").Should().Be(Repository.Property(package, "PackageTags").Replace(';', ' '));
        _packed.Metadata("authors").Should().NotBeNullOrWhiteSpace();
        _packed.Metadata("license").Should().Be("MIT");
        _packed.Metadata("license", "type").Should().Be("expression");
    }

    [Test]
    public void Repository_IsTheCommit_AndNotItsBranch()
    {
        ProcessResult head = ProcessResult.Of(new ProcessStartInfo("git", ["-c", "safe.directory=*", "-C", Repository.Root, "rev-parse", "HEAD"]));
        if (head.ExitCode != 0)
            Assert.Ignore("These sources are no checkout.");

        _packed.Metadata("repository", "type").Should().Be("git");
        _packed.Metadata("repository", "commit").Should().Be(head.Output.Trim());
        _packed.Metadata("repository", "branch").Should().BeNull("the same commit on another branch is the same package");
    }

    [Test]
    public void OwnDependencies_AreTheArrowsOfTheDesign_FromTheirPresentVersionOn()
    {
        _packed.DependencyFrameworks.Should().Equal("net10.0");
        _packed.Dependencies.Where(dependency => Repository.PackageProjects.ContainsKey(dependency.Key))
            .ToDictionary(dependency => dependency.Key, dependency => dependency.Value.Versions, StringComparer.Ordinal)
            .Should().BeEquivalentTo(ArchitectureTests.Allowed[package].ToDictionary(other => other, other => Repository.Property(other, "Version"), StringComparer.Ordinal));
    }

    [Test]
    public void NativePart_IsPassedOnOnlyWhereTensorsAre()
    {
        if (_packed.Dependencies.TryGetValue(Core, out (string Versions, string Excluded) core))
            core.Excluded.Split(',').Contains("Native", StringComparer.Ordinal).Should().Be(WithoutTensors.Contains(package, StringComparer.Ordinal));
        else
            package.Should().BeOneOf("ExpUtils", Core);
    }

    [Test]
    public void DependenciesOnOthers_AreTheCentralVersions()
    {
        Dictionary<string, string> central = XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("PackageVersion")
            .Where(version => version.Parent!.Attribute("Label")!.Value == "Packages" && version.Attribute("Condition") is null)
            .ToDictionary(version => version.Attribute("Include")!.Value, version => version.Attribute("Version")!.Value, StringComparer.Ordinal);

        foreach ((string id, (string versions, _)) in _packed.Dependencies.Where(dependency => !Repository.PackageProjects.ContainsKey(dependency.Key)))
            central.Should().Contain(id, versions);
    }

    [Test]
    public void Files_AreTheAssemblyItsDocumentationAndTheTexts_AndNoOthers()
    {
        string[] native = package == Core && File.Exists(Repository.PathOf("artifacts", "native", "linux-x64", "libsharedtensors.so")) ? [NativeFile] : [];

        ContentOf(_packed).Should().BeEquivalentTo(
            [$"{package}.nuspec", "README.md", "CHANGELOG.md", $"lib/net10.0/{package}.dll", $"lib/net10.0/{package}.xml", .. native]);
        ContentOf(_symbols).Should().BeEquivalentTo($"{package}.nuspec", $"lib/net10.0/{package}.pdb");
        _packed.Metadata("readme").Should().Be("README.md");
        _packed.ReadText("README.md").Should().Be(File.ReadAllText(Path.Combine(Path.GetDirectoryName(Repository.PackageProjects[package])!, "README.md")));
    }

    [Test]
    public void Documentation_IsOfThisAssembly_AndHasNoEmptySummary()
    {
        XDocument documentation = XDocument.Parse(_packed.ReadText($"lib/net10.0/{package}.xml"));

        documentation.Descendants("assembly").Single().Element("name")!.Value.Should().Be(package);
        documentation.Descendants("member").Should().HaveCountGreaterThan(50);
        documentation.Descendants("summary").Where(summary => !summary.HasElements && string.IsNullOrWhiteSpace(summary.Value)).Should().BeEmpty();
    }

    [Test]
    public void Assembly_IsReproducible_AndItsSymbolsAreInTheSymbolPackage()
    {
        using var assembly = new PEReader(new MemoryStream(_packed.ReadBytes($"lib/net10.0/{package}.dll")));
        using MetadataReaderProvider symbols = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(_symbols.ReadBytes($"lib/net10.0/{package}.pdb")));
        MetadataReader reader = symbols.GetMetadataReader();

        DebugDirectoryEntry[] entries = [.. assembly.ReadDebugDirectory()];
        entries.Should().Contain(entry => entry.Type == DebugDirectoryEntryType.Reproducible);
        CodeViewDebugDirectoryData codeView = assembly.ReadCodeViewDebugDirectoryData(entries.Single(entry => entry.Type == DebugDirectoryEntryType.CodeView));
        new BlobContentId(reader.DebugMetadataHeader!.Id).Guid.Should().Be(codeView.Guid);
        reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name)).Should().NotBeEmpty()
            .And.OnlyContain(name => name.StartsWith("/_", StringComparison.Ordinal), "paths of this machine must not be in it");
    }

    // All but what makes it a package file.
    private static IEnumerable<string> ContentOf(PackedPackage packed) =>
        packed.Files.Where(file => file is not ("[Content_Types].xml" or "_rels/.rels") && !file.StartsWith("package/services/", StringComparison.Ordinal));
}
