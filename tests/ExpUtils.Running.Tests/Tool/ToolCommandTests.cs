using System.Text.Json;
using System.Text.Json.Nodes;
using ExpUtils.Tool;

namespace ExpUtils.Running.Tests.Tool;

/// <summary>The tool in this process; what it starts are processes as ever.</summary>
public sealed class ToolCommandTests
{
    private Project _project = null!;

    [SetUp]
    public void Make()
    {
        _project = new Project();
        Environment.SetEnvironmentVariable("FAULTS", _project.Faults);
    }

    [TearDown]
    public void Delete() => _project.Dispose();

    [Test]
    public async Task Run_FaultThenAgain_ExitCodesAndJsonSaySo()
    {
        _project.Fault(1, "throw");
        (await ToolAsync(["run", _project.File, "--parallel", "2", "--", .. Project.Host.Words])).Code.Should().Be(1);
        JsonNode status = await JsonAsync("status", _project.File, "--errors");
        status[0]!["done"]!.GetValue<long>().Should().Be(3);
        status[0]!["failed"]!.GetValue<long>().Should().Be(1);
        status[0]!["errors"]!["1"]!.GetValue<string>().Should().Contain("as the fault file says");
        (await JsonAsync("missing", _project.File)).ToJsonString().Should().Be("[1]");

        _project.NoFaults();
        JsonNode again = await JsonAsync(["run", _project.File, "--", .. Project.Host.Words]);
        again["done"]!.ToJsonString().Should().Be("[1]");
        (await ToolAsync("missing", _project.File)).Output.Should().BeEmpty();
        (await ToolAsync("missing", _project.File, "--runs", "3", "--ranges")).Output.Trim().Should().Be("4-11");
    }

    [Test]
    public async Task Run_DryRun_QuotesWhatItWouldStart()
    {
        (int code, string output, _) = await ToolAsync("run", _project.File, "-i", "2", "--dry-run", "--", "program", "$HOME", "{index}");
        code.Should().Be(0);
        output.Trim().Should().Be("program '$HOME' 2");
        Directory.Exists(_project.Journal.Folder).Should().BeFalse();
    }

    [TestCase("run", "no-such.json", "--", "x")]
    [TestCase("status")]
    [TestCase("status", "--josn")]
    [TestCase("best", "x.json")]
    [TestCase("speed")]
    [TestCase("run", "x.json", "--runs", "many", "--", "x")]
    public async Task WrongUse_MessageAndExitCodeTwo(params string[] arguments)
    {
        (int code, _, string error) = await ToolAsync(arguments);
        code.Should().Be(2);
        error.Should().NotBeEmpty().And.NotContain("   at ");
    }

    [Test]
    public async Task Results_BestPlotAndExports_ShowTheStoredRuns()
    {
        ExperimentDescription experiment = _project.Experiment;
        await new LocalRunner().RunAsync(experiment, 3, new DelegateExecutor((run, _) =>
        {
            using IRunWriter writer = run.BeginResults();
            writer.Write("return", [0, 1], [0, run.Parameters["x"].AsDouble() + (0.01 * run.Run)]);
            writer.Complete();
        }));

        JsonNode best = await JsonAsync("best", _project.File, "--prefer", "larger", "--percent", "0.5", "-n", "2");
        best[0]!["parameters"]!["x"]!.GetValue<double>().Should().Be(2);
        best[0]!["mean"]!.GetValue<double>().Should().BeApproximately(2.01, 1e-12);
        best.AsArray().Should().HaveCount(2);
        (await JsonAsync("results", _project.File)).AsArray().Should().HaveCount(4);

        string csv = Path.Combine(_project.Folder, "all.csv");
        await ToolAsync("results", _project.File, "--export", csv);
        string[] lines = await File.ReadAllLinesAsync(csv);
        lines.Should().HaveCount(1 + (4 * 3 * 2)).And.Contain("x,index,run,metric,frame,value").And.Contain("2.0,7,1,return,1,2.01");
        string json = Path.Combine(_project.Folder, "all.json");
        await ToolAsync("results", _project.File, "--export", json);
        JsonNode.Parse(await File.ReadAllTextAsync(json))!.AsArray().Should().HaveCount(12);
        string npz = Path.Combine(_project.Folder, "all.npz");
        await ToolAsync("results", _project.File, "--export", npz);
        using (var archive = System.IO.Compression.ZipFile.OpenRead(npz))
            archive.Entries.Select(entry => entry.Name).Should().BeEquivalentTo("return.value.npy", "return.frame.npy", "return.index.npy", "return.run.npy", "return.x.npy");
        (await ToolAsync("results", _project.File, "--export", "all.xlsx")).Code.Should().Be(2);

        string report = Path.Combine(_project.Folder, "report.html");
        (await ToolAsync("plot", _project.File, "--prefer", "larger", "--output", report)).Code.Should().Be(0);
        (await File.ReadAllTextAsync(report)).Should().Contain("Sensitivity to x");

        (await ToolAsync("clean", _project.File, "--all")).Output.Should().Contain("--yes");
        File.Exists(csv).Should().BeTrue();
        await ToolAsync("clean", _project.File, "--all", "--yes");
        (await ToolAsync("results", _project.File)).Output.Should().Contain("No run is complete");
        _project.Journal.Missing(3).Should().HaveCount(12);
    }

    [Test]
    public async Task Clean_RunsThatWereStoppedInOrder_BeginAtTheirStart()
    {
        using var stop = new CancellationTokenSource();
        await new LocalRunner().RunAsync(_project.Journal, [2], new DelegateExecutor((run, token) =>
        {
            run.Checkpoint.Save(folder => File.WriteAllText(Path.Combine(folder, "state"), "half"));
            stop.Cancel();
            token.ThrowIfCancellationRequested();
        }), cancellationToken: stop.Token);

        (await ToolAsync("clean", _project.File)).Output.Should().Contain("traces of 1 runs");
        _project.Journal.HasCheckpoint(2).Should().BeTrue();
        await ToolAsync("clean", _project.File, "--yes");
        _project.Journal.HasCheckpoint(2).Should().BeFalse();
    }

    [Test]
    public async Task Schedule_RealCluster_RunsAndComesBackWithZero()
    {
        SlurmCluster cluster = SlurmCluster.OrIgnore();
        using var project = new Project(folder: cluster.Folder);
        Environment.SetEnvironmentVariable("FAULTS", project.Faults);
        project.Fault(2, "throw");
        // The worker is the tool as a program, not this process.
        string tool = Project.Program("ExpUtils.Tool");
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(
            "dotnet", [tool, "schedule", project.File, "--time", "0:05:00", "--sequential", "2", "--wait", "--json", "--", .. Project.Host.Words])
        { RedirectStandardOutput = true, UseShellExecute = false })!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(3, "a run is left");
        JsonNode.Parse(output)!["jobs"]![0]!["tasks"]!.GetValue<int>().Should().Be(2);
        project.Journal.Missing(1).Should().Equal(2);
        project.Journal.Find(2)!.Error.Should().Contain("as the fault file says");
        (await JsonAsync("status", project.File))[0]!["failed"]!.GetValue<long>().Should().Be(1);
    }

    [Test]
    public async Task New_InAnEmptyProject_MakesAnExperimentThatLists()
    {
        string before = Environment.CurrentDirectory;
        string folder = Directory.CreateTempSubdirectory("new").FullName;
        try
        {
            Environment.CurrentDirectory = folder;
            (await ToolAsync("new", "cars/hill")).Code.Should().Be(0);
            (await JsonAsync("list"))[0]!["combinations"]!.GetValue<long>().Should().Be(6);
            (await ToolAsync("new", "cars/hill")).Code.Should().Be(2);
            (await ToolAsync("new", "../outside")).Code.Should().Be(2);
        }
        finally
        {
            Environment.CurrentDirectory = before;
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public async Task Completion_Directive_OffersCommands()
    {
        (await ToolAsync("[suggest:12]", "exputils sta")).Output.Trim().Should().Be("status");
        (await ToolAsync("completion", "bash")).Output.Should().Contain("complete -o default -F _exputils exputils");
    }

    [TestCase("exputils [command] [options]")]
    [TestCase("exputils run <experiment>", "run")]
    public async Task Help_Command_CallsTheToolByItsName(string usage, params string[] arguments)
    {
        (int code, string output, string error) = await ToolAsync([.. arguments, "--help"]);

        code.Should().Be(0);
        output.Should().Contain($"Usage:{Environment.NewLine}  {usage}");
        error.Should().BeEmpty();
    }

    private static async Task<JsonNode> JsonAsync(params string[] arguments)
    {
        int end = Array.IndexOf(arguments, "--");
        string[] all = end < 0 ? [.. arguments, "--json"] : [.. arguments[..end], "--json", .. arguments[end..]];
        (_, string output, string error) = await ToolAsync(all);
        try
        {
            return JsonNode.Parse(output)!;
        }
        catch (JsonException exception)
        {
            throw new InvalidOperationException($"No JSON: {output} {error}", exception);
        }
    }

    private static async Task<(int Code, string Output, string Error)> ToolAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await ToolCommand.RunAsync(arguments, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
