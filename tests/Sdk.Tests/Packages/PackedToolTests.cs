using System.Xml.Linq;

namespace Sdk.Tests.Packages;

/// <summary>What is in the package of the command-line tool.</summary>
[Category("Long")]
[Platform(Exclude = "Win", Reason = "The scripts need bash.")]
public sealed class PackedToolTests
{
    private const string Tool = "ExpUtils.Tool";
    private const string Folder = "tools/net10.0/any/";

    [Test]
    public void Tool_IsAToolWithAllThatItNeeds_AndNothingForDevelopers()
    {
        using PackedPackage packed = PackageFeed.Shared.Open(Tool);

        packed.Metadata("id").Should().Be(Tool);
        packed.Metadata("license").Should().Be("MIT");
        packed.Metadata("readme").Should().Be("README.md");
        packed.Metadata("repository", "branch").Should().BeNull();
        packed.Dependencies.Should().BeEmpty("a tool brings along what it needs");
        packed.Files.Should().Contain(["README.md", "CHANGELOG.md", Folder + "ExpUtils.Tool.dll", Folder + "ExpUtils.dll"]);
        packed.Files.Where(file => file.StartsWith(Folder, StringComparison.Ordinal) && (file.EndsWith(".xml", StringComparison.Ordinal) || file.EndsWith(".resources.dll", StringComparison.Ordinal)))
            .Should().Equal(Folder + "DotnetToolSettings.xml");
        XElement command = XDocument.Parse(packed.ReadText(Folder + "DotnetToolSettings.xml")).Descendants("Command").Single();
        command.Attribute("Name")!.Value.Should().Be("exputils");
        command.Attribute("EntryPoint")!.Value.Should().Be("ExpUtils.Tool.dll");
    }

    [Test]
    public void Tool_BringsDatabaseLibraries_OfThePlatformsThatDotNetIsInstalledOnAndNoOthers()
    {
        using PackedPackage packed = PackageFeed.Shared.Open(Tool);

        packed.Files.Where(file => file.StartsWith(Folder + "runtimes/", StringComparison.Ordinal)).Select(file => file[(Folder + "runtimes/").Length..]).Should().BeEquivalentTo(
            "linux-x64/native/libe_sqlite3.so", "linux-arm64/native/libe_sqlite3.so", "linux-musl-x64/native/libe_sqlite3.so", "linux-musl-arm64/native/libe_sqlite3.so",
            "win-x64/native/e_sqlite3.dll", "win-arm64/native/e_sqlite3.dll", "osx-x64/native/libe_sqlite3.dylib", "osx-arm64/native/libe_sqlite3.dylib");
    }

    [Test]
    public void Symbols_OfTheTool_AreItsOwnAndTheLibrarys()
    {
        using PackedPackage symbols = PackageFeed.Shared.OpenSymbols(Tool);

        symbols.Files.Where(file => file.EndsWith(".pdb", StringComparison.Ordinal)).Should().BeEquivalentTo(Folder + "ExpUtils.Tool.pdb", Folder + "ExpUtils.pdb");
    }
}
