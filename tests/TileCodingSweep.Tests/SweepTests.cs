using ExpUtils;
using ExpUtils.Running;

namespace TileCodingSweep.Tests;

public sealed class SweepTests
{
    private string _folder = null!;

    [SetUp]
    public void Make() => _folder = Directory.CreateTempSubdirectory("sweep").FullName;

    [TearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Run_GoodParameters_LearnsAndRepeatsBitForBit()
    {
        string file = Path.Combine(_folder, "sarsa.json");
        await File.WriteAllTextAsync(file, """{"name": "car", "metaParameters": {"alpha": [0.5], "lambda": [0.9], "epsilon": 0.0, "tilings": 8, "episodes": 100}}""");
        double[][] steps = [await StepsAsync("first"), await StepsAsync("second")];
        steps[0].Should().Equal(steps[1]).And.HaveCount(100);
        steps[0][..3].Average().Should().BeGreaterThan(400, "it knows nothing at the beginning");
        steps[0][^50..].Average().Should().BeLessThan(160, "good ways out of the valley take about 120 steps");

        async Task<double[]> StepsAsync(string results)
        {
            ExperimentDescription experiment = ExperimentDescription.Load(file, new ExperimentOptions { SavePath = $"{_folder}/{results}/{{params}}" });
            RunSummary summary = await new LocalRunner().RunAsync(experiment, 1, new DelegateExecutor(SweepRun.RunAsync));
            summary.Failed.Should().BeEmpty();
            using SqliteResultStore store = experiment.OpenResults();
            return store.Read(SweepRun.Metric).Single().Values;
        }
    }

    [Test]
    public async Task Command_EditedExperiment_WritesTheReportAndGoesOn()
    {
        string file = Path.Combine(_folder, "experiments", "mountain-car", "sarsa.json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, """{"metaParameters": {"alpha": [0.3, 0.5], "lambda": [0.9, 0.95], "epsilon": 0.0, "tilings": 8, "episodes": 20}}""");
        using var output = new StringWriter();
        using var error = new StringWriter();
        (await SweepCommand.RunAsync(["--folder", _folder, "--runs", "2"], output, error)).Should().Be(0);
        output.ToString().Should().Contain("Best: ").And.Contain("Report: ");
        (await File.ReadAllTextAsync(Path.Combine(_folder, "report.html"))).Should().Contain("Sensitivity to lambda").And.Contain("alpha and lambda");
        error.ToString().Should().Contain("8 of 8 runs done");

        error.GetStringBuilder().Clear();
        (await SweepCommand.RunAsync(["--folder", _folder, "--runs", "2"], output, error)).Should().Be(0);
        error.ToString().Should().BeEmpty("nothing is left to do");
    }

    [Test]
    public async Task Command_WrongOption_ExitsWithAnError()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        (await SweepCommand.RunAsync(["--folder", _folder, "--runs", "0"], output, error)).Should().NotBe(0);
        error.ToString().Should().Contain("--runs");
    }
}
