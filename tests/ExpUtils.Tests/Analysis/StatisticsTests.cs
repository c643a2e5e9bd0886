using System.Text.Json;

namespace ExpUtils.Tests.Analysis;

[TestFixture]
public sealed class StatisticsTests
{
    private static readonly JsonElement Vectors = Golden.Read("analysis.json");

    [Test]
    public void Percentiles_OfGivenResamples_MatchTheReference()
    {
        JsonElement golden = Vectors.GetProperty("bootstrap");
        double[] data = golden.GetProperty("data").Numbers();
        double[] means = [.. golden.Items("resample_indices").Select(indices => indices.Longs().Average(i => data[i]))];
        for (int i = 0; i < means.Length; i++)
            means[i].Should().BeApproximately(golden.GetProperty("resample_means")[i].GetDouble(), 1e-12);
        foreach ((string name, double alpha) in new[] { ("ci_alpha_0.05", 0.05), ("ci_alpha_0.10", 0.1) })
        {
            ConfidenceInterval interval = Bootstrap.Percentiles(data.Average(), [.. means], alpha);
            interval.Estimate.Should().BeApproximately(golden.GetProperty("sample_mean").GetDouble(), 1e-12);
            interval.Lower.Should().BeApproximately(golden.GetProperty(name)[0].GetDouble(), 1e-12);
            interval.Upper.Should().BeApproximately(golden.GetProperty(name)[1].GetDouble(), 1e-12);
        }
    }

    [Test]
    public void Interval_OfNormalNumbers_CoversTheMeanAsOftenAsItSays()
    {
        // Seeded; the bootstrap is a little too narrow for 20 numbers, so 0.93 ± 0.04 rather than 0.95.
        var random = new Random(1);
        int covered = 0;
        for (int trial = 0; trial < 500; trial++)
        {
            double[] data = [.. Enumerable.Range(0, 20).Select(_ => Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) - 6)];
            ConfidenceInterval interval = Bootstrap.Interval(data, new BootstrapOptions { Resamples = 500, Seed = trial });
            covered += interval.Lower <= 0 && interval.Upper >= 0 ? 1 : 0;
        }

        (covered / 500.0).Should().BeInRange(0.89, 0.97);
    }

    [Test]
    public void Interval_OfTheSameSeed_IsTheSame()
    {
        double[] data = [3, 1, double.NaN, 4, 1.5, 5];
        Bootstrap.Interval(data).Should().Be(Bootstrap.Interval(data));
        Bootstrap.Interval(data, new BootstrapOptions { Seed = 1, Resamples = 50 }).Should().NotBe(Bootstrap.Interval(data, new BootstrapOptions { Seed = 2, Resamples = 50 }));
        Bootstrap.Interval(data, new BootstrapOptions { Statistic = BootstrapStatistic.Sum }).Estimate.Should().Be(14.5);
        Bootstrap.Interval([double.NaN]).Lower.Should().Be(double.NaN);
        FluentActions.Invoking(() => Bootstrap.Interval(data, new BootstrapOptions { Alpha = 1 })).Should().Throw<ArgumentException>().WithMessage("*Alpha*");
    }

    [Test]
    public void Stratified_OfUnequalGroups_WeighsThem()
    {
        double[] rare = [.. Enumerable.Repeat(100.0, 30)];
        double[] common = [.. Enumerable.Range(0, 30).Select(i => i % 2 == 0 ? -1.0 : 1)];
        ConfidenceInterval interval = Bootstrap.Stratified([rare, common], [0.1, 0.9]);
        interval.Estimate.Should().BeApproximately(10, 1e-12);

        // 0.9 times the standard error of the common group, about 0.18, twice to each side.
        (interval.Upper - interval.Lower).Should().BeApproximately(4 * 0.9 * 0.18, 0.1);
        FluentActions.Invoking(() => Bootstrap.Stratified([rare, common], [0.5, 0.6])).Should().Throw<ArgumentException>();
    }

    [Test]
    public void Band_OfRuns_ResamplesWholeRuns()
    {
        var curves = new CurveSet([[1, 10, 5], [3, 30, double.NaN], [2, 20]]);
        ConfidenceBand band = Bootstrap.Band(curves, new BootstrapOptions { Resamples = 2000 });
        band.Estimate.Should().Equal(2, 20, 5);
        band.Lower[1].Should().BeApproximately(10 * band.Lower[0], 1e-9);
        band.Upper[1].Should().BeApproximately(10 * band.Upper[0], 1e-9);
        (band.Lower[2], band.Upper[2]).Should().Be((5, 5));
    }

    [Test]
    public void Positions_OfEveryCase_MatchTheReference()
    {
        foreach (JsonElement item in Vectors.Items("tolerance_indices"))
        {
            ToleranceInterval.Positions((int)item.Integer("n"), item.GetProperty("alpha").GetDouble(), item.GetProperty("beta").GetDouble())
                .Should().Be(((int)item.Integer("lower_index"), (int)item.Integer("upper_index")));
        }

        ToleranceInterval interval = ToleranceInterval.Of([3, 1, double.NaN, 2]);
        (interval.Lower, interval.Upper).Should().Be((1, 3));
    }

    [TestCase(1, 0.9, 0)]
    [TestCase(10, 0.9, 0.2639)]
    [TestCase(46, 0.9, 0.9519)]
    [TestCase(100, 0.9, 0.9922)]
    [TestCase(100, 0.8, 0.9531)]
    public void Confidence_OfToleranceIntervals_IsHowOftenTheyHoldTheirShare(int count, double beta, double confidence)
    {
        // Seeded; of uniform numbers the share is the interval's length. 4000 trials: three standard errors are at most 0.024.
        var random = new Random(4);
        int held = 0;
        ToleranceInterval interval = default;
        for (int trial = 0; trial < 4000; trial++)
        {
            interval = ToleranceInterval.Of([.. Enumerable.Range(0, count).Select(_ => random.NextDouble())], beta: beta);
            held += interval.Upper - interval.Lower >= beta ? 1 : 0;
        }

        interval.Confidence.Should().BeApproximately(confidence, 1e-4);
        (held / 4000.0).Should().BeApproximately(interval.Confidence, 0.024);
    }

    [Test]
    public void ByConfidence_OfSingleRuns_TellsNothingApart()
    {
        Result[] results = [.. Enumerable.Range(0, 3).Select(i => new Result($"{i}", i, ParameterSet.Parse($$"""{"a": {{i}}}"""), () => new CurveSet([[i]])))];
        IReadOnlyList<ScoredCandidate<ParameterSet>> candidates = results.ToCandidates();
        candidates.Select(candidate => candidate.StandardError).Should().Equal(double.NaN, double.NaN, double.NaN);
        Ranking.ByConfidence(candidates, Preference.Larger).Select(candidate => (candidate.Score, candidate.Rank)).Should().Equal((2, 0), (1, 0), (0, 0));
    }

    [Test]
    public void FromEpisodes_OfEveryCase_MatchesTheReference()
    {
        foreach (JsonElement item in Vectors.Items("step_return"))
        {
            LearningCurve.FromEpisodes(item.GetProperty("time").Longs(), item.GetProperty("metric").Numbers(), (int)item.Integer("length"))
                .Should().Equal(item.GetProperty("values").Numbers());
        }

        LearningCurve.FromEpisodes([2, 4, 3, 9], [1, 2, 3, 4], 6).Should().Equal(1, 1, 2, 2, 2, 2);
    }

    [Test]
    public void SelectUnderUncertainty_OfNoisyRuns_ReportsThoseThatMayBeBest()
    {
        var random = new Random(3);
        Result Make(int index, double mean, double noise) => new($"{index}", index, ParameterSet.Parse($$"""{"a": {{index}}}"""), () =>
            new CurveSet([.. Enumerable.Range(0, 10).Select(_ => new[] { 99, mean + (noise * (random.NextDouble() - 0.5)) })]));
        Result[] results =
        [
            Make(0, 1, 0.1), Make(1, 5, 4), Make(2, 5.2, 4),
            new("gone", 3, ParameterSet.Parse("""{"a": 3}"""), () => throw new FileNotFoundException()),
        ];
        IReadOnlyList<SelectedResult<Result>> selected = results.SelectUnderUncertainty(Preference.Larger, percent: 0.5);
        selected.Select(one => one.Result.Index).Should().BeEquivalentTo(new[] { 1, 2 });
        selected.Sum(one => one.Probability).Should().BeApproximately(1, 1e-9);
        selected[0].Score.Estimate.Should().BeInRange(selected[0].Score.Lower, selected[0].Score.Upper);
        results.SelectUnderUncertainty(Preference.Smaller, percent: 0.5).Single().Result.Index.Should().Be(0);
    }

    [Test]
    public void SensitivityOver_AParameter_TakesTheBestOfTheOthers()
    {
        ExperimentDescription experiment = ExperimentDescription.Parse("""{"metaParameters": {"a": [2, 1], "b": [10, 20]}}""");
        Result[] results = [.. experiment.Sweep.Select((parameters, index) => new Result($"{index}", index, parameters, () =>
            new CurveSet([[parameters["a"].AsDouble() * parameters["b"].AsDouble()]])))];
        results.SensitivityOver("a", Preference.Smaller).Select(point => (point.Value!.AsInt64(), point.Best.Index, point.Score.Estimate))
            .Should().Equal((1, 2, 10), (2, 0, 20));
        results.SensitivityOver("b", Preference.Larger).Select(point => point.Score.Estimate).Should().Equal(20, 40);
        results.ToCandidates().Select(candidate => candidate.Score).Should().Equal(20, 40, 10, 20);
    }
}
