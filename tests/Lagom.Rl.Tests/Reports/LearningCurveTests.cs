namespace Lagom.Rl.Tests;

public sealed class LearningCurveTests
{
    private static readonly IReadOnlyList<Configuration> Two = new ConfigSpace { ["rate"] = ConfigGrid.Of(0.5, 2.0), ["env"] = "Line" }.Expand();

    [Test]
    public async Task Read_LogsOfAnExperiment_GivesCurvesOverCommonSteps()
    {
        using var folder = new TemporaryFolder();
        await RunAsync(folder, [1, 2], (job, sink) =>
        {
            // The seeds log at other steps, and one of them something else as well.
            for (int step = 0; step <= 10; step += (int)job.Seed)
                sink.Write(step, new Dictionary<string, double> { ["height"] = job.Configuration.Number("rate") * step + job.Seed, ["cost"] = double.NaN });
            sink.Write(11, new Dictionary<string, double> { ["other"] = 1 });
        });

        IReadOnlyList<LearningCurve> curves = LearningCurves.Read(folder["run"], "height");

        curves.Select(curve => curve.Configuration.Id).Should().Equal(0, 1);
        curves[0].Seeds.Should().Equal(1, 2);
        curves[0].X.Should().Equal(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        curves[1].Y[0][3].Should().Be(7);
        curves[1].Y[1][3].Should().BeApproximately(8, 1e-12, "seed 2 logged at even steps only");
        LearningCurves.Read(folder["run"], "height", new LearningCurveOptions { Points = 3, PointStep = 2 })[0].X.Should().Equal(0, 10);
        LearningCurves.Read(folder["run"], "height", new LearningCurveOptions { SmoothingWindow = 51 })[0].Y[0]
            .Zip(curves[0].Y[0]).Should().OnlyContain(pair => Math.Abs(pair.First - pair.Second) < 1e-9, "a line is its own smooth form, whatever the window");
        FluentActions.Invoking(() => LearningCurves.Read(folder["run"], "heigth")).Should().Throw<InvalidDataException>().WithMessage("*'heigth'*cost, height, other*");
        FluentActions.Invoking(() => LearningCurves.Read(folder["run"], "cost")).Should().Throw<InvalidDataException>("no value is finite");
        FluentActions.Invoking(() => LearningCurves.Read(folder["run"], "height", new LearningCurveOptions { SmoothingWindow = 4 })).Should().Throw<ArgumentException>().WithMessage("SmoothingWindow is 4*");
    }

    [Test]
    public void Band_NormalIntervals_AreMeanAndStandardErrors()
    {
        CurveBand band = CurveBand.Of([0, 1], [[1, 5], [2, 5], [3, 5], [6, 5]], new IntervalOptions { Kind = IntervalKind.Normal });

        band.Centre.Should().Equal(3, 5);
        double error = Math.Sqrt((4 + 1 + 0 + 9) / 3.0) / 2;
        band.High[0].Should().BeApproximately(3 + 1.959963984540054 * error, 1e-9);
        band.Low[0].Should().BeApproximately(3 - 1.959963984540054 * error, 1e-9);
        band.Low[1].Should().Be(5);
    }

    [Test]
    public void Band_InterquartileMean_LeavesAQuarterOutAtEitherEnd()
    {
        double[][] runs = [[900], [3], [1], [2], [-500], [4], [5], [3]];

        CurveBand band = CurveBand.Of([0], runs, new IntervalOptions { Centre = CurveCentre.InterquartileMean });

        band.Centre.Should().Equal([(2 + 3 + 3 + 4) / 4.0]);
        band.Low[0].Should().BeLessThan(3);
        band.High[0].Should().BeGreaterThan(3);
        FluentActions.Invoking(() => CurveBand.Of([0], runs, new IntervalOptions { Kind = IntervalKind.Normal, Centre = CurveCentre.InterquartileMean }))
            .Should().Throw<ArgumentException>().WithMessage("Centre is InterquartileMean*");
    }

    [Test]
    public void WriteCsv_Curves_AreRowsWithTheirItems()
    {
        Configuration configuration = new ConfigSpace { ["name"] = "a,\"b\"", ["sizes"] = new[] { 1, 2 }, ["rate"] = 0.5 }.Expand()[0];
        using var writer = new StringWriter();

        LearningCurves.WriteCsv(writer, [new LearningCurve(configuration, [7, 8], [0, 1], [[1, 2.5], [3, -1e-9]])]);

        const string Items = ",0,\"a,\"\"b\"\"\",\"[1,2]\",0.5\n";
        writer.ToString().Should().Be($"x,y,seed,ID,name,sizes,rate\n0,1,7{Items}1,2.5,7{Items}0,3,8{Items}1,-1E-09,8{Items}");
    }

    [TestCase(IntervalKind.Bootstrap)]
    [TestCase(IntervalKind.Normal)]
    public void Band_ManyExperiments_HoldTheTrueMeanAboutAsOftenAsTheyClaim(IntervalKind kind)
    {
        var random = new RandomStream(1);
        const int Experiments = 400;
        int held = 0;
        for (int experiment = 0; experiment < Experiments; experiment++)
        {
            double[][] runs = [.. Enumerable.Range(0, 20).Select(_ => new[] { random.NextNormal(3, 2) })];
            CurveBand band = CurveBand.Of([0], runs, new IntervalOptions { Kind = kind, Level = 0.9, Resamples = 300, Seed = experiment });
            if (band.Low[0] <= 3 && 3 <= band.High[0])
                held++;
        }

        // With 20 seeds such intervals hold the mean in about 88 of 100 cases; the standard error of the share is 0.016.
        ((double)held / Experiments).Should().BeApproximately(0.88, 0.05);
    }

    [Test]
    public void Band_WrongInput_IsRefused()
    {
        CurveBand.Of([0], [[4]]).Low.Should().Equal(4);
        FluentActions.Invoking(() => CurveBand.Of([0], [])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => CurveBand.Of([0], [[1, 2]])).Should().Throw<ArgumentException>().WithMessage("*2 points*");
        FluentActions.Invoking(() => CurveBand.Of([0], [[1]], new IntervalOptions { Level = 1 })).Should().Throw<ArgumentException>().WithMessage("Level is 1*");
        FluentActions.Invoking(() => CurveBand.Of([0], [[1]], new IntervalOptions { Resamples = 0 })).Should().Throw<ArgumentException>().WithMessage("Resamples is 0*");
    }

    [Test]
    public async Task Report_OfAnExperiment_ShowsCurvesIntervalsAndFailures()
    {
        using var folder = new TemporaryFolder();
        ExperimentResult result = await RunAsync(folder, [1, 2, 3], (job, sink) =>
        {
            for (int step = 0; step < 5; step++)
                sink.Write(step, new Dictionary<string, double> { ["height"] = job.Configuration.Number("rate") * step + job.Seed });
            if (job is { Configuration.Id: 1, Seed: 3 })
                throw new InvalidOperationException("<Too> high.");
        });
        IReadOnlyList<LearningCurve> curves = LearningCurves.Read(folder["run"], "height");

        var report = new LearningCurveReport("Lines & heights", "Two rates.");
        report.Add("Height", curves, new LearningCurveFigure { Levels = [(8, "high enough")] }).Add(result).Save(folder["out/report.html"]);

        string page = File.ReadAllText(folder["out/report.html"]);
        page.Should().Contain("Lines &amp; heights").And.Contain("rate 0.5").And.Contain("rate 2").And.NotContain("env Line", "names hold what differs")
            .And.Contain("95&nbsp;% bootstrap interval of the mean (2000 resamples)").And.Contain("3 seeds").And.Contain("high enough")
            .And.Contain("1 of 6 jobs failed").And.Contain("&lt;Too&gt; high.").And.NotContain("<Too>").And.NotContain("http");
        page.IndexOf("<td>rate 2</td>", StringComparison.Ordinal).Should().BeLessThan(page.IndexOf("<td>rate 0.5</td>", StringComparison.Ordinal), "the best comes first");
        FluentActions.Invoking(() => new LearningCurveReport("x", "").Add("y", [])).Should().Throw<ArgumentException>();
    }

    private static Task<ExperimentResult> RunAsync(TemporaryFolder folder, long[] seeds, Action<ExperimentJob, IMetricSink> run) => new ExperimentRunner().RunAsync(
        (job, _) =>
        {
            using var sink = new JsonLinesSink(job.PathOf("log.jsonl"));
            run(job, sink);
            return null;
        },
        Two, new ExperimentOptions { Directory = folder["run"], Seeds = seeds });
}
