using System.IO.Compression;
using System.Xml.Linq;

namespace Sdk.Tests.Packages;

/// <summary>A package file, opened as its users' tools do.</summary>
internal sealed class PackedPackage : IDisposable
{
    private readonly ZipArchive _archive;
    private readonly XElement _metadata;

    public PackedPackage(string path)
    {
        _archive = ZipFile.OpenRead(path);
        Files = [.. _archive.Entries.Select(entry => entry.FullName)];
        using Stream nuspec = _archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        _metadata = XDocument.Load(nuspec).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }

    /// <summary>Every file, those of the packaging format included.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>What the package needs, with the range of versions and what of each does not pass on.</summary>
    public IReadOnlyDictionary<string, (string Versions, string Excluded)> Dependencies =>
        _metadata.Descendants().Where(element => element.Name.LocalName == "dependency").ToDictionary(
            element => element.Attribute("id")!.Value,
            element => (element.Attribute("version")!.Value, element.Attribute("exclude")?.Value ?? ""),
            StringComparer.Ordinal);

    /// <summary>The frameworks that dependencies are declared for.</summary>
    public IEnumerable<string> DependencyFrameworks =>
        _metadata.Descendants().Where(element => element.Name.LocalName == "group").Select(element => element.Attribute("targetFramework")!.Value);

    /// <summary>The text of an element of the metadata; null where there is none.</summary>
    public string? Metadata(string name) => Element(name)?.Value;

    /// <summary>An attribute of an element of the metadata; null where there is none.</summary>
    public string? Metadata(string name, string attribute) => Element(name)?.Attribute(attribute)?.Value;

    public string ReadText(string file)
    {
        using var reader = new StreamReader(_archive.GetEntry(file)!.Open());
        return reader.ReadToEnd();
    }

    public byte[] ReadBytes(string file)
    {
        using Stream stream = _archive.GetEntry(file)!.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    public void Dispose() => _archive.Dispose();

    private XElement? Element(string name) => _metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name);
}
