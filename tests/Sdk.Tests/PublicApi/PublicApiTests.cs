using System.Reflection;
using Sdk.Tests.Support;

namespace Sdk.Tests.PublicApi;

/// <summary>The public API of each package is reviewed text; a change of it shows as a change of that text.</summary>
public sealed class PublicApiTests
{
    private const string AcceptVariable = "SDK_ACCEPT_API";

    [TestCaseSource(typeof(Repository), nameof(Repository.PackageIds))]
    public void PublicApi_OfPackage_IsTheApprovedOne(string package)
    {
        string file = Repository.PathOf("tests", "Sdk.Tests", "api", package + ".txt");
        string actual = ApiPrinter.Print(Assembly.Load(package));
        if (Environment.GetEnvironmentVariable(AcceptVariable) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
            return;
        }

        string how = $"After a review, accept the API as it is: {AcceptVariable}=1 build/test Sdk";
        if (!File.Exists(file))
            Assert.Fail($"There is no approved file {Path.GetRelativePath(Repository.Root, file)}. {how}");
        string[] differences = Differences(File.ReadAllLines(file), actual.TrimEnd('\n').Split('\n'));
        if (differences.Length > 0)
            Assert.Fail($"The public API of {package} changed:\n{string.Join('\n', differences)}\n{how}");
    }

    [Test]
    public void Differences_WhereAMemberIsRenamed_ShowsItsTypeAndBothLines() =>
        Differences(["class A", "    int X { get; }", "", "class B", "    int X { get; }"], ["class A", "    int X { get; }", "", "class B", "    int Y { get; }"])
            .Should().Equal("- class B: int X { get; }", "+ class B: int Y { get; }");

    private static string[] Differences(string[] approved, string[] actual)
    {
        string[] before = WithType(approved);
        string[] after = WithType(actual);
        return [.. before.Except(after, StringComparer.Ordinal).Select(line => "- " + line), .. after.Except(before, StringComparer.Ordinal).Select(line => "+ " + line)];
    }

    // Equal members of different types are different lines.
    private static string[] WithType(string[] lines)
    {
        string type = "";
        return [.. lines.Where(line => line.Length > 0).Select(line =>
        {
            if (line.StartsWith(' '))
                return $"{type}: {line.Trim()}";
            type = line;
            return line;
        })];
    }
}
