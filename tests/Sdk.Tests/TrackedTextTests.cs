using System.Text.RegularExpressions;
using Sdk.Tests.Support;

namespace Sdk.Tests;

/// <summary>What no tracked text file may hold.</summary>
public sealed partial class TrackedTextTests
{
    private static readonly string[] TextKinds =
        ["", ".cs", ".csproj", ".props", ".targets", ".sln", ".md", ".json", ".py", ".sh", ".txt", ".cpp", ".h", ".yml", ".xml", ".editorconfig"];

    [Test]
    public void TextFiles_HoldNoPathOfAMachineAndNoRegistryHost()
    {
        var found = new List<string>();
        foreach (string file in Repository.TrackedFiles().Where(IsText))
        {
            int number = 0;
            foreach (string line in File.ReadLines(Repository.PathOf(file)))
            {
                number++;
                if (Banned().Match(line) is { Success: true } match)
                    found.Add($"{file}:{number}: {match.Value}");
            }
        }

        found.Should().BeEmpty();
    }

    [TestCase("see /home/someone/data")]
    [TestCase(@"C:\Users\someone")]
    [TestCase("https://api.nuget" + ".org/v3/index.json")]
    public void Banned_MatchesWhatItShall(string line) => Banned().IsMatch(line).Should().BeTrue();

    private static bool IsText(string file) => TextKinds.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase) && file != OwnPath;

    private const string OwnPath = "tests/Sdk.Tests/TrackedTextTests.cs";

    [GeneratedRegex(@"(?<![\w.])/(home|root|Users|work)/\w+|[A-Z]:\\Users\\|nuget\.org|pypi\.org|files\.pythonhosted", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Banned();
}
