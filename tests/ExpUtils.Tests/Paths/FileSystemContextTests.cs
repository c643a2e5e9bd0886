using System.Text.Json;

namespace ExpUtils.Tests.Paths;

[TestFixture]
public sealed class FileSystemContextTests
{
    private static readonly JsonElement Vectors = Golden.Read("save_paths.json");

    [Test]
    public void Resolve_OfEveryArgument_MatchesTheReference()
    {
        foreach (JsonElement item in Vectors.Items("file_system_context"))
            new FileSystemContext(item.Text("path"), item.Text("base")).Resolve(item.Text("argument")).Should().Be(item.Text("resolved"));
    }

    [Test]
    public void Join_OfEveryVector_MatchesTheReference()
    {
        foreach (JsonElement item in Vectors.GetProperty("path_helpers").Items("join"))
            PathText.Join([.. item.Items("parts").Select(part => part.GetString()!)]).Should().Be(item.Text("result"));
        FluentActions.Invoking(() => PathText.Join()).Should().Throw<ArgumentException>();
    }

    [TestCase("scratch", "a/b", "../../../x")]
    [TestCase("scratch", "a/b", "x/../../../../y")]
    [TestCase("scratch", "a/b", "..\\..\\..\\y")]
    [TestCase("", "a/b", "../../x")]
    [TestCase("/abs", "a", "../../x")]
    [TestCase("scratch", "a", "x\0y")]
    public void Resolve_PathThatLeavesTheRoot_IsRefused(string root, string path, string relative) =>
        FluentActions.Invoking(() => new FileSystemContext(path, root).Resolve(relative)).Should().Throw<ArgumentException>().WithMessage("*leads out*");

    [TestCase("../x")]
    [TestCase("a/../../x")]
    [TestCase("/")]
    [TestCase("")]
    public void Constructor_PathOutsideTheBase_IsRefused(string path) =>
        FluentActions.Invoking(() => new FileSystemContext(path)).Should().Throw<ArgumentException>();

    [Test]
    public void Remove_OfTheFolder_LeavesItsNeighbours()
    {
        string root = Path.Combine(TestContext.CurrentContext.WorkDirectory, Guid.NewGuid().ToString("N"));
        var context = new FileSystemContext("results/a", root);
        File.WriteAllText(context.EnsureExists("deep/x.txt", isFile: true), "1");
        new FileSystemContext("results/b", root).EnsureExists();
        context.Exists("deep/x.txt").Should().BeTrue();
        context.Invoking(it => it.Remove("../b")).Should().Throw<ArgumentException>();
        context.Remove();
        context.Exists().Should().BeFalse();
        Directory.GetFileSystemEntries(Path.Combine(root, "results")).Should().ContainSingle();
        Directory.Delete(root, recursive: true);
    }
}
