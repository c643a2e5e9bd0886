using System.Xml.Linq;
using Sdk.Tests.Support;

namespace Sdk.Tests;

/// <summary>Who may depend on whom: no system knows another; only the numerical core is shared.</summary>
public sealed class ArchitectureTests
{
    private const string Core = "Shared.Tensors";

    /// <summary>The packages of ours that each one may need.</summary>
    internal static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        [Core] = [],
        ["Layg.Core"] = [Core],
        ["Layg.Emulators.CholeskyKnn"] = ["Layg.Core", Core],
        ["Layg.Emulators.Torch"] = ["Layg.Core", Core],
        ["Lagom.Rl"] = [Core],
        ["Lagom.Evolution"] = [Core],
        ["EvoGrad"] = [Core],
        ["ExpUtils"] = [],
        ["L2L"] = [Core],
    };

    [TestCaseSource(typeof(Repository), nameof(Repository.PackageIds))]
    public void ProjectReferences_OfPackage_AreAllowedArrows(string package)
    {
        Allowed.Should().ContainKey(package, "a new package needs a row in this table, and a reason in the design");
        References(package).Should().BeSubsetOf(Allowed[package]);
    }

    [TestCaseSource(typeof(Repository), nameof(Repository.PackageIds))]
    public void InternalsVisibleTo_OfPackage_NamesNoOtherPackage(string package)
    {
        IEnumerable<string> friends = Items(package, "InternalsVisibleTo").Where(friend => Allowed.ContainsKey(friend));
        friends.Should().BeEmpty("packages meet through public API only");
    }

    private static IEnumerable<string> References(string package) =>
        Items(package, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

    private static IEnumerable<string> Items(string package, string kind) =>
        XDocument.Load(Repository.PackageProjects[package]).Descendants(kind).Select(item => item.Attribute("Include")!.Value);
}
