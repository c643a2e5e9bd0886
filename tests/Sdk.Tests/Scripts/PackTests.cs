using System.Diagnostics;
using System.Text;
using Sdk.Tests.Packages;
using Sdk.Tests.Support;

namespace Sdk.Tests.Scripts;

/// <summary>Packing in other checkouts.</summary>
[Category("Long")]
[Platform(Exclude = "Win", Reason = "The scripts need bash.")]
public sealed class PackTests
{
    private const string Package = "ExpUtils";
    private const string Symbols = "lib/net10.0/ExpUtils.pdb";

    [Test]
    public void SameCommit_OnAnotherBranchInAnotherFolder_GivesTheSameBytes_AndItsRemoteIsWhereSourcesAre()
    {
        using TemporaryFolder one = Checkout("one");
        using TemporaryFolder two = Checkout("two");

        string first = Pack(one);
        string second = Pack(two);

        string commit = Git(one, "rev-parse", "HEAD");
        Git(two, "rev-parse", "HEAD").Should().Be(commit);
        foreach (string kind in (string[])["nupkg", "snupkg"])
            File.ReadAllBytes(FileOf(second, kind)).Should().Equal(File.ReadAllBytes(FileOf(first, kind)), kind);
        using (var packed = new PackedPackage(FileOf(first, "nupkg")))
            packed.Metadata("repository", "url").Should().BeNull("there is no remote");

        Git(one, "remote", "add", "origin", "https://github.com/someone/sdk.git");
        Pack(one);

        using var known = new PackedPackage(FileOf(first, "nupkg"));
        known.Metadata("repository", "url").Should().StartWith("https://github.com/someone/sdk");
        known.Metadata("repository", "commit").Should().Be(commit);
        using var symbols = new PackedPackage(FileOf(first, "snupkg"));
        Encoding.UTF8.GetString(symbols.ReadBytes(Symbols)).Should().Contain($"https://raw.githubusercontent.com/someone/sdk/{commit}/");
    }

    // The same commit everywhere: the same files, author, message and time.
    private static TemporaryFolder Checkout(string branch)
    {
        var folder = new TemporaryFolder();
        Script.CopyTracked(folder, "ExpUtils/", "build/");
        Git(folder, "init", "--quiet", "--initial-branch", branch);
        Git(folder, "add", "--all");
        Git(folder, "commit", "--quiet", "--message", "All");
        return folder;
    }

    private static string Pack(TemporaryFolder checkout)
    {
        string output = Path.Combine(checkout.Path, "artifacts", "packages");
        ProcessResult pack = Script.Run(Path.Combine(checkout.Path, "build", "pack"), Package);
        pack.ExitCode.Should().Be(0, pack.Output + pack.Error);
        Directory.GetFiles(output).Should().HaveCount(2);
        return output;
    }

    private static string FileOf(string folder, string kind) => Directory.GetFiles(folder, "*." + kind).Single();

    private static string Git(TemporaryFolder folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-C", folder.Path, "-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "-c", "commit.gpgsign=false", .. arguments]);
        (start.Environment["GIT_AUTHOR_DATE"], start.Environment["GIT_COMMITTER_DATE"]) = ("2020-01-01T00:00:00Z", "2020-01-01T00:00:00Z");
        ProcessResult result = ProcessResult.Of(start);
        result.ExitCode.Should().Be(0, result.Error);
        return result.Output.Trim();
    }
}
