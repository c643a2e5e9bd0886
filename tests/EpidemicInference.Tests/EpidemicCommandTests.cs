using System.Text.Json;

namespace EpidemicInference.Tests;

public sealed class EpidemicCommandTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("epidemic").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("--walkers", "3", "6 to 10000")]
    [TestCase("--walkers", "many", "6 to 10000")]
    [TestCase("--steps", "-5", "10 to 1000000")]
    [TestCase("--steps", "1.5", "10 to 1000000")]
    [TestCase("--seed", "x", "whole number")]
    [TestCase("--tolerance", "0", "above 0")]
    [TestCase("--tolerance", "NaN", "above 0")]
    [TestCase("--threads", "0", "1 to 1024")]
    [TestCase("--json", "/dev/null/x.json", "can be written")]
    [TestCase("--out", "/dev/null/x", "can be written")]
    public async Task RunAsync_BadValue_NamesOptionValueAndRange(string option, string value, string range)
    {
        (int code, string output, string error) = await RunAsync(option, value);
        code.Should().Be(2);
        error.Should().Contain(option).And.Contain(value).And.Contain(range);
        output.Should().BeEmpty();
    }

    [TestCase("--unknown", "1")]
    [TestCase("--walkers", "8", "--walkers", "9")]
    [TestCase("--walkers")]
    public async Task RunAsync_BadArguments_ExitsWith2(params string[] args)
    {
        (int code, _, string error) = await RunAsync(args);
        code.Should().Be(2);
        error.Should().NotBeEmpty();
    }

    [Test]
    public async Task RunAsync_TooManySamples_SaysSo()
    {
        (int code, _, string error) = await RunAsync("--walkers", "10000", "--steps", "1000000");
        code.Should().Be(2);
        error.Should().Contain("--walkers times --steps is 10000000000").And.Contain("at most 10000000");
    }

    [Test]
    public async Task RunAsync_Help_ListsTheOptions()
    {
        (int code, string output, _) = await RunAsync("--help");
        code.Should().Be(0);
        output.Should().ContainAll("--seed", "--walkers", "--steps", "--out", "--json", "--tolerance", "--threads");
    }

    [Test]
    public async Task RunAsync_SmallRunTwice_WritesEverythingAndPrintsTheSameTables()
    {
        string report = Path.Combine(_folder, "sub", "report.html");
        string json = Path.Combine(_folder, "figures.json");
        string[] args = ["--seed", "3", "--walkers", "12", "--steps", "250", "--out", report, "--json", json];
        (int code, string first, string progress) = await RunAsync(args);
        code.Should().Be(0, progress);
        progress.Should().Contain("exact: 250 of 250").And.Contain("emulated: 250 of 250");
        (await File.ReadAllTextAsync(report)).Should().Contain("id=\"corner\"");
        using (JsonDocument figures = JsonDocument.Parse(await File.ReadAllTextAsync(json)))
        {
            JsonElement root = figures.RootElement;
            root.GetProperty("exact").GetProperty("trueCalls").GetInt64().Should().Be(12 * 251);
            root.GetProperty("emulated").GetProperty("emulatedCalls").GetInt64().Should().BeGreaterThan(0);
            root.GetProperty("exact").GetProperty("mean").GetProperty("R0").GetDouble().Should().BeInRange(2.5, 4);
        }

        (_, string second, _) = await RunAsync([.. args, "--threads", "1"]);
        WithoutTimes(second).Should().Be(WithoutTimes(first));
        WithoutTimes(first).Should().Contain("R₀ reproduction number").And.Contain("emulated calls");
    }

    [Test]
    public async Task RunAsync_FolderAsOut_WritesTheReportIntoIt()
    {
        (int code, string output, _) = await RunAsync("--walkers", "6", "--steps", "10", "--out", _folder);
        code.Should().Be(0);
        output.Should().Contain(EpidemicCommand.ReportName);
        File.Exists(Path.Combine(_folder, EpidemicCommand.ReportName)).Should().BeTrue();
    }

    private static string WithoutTimes(string output)
    {
        List<string> lines = [.. output.Split('\n')];
        int times = lines.IndexOf("Wall times");
        lines.RemoveRange(times, lines.IndexOf("", times) - times);
        return string.Join('\n', lines);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        int code = await EpidemicCommand.RunAsync(args, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
