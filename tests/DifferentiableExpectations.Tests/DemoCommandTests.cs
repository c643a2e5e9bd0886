namespace DifferentiableExpectations.Tests;

internal sealed class DemoCommandTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("expectations").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("quadradic", "one of all, quadratic")]
    [TestCase("--seeds", "1 to 100", "0")]
    [TestCase("--percent", "1 to 100", "101")]
    public async Task RunAsync_BadValue_NamesTheAllowedOnes(string first, string allowed, string? second = null)
    {
        (int code, string output, string error) = await RunAsync(second is null ? [first] : [first, second]);
        code.Should().Be(2);
        error.Should().Contain(first).And.Contain(allowed);
        output.Should().BeEmpty();
    }

    [Test]
    public async Task RunAsync_ShortRuns_WriteTheReport()
    {
        (int code, string output, string progress) = await RunAsync("--percent", "1", "--seeds", "2", "--out", _folder);

        code.Should().Be(0, progress);
        output.Should().Contain("cartpole").And.Contain("not a full run");
        progress.Should().Contain("entropy: ");
        string page = await File.ReadAllTextAsync(Path.Combine(_folder, DemoCommand.ReportName));
        page.Should().ContainAll("id=\"quadratic\"", "id=\"landscape\"", "id=\"adaptation\"", "id=\"cartpole\"");
        page.Should().NotContain("NaN").And.NotContain("src=").And.NotContain("href=");
        (_, string again, _) = await RunAsync("--percent", "1", "--seeds", "2", "--out", _folder);
        again.Should().Be(output);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using StringWriter output = new(), error = new();
        int code = await DemoCommand.RunAsync(args, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
