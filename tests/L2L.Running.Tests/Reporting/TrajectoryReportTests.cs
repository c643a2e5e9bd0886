using L2L.Running.Tests.Support;

namespace L2L.Running.Tests.Reporting;

internal sealed class TrajectoryReportTests
{
    [Test]
    public async Task ToHtml_Run_DrawsFitnessEveryParameterAndParallelCoordinates()
    {
        using var folder = new TemporaryFolder();
        ExperimentResult result = await Sphere.RunAsync(folder.Path);

        string html = TrajectoryReport.ToHtml(TrajectoryFile.Load(folder.Path));

        html.Should().Contain("id=\"fitness\"").And.Contain("id=\"parallel\"").And.Contain("coords[0]").And.Contain("coords[1]").And.Contain("id=\"parameter3\"");
        html.Should().NotContain("id=\"front\"").And.NotContain("NaN").And.NotContain("http-equiv").And.NotContain("src=");
        html.Should().Contain($"generation {result.BestIndividual.Generation}, individual {result.BestIndividual.Index}");
        TrajectoryReport.Write(result.Trajectory, folder["report.html"]);
        (await File.ReadAllTextAsync(folder["report.html"])).Should().EndWith("</html>\n");
    }

    [Test]
    public async Task ToHtml_TwoObjectives_DrawsTheFront()
    {
        var space = new ParameterSpace(new RealParameter("x", 0, 1));
        IOptimizee optimizee = Optimizee.From(space, (set, _, _) => new FitnessVector(set.Real("x"), 1 - set.Real("x")));
        var optimizer = new RandomSearch(SearchProblem.Of(optimizee, new FitnessWeights(1, 1)), new RandomSearchOptions { Generations = 2, PopulationSize = 6 });
        ExperimentResult result = await new Experiment(optimizee, optimizer).RunAsync();

        string html = TrajectoryReport.ToHtml(result.Trajectory);

        html.Should().Contain("id=\"front\"").And.Contain("12 of 12 individuals are beaten by no other one");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task ToHtml_LogarithmicParameter_HasALogarithmicAxis(bool log)
    {
        IOptimizee optimizee = Optimizee.From(new ParameterSpace(new RealParameter("rate", 1e-6, 1, log)), (set, _, _) => set.Real("rate"));
        var optimizer = new RandomSearch(SearchProblem.Of(optimizee, FitnessWeights.Minimize), new RandomSearchOptions { Generations = 3, PopulationSize = 20 });
        ExperimentResult result = await new Experiment(optimizee, optimizer).RunAsync();

        string html = TrajectoryReport.ToHtml(result.Trajectory);

        (html.Contains("10⁻⁴", StringComparison.Ordinal) || html.Contains("10&#x207B;&#x2074;", StringComparison.Ordinal)).Should().Be(log);
    }

    [Test]
    public void ToHtml_FailedIndividualsAndHostileNames_AreShownSafely()
    {
        var trajectory = new Trajectory("<script>");
        trajectory.Add(new Generation(
            0,
            [
                new Evaluation(new Individual(0, 0, new ParameterSet(("a<b", 1.0), ("c", "x&y"))), new FitnessVector(1)),
                new Evaluation(new Individual(0, 1, new ParameterSet(("a<b", 2.0))), new FitnessVector(0)) { Status = EvaluationStatus.Failed, Error = "<b>boom</b>" },
            ],
            ParameterSet.Empty));

        string html = TrajectoryReport.ToHtml(trajectory);

        html.Should().NotContain("<script>").And.NotContain("<b>boom").And.Contain("1 evaluations failed");
    }

    [Test]
    public void ToHtml_NoEvaluation_IsRefused() =>
        FluentActions.Invoking(() => TrajectoryReport.ToHtml(new Trajectory())).Should().Throw<ArgumentException>().WithMessage("*no evaluation*");
}
