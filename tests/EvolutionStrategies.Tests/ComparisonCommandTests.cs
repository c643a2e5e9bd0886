using EvolutionStrategies.Comparison;

namespace EvolutionStrategies.Tests;

[TestFixture]
internal sealed class ComparisonCommandTests
{
    private static readonly string[] Small = ["--function", "sphere", "--dimension", "3", "--evaluations", "600", "--policy-evaluations", "200", "--seed", "4"];
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("evolution").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("--function", "spere", "sphere")]
    [TestCase("--dimension", "0", "1 to 200")]
    [TestCase("--evaluations", "many", "whole number")]
    [TestCase("--policy-evaluations", "-1", "0 to")]
    [TestCase("--threads", "0", "1 to 1024")]
    [TestCase("--out", "/dev/null/x", "can be written")]
    public async Task RunAsync_BadValue_NamesOptionValueAndRange(string option, string value, string range)
    {
        (int code, string output, string error) = await RunAsync(option, value);
        code.Should().Be(2);
        error.Should().Contain(option).And.Contain(value).And.Contain(range);
        output.Should().BeEmpty();
    }

    [Test]
    public async Task RunAsync_DimensionThatTheFunctionLacks_NamesIt()
    {
        (int code, _, string error) = await RunAsync("--function", "holder-table", "--dimension", "5");
        code.Should().Be(2);
        error.Should().Contain("--dimension is 5").And.Contain("holder-table");
    }

    [Test]
    public async Task RunAsync_SmallRunTwice_WritesTheReportAndPrintsTheSameTables()
    {
        string report = Path.Combine(_folder, "sub", "report.html");
        (int code, string first, string progress) = await RunAsync([.. Small, "--out", report]);
        code.Should().Be(0, progress);
        progress.Should().Contain("sphere, CMA-ES").And.Contain("cart-pole swing-up, random search");
        string page = await File.ReadAllTextAsync(report);
        page.Should().ContainAll("id=\"best\"", "id=\"mean\"", "id=\"sigma\"", "id=\"axis-ratio\"", "id=\"return\"", "id=\"swing-up\"", "differential evolution");
        page.Should().NotContain("NaN").And.NotContain("src=").And.NotContain("href=");

        (_, string second, _) = await RunAsync([.. Small, "--out", report, "--threads", "1"]);
        WithoutTimes(second).Should().Equal(WithoutTimes(first));
        first.Should().Contain("solved after").And.Contain("came within 1e-9");
    }

    [Test]
    public async Task RunAsync_OneEvaluation_StillWritesAReport()
    {
        (int code, _, string error) = await RunAsync("--function", "sphere", "--dimension", "1", "--evaluations", "1", "--policy-evaluations", "0", "--out", _folder);
        code.Should().Be(0, error);
        File.Exists(Path.Combine(_folder, ComparisonCommand.ReportName)).Should().BeTrue();
    }

    [Test]
    public void Run_CancelledInTheMiddle_KeepsWhatWasDone()
    {
        using var cancelled = new CancellationTokenSource();
        var settings = new ComparisonSettings { Function = "sphere", Dimension = 4, Evaluations = 100_000, PolicyEvaluations = 100 };
        int reports = 0;
        ComparisonResult result = ComparisonResult.Run(
            settings,
            _ =>
            {
                if (++reports == 30)
                    cancelled.Cancel();
            },
            cancelled.Token);
        result.StoppedEarly.Should().BeTrue();
        result.FunctionRuns.Should().ContainSingle().Which.Trace.Should().HaveCount(30);
        result.SwingUpRuns.Should().BeEmpty();
        Report.HtmlReport.Write(result).Should().Contain("stopped before it was complete").And.Contain("id=\"best\"");
    }

    [Test]
    public void SwingUp_PolicyThatDoesNothing_KeepsHanging()
    {
        var task = new Policy.SwingUpTask(1);
        task.Return(new double[Policy.SwingUpTask.Dimension]).Should().BeInRange(0, 5);
        task.Path(new double[Policy.SwingUpTask.Dimension]).Should().HaveCount(Policy.SwingUpTask.Steps);
    }

    [Test]
    public void CartPole_WithoutForce_KeepsItsEnergyNearly()
    {
        var state = new Policy.CartPole { Angle = 2 };
        double lowest = 2;
        for (int i = 0; i < 500; i++)
        {
            state.Step(0);
            lowest = Math.Min(lowest, state.Angle);
        }

        // It swings between 2 and 2 pi - 2 radians, and no further.
        lowest.Should().BeInRange(1.9, 2.05);
        state.IsOnTrack.Should().BeTrue();
    }

    // The last column of the tables holds times.
    private static string[] WithoutTimes(string output) =>
        [.. output.Split('\n').Select(line => line.StartsWith("  ", StringComparison.Ordinal) ? line[..line.TrimEnd().LastIndexOf(' ')].TrimEnd() : line)];

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        int code = await ComparisonCommand.RunAsync(args, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
