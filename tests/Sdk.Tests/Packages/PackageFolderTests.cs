using System.Text.RegularExpressions;
using System.Xml.Linq;
using Sdk.Tests.Support;

namespace Sdk.Tests.Packages;

/// <summary>What every package folder holds.</summary>
[TestFixtureSource(typeof(Repository), nameof(Repository.PackageIds))]
public sealed partial class PackageFolderTests(string package)
{
    [Test]
    public void Readme_IsThere_AndStartsWithThePackageId() =>
        Read("README.md").Should().StartWith($"# {package}\n");

    [Test]
    public void Changelog_NamesTheVersionOrUnreleased()
    {
        string[] headings = [.. Read("CHANGELOG.md").Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal))];
        headings.Should().Contain(heading => heading == "## Unreleased" || heading.StartsWith($"## {Property("Version")}", StringComparison.Ordinal));
    }

    [Test]
    public void Project_HasVersion() => VersionPattern().IsMatch(Property("Version")).Should().BeTrue("the version is major.minor.patch");

    [TestCase("Description")]
    [TestCase("PackageTags")]
    public void Project_HasText(string property) => Property(property).Should().NotBeNullOrWhiteSpace();

    [TestCase("IsPackable")]
    [TestCase("IsAotCompatible")]
    [TestCase("EnablePackageValidation")]
    [TestCase("IncludeSymbols")]
    [TestCase("PublishRepositoryUrl")]
    public void Project_LeavesOnWhatAllPackagesHave(string property)
    {
        XDocument.Load(Repository.PathOf("build", "Package.props")).Descendants(property).Single().Value.Should().Be("true");
        Property(property).Should().BeEmpty();
    }

    [GeneratedRegex(@"^\d+\.\d+\.\d+(-[0-9a-z.]+)?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex VersionPattern();

    private string Property(string name) => Repository.Property(package, name);

    private string Read(string file)
    {
        string path = Path.Combine(Path.GetDirectoryName(Repository.PackageProjects[package])!, file);
        File.Exists(path).Should().BeTrue($"{package} needs a {file}");
        return File.ReadAllText(path);
    }
}
