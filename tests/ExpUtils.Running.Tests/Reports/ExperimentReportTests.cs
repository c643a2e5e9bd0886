using ExpUtils.Reports;

namespace ExpUtils.Running.Tests.Reports;

public sealed class ExperimentReportTests
{
    private static readonly ReportOptions Options = new() { Metric = "return", Preference = Preference.Larger, FrameTitle = "episode" };

    private string _folder = null!;

    [SetUp]
    public void Make() => _folder = Directory.CreateTempSubdirectory("report").FullName;

    [TearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Write_Sweep_ChromiumDrawsCurvesBandsAndMap()
    {
        ExperimentDescription experiment = Sweep();
        using var store = Filled(experiment);
        string path = Path.Combine(_folder, "report.html");
        ExperimentReport.Write(path, experiment, store, Options);

        string html = File.ReadAllText(path);
        html.Replace("http://www.w3.org/2000/svg", "").Should().NotContain("http://").And.NotContain("https://").And.NotContain("<script").And.NotContain("@import");
        Screenshot page = Screenshot.Of(path, 960, 2600);
        page.Console.Should().BeEmpty("the page has no errors and asks for nothing from elsewhere");
        (page.Width, page.Height).Should().Be((960, 2600));

        // The first chart: five curves, each line in its own colour, and the faint band of the best, which is the first one.
        int end = 900;
        (byte, byte, byte)[] lines = [(0x00, 0x72, 0xb2), (0xd5, 0x5e, 0x00), (0x00, 0x9e, 0x73), (0xcc, 0x79, 0xa7), (0x8a, 0x6d, 0x00)];
        foreach ((byte red, byte green, byte blue) in lines)
            page.Count(150, end, red, green, blue).Should().BeGreaterThan(300, "a line of some hundred pixels has the colour #{0:x2}{1:x2}{2:x2}", red, green, blue);
        page.Count(150, end, 0xcc, 0xe3, 0xf0).Should().BeGreaterThan(500, "the band has a fifth of the first line's colour");
        // The frame of the best cell of the heat map, in the second colour, is below all charts.
        page.Count(1700, 2300, 0xd5, 0x5e, 0x00).Should().BeGreaterThan(150);
        page.Count(0, 2600, 0x1d, 0x23, 0x29, 40).Should().BeGreaterThan(3000, "there is text");
    }

    [Test]
    public void Create_Findings_NameTheBestAndWhatIsMissing()
    {
        ExperimentDescription experiment = Sweep();
        using var store = Filled(experiment);
        string html = ExperimentReport.Create(experiment, store, Options with { Runs = 6 });
        html.Should().Contain("Best: alpha 0.3, kind a&lt;b with return ").And.Contain("6 of 36 runs are missing").And.Contain("larger is better");
        ExperimentReport.Create(experiment, store, Options with { Preference = Preference.Smaller }).Should().Contain("Best: alpha 0.1, kind c with return ");
    }

    [Test]
    public void Create_NothingThere_SaysSo()
    {
        ExperimentDescription experiment = Sweep();
        using var store = Filled(experiment);
        FluentActions.Invoking(() => ExperimentReport.Create(experiment, store, Options with { Metric = "loss" })).Should().Throw<ExpUtilsException>().WithMessage("*'loss'*return*");
        FluentActions.Invoking(() => ExperimentReport.Create(experiment, new FolderResultStore(Path.Combine(_folder, "empty")), Options)).Should().Throw<ExpUtilsException>().WithMessage("*complete*");
        FluentActions.Invoking(() => ExperimentReport.Create(experiment, store, Options with { Percent = 0 })).Should().Throw<ArgumentException>().WithMessage("*Percent*");
    }

    [Test]
    public void Create_OneRunOfOneCombination_StillAPage()
    {
        ExperimentDescription experiment = ExperimentDescription.Parse("""{"name": "one", "metaParameters": {}}""");
        using var store = new FolderResultStore(Path.Combine(_folder, "one"));
        using (IRunWriter writer = store.Begin(experiment, 0))
        {
            writer.Write("return", [0], [1.5]);
            writer.Complete();
        }

        ExperimentReport.Create(experiment, store, Options).Should().Contain("the only combination").And.Contain("1.5 over 1 run.").And.Contain("One run tells nothing")
            .And.NotContain("[1.5, 1.5]");
    }

    [Test]
    public void Create_FewOrDivergedRuns_SaysHowFarToTrustThem()
    {
        ExperimentDescription experiment = ExperimentDescription.Parse("""{"name": "few", "metaParameters": {"a": [1, 2]}}""");
        using var store = new FolderResultStore(Path.Combine(_folder, "few"));
        foreach (long index in experiment.ListIndices(3))
        {
            using IRunWriter writer = store.Begin(experiment, index);
            writer.Write("return", 0, index == 5 ? double.NaN : index);
            writer.Complete();
        }

        string page = ExperimentReport.Create(experiment, store, Options);
        page.Should().Contain("1 run has no finite score").And.Contain("<td>2 of 3</td>").And.Contain("Intervals over 2 runs hold the mean at most about 50&nbsp;% of the time");
    }

    [Test]
    public void Of_RunsMeasuredAtFramesOfTheirOwn_AlignsThemByFrame()
    {
        ParameterSet parameters = ParameterSet.Parse("{}");
        (double[] x, ConfidenceBand band) = ReportCurve.Of(
        [
            new RunSeries(parameters, 0, [0, 10, 20, 30, 40], [0, 10, 20, 30, 40]),
            new RunSeries(parameters, 1, [5, 40], [1, 4]),
        ]);
        x.Should().Equal(8, 16, 24, 32, 40);
        band.Estimate.Should().Equal((0 + 1) / 2.0, (10 + 1) / 2.0, (20 + 1) / 2.0, (30 + 1) / 2.0, (40 + 4) / 2.0);

        (x, band) = ReportCurve.Of([new RunSeries(parameters, 0, [0, 10, 20], [1, 2, 3]), new RunSeries(parameters, 1, [0, 10], [3, 4])]);
        x.Should().Equal(0, 10, 20);
        band.Estimate.Should().Equal(2, 3, 3);
    }

    private static ExperimentDescription Sweep() =>
        ExperimentDescription.Parse("""{"name": "sweep", "metaParameters": {"alpha": [0.1, 0.2, 0.3], "kind": ["a<b", "c"]}}""");

    private FolderResultStore Filled(ExperimentDescription experiment)
    {
        var store = new FolderResultStore(Path.Combine(_folder, "runs"));
        foreach (long index in experiment.ListIndices(5))
        {
            ParameterSet parameters = experiment.GetParameters(index);
            double level = (20 * parameters["alpha"].AsDouble()) + (parameters["kind"].AsString() == "c" ? -1 : 0) + (0.5 * Math.Sin(37 * index));
            long[] frames = [.. Enumerable.Range(0, 60).Select(frame => (long)frame)];
            using IRunWriter writer = store.Begin(experiment, index);
            writer.Write("return", frames, [.. frames.Select(frame => (level * (1 - Math.Exp(-frame / 10.0))) + (0.2 * Math.Sin((index * 7) + frame)))]);
            writer.Complete();
        }

        return store;
    }
}
