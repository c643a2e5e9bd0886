using System.Text.Json;

namespace L2L.Tests.Optimizers;

public sealed class MixtureAndKalmanTests
{
    private static IEnumerable<TestCaseData> Cases(string file) => Golden.Read(file + ".json").Items("cases")
        .Select(r => new TestCaseData(r).SetArgDisplayNames(r.GetProperty("label").GetString()!));

    [TestCaseSource(nameof(Cases), new object[] { "bayesian_mixture" })]
    public void Mixture_RecordedIterations_HasTheRecordedParameters(JsonElement recorded)
    {
        double[][] responsibilities = recorded.GetProperty("initial_responsibilities").Rows();
        var mixture = new VariationalMixture(recorded.GetProperty("X").Rows(), responsibilities[0].Length, recorded.GetProperty("priors").GetProperty("weight_concentration_prior").GetDouble());
        mixture.Maximise(responsibilities);
        int iteration = 0;
        double bound = double.NaN;
        foreach (JsonElement snapshot in recorded.Items("snapshots"))
        {
            for (; iteration < snapshot.GetProperty("iteration").GetInt32(); iteration++)
            {
                (responsibilities, double entropy) = mixture.Expect();
                mixture.Maximise(responsibilities);
                bound = mixture.LowerBound(entropy);
            }

            mixture.Concentration.ShouldBeClose(snapshot.GetProperty("weight_concentration").Numbers(), 1e-7);
            mixture.Weights.ShouldBeClose(snapshot.GetProperty("weights").Numbers(), 1e-7);
            mixture.MeanPrecision.ShouldBeClose(snapshot.GetProperty("mean_precision").Numbers(), 1e-7);
            mixture.Freedom.ShouldBeClose(snapshot.GetProperty("degrees_of_freedom").Numbers(), 1e-7);
            mixture.Means.SelectMany(m => m).ShouldBeClose(snapshot.GetProperty("means").Rows().SelectMany(m => m), 1e-7);
            mixture.Covariances.SelectMany(c => c).SelectMany(r => r).ShouldBeClose(snapshot.Items("covariances").SelectMany(c => c.Rows()).SelectMany(r => r), 1e-7);
            if (snapshot.TryGetProperty("responsibilities", out JsonElement shares))
                responsibilities.SelectMany(r => r).ShouldBeClose(shares.Rows().SelectMany(r => r), 1e-7);
            if (snapshot.TryGetProperty("lower_bound", out JsonElement lower))
                bound.ShouldBeClose(lower.GetDouble(), 1e-7);
        }
    }

    [Test]
    public void MixtureFit_TwoClusters_SamplesBothAndSmooths()
    {
        var random = new RandomStream(4);
        double[][] rows = [.. Enumerable.Range(0, 80).Select(i => new[] { (i % 2 == 0 ? -3 : 3) + 0.2 * random.NextNormal(), 0.2 * random.NextNormal() })];
        var fit = (MixtureFit)new GaussianMixtureDistribution().Create(2);
        fit.Fit(rows, 0, random);
        double[] left = fit.Means.MinBy(m => m[0])!;
        left[0].Should().BeApproximately(-3, 0.2);
        double[][] sample = fit.Sample(400, random);
        sample.Count(x => x[0] < 0).Should().BeInRange(150, 250);
        // The reference's smoothing has no effect; here a fit to points moved by 1 moves the means by half of that.
        fit.Fit([.. rows.Select(r => new[] { r[0] + 1, r[1] })], 0.5, random);
        fit.Means.MinBy(m => m[0])![0].Should().BeApproximately(-2.5, 0.25);
    }

    [TestCase("gaussian-mixture(3)")]
    [TestCase("noisy-gaussian-mixture(3, 1, 0.9)")]
    [TestCase("noisy-gaussian(1, 0.9)")]
    [TestCase("gaussian")]
    public void CrossEntropy_EveryDistribution_FindsTheMinimum(string distribution)
    {
        var optimizer = OptimizerCatalog.Create("cross-entropy", Quick.Problem(), new Dictionary<string, string>
        {
            ["distribution"] = distribution,
            ["elite-fraction"] = "0.4",
            ["generations"] = "60",
        });
        Quick.Run(optimizer, "Ackley2d").BestWeighted.Should().BeGreaterThan(-0.05);
    }

    [Test]
    public void MixtureFit_PointsInOnePlace_StillSamples()
    {
        var fit = (MixtureFit)new GaussianMixtureDistribution().Create(2);
        fit.Fit([.. Enumerable.Repeat(new double[] { 1, 2 }, 8)], 0, new RandomStream(1));
        fit.Sample(4, new RandomStream(2)).Should().OnlyContain(p => Math.Abs(p[0] - 1) < 0.1 && Math.Abs(p[1] - 2) < 0.1);
    }

    [TestCaseSource(nameof(Cases), new object[] { "ensemble_kalman" })]
    public void Kalman_RecordedUpdate_GivesTheRecordedEnsemble(JsonElement recorded)
    {
        double[][] observations = recorded.GetProperty("observations").Rows();
        JsonElement gamma = recorded.GetProperty("gamma");
        double[][] noise = gamma.ValueKind == JsonValueKind.Array ? gamma.Rows() : [[1]];
        double[][][] outputs = [.. recorded.Items("model_output").Select(Golden.Rows)];
        double[][] result = KalmanUpdate.Of(recorded.GetProperty("ensemble").Rows(), observations, outputs, noise, recorded.GetProperty("maxit").GetInt32());
        result.SelectMany(r => r).ShouldBeClose(recorded.GetProperty("result").Rows().SelectMany(r => r), 1e-4);
    }

    [TestCase(ReplacementMethod.Random)]
    [TestCase(ReplacementMethod.BestFirst)]
    [TestCase(ReplacementMethod.Gaussian)]
    public void Kalman_EveryReplacement_FindsTheObservation(ReplacementMethod method)
    {
        var problem = new SearchProblem(new ParameterSpace(new VectorParameter("x", 2, -5, 5)), new FitnessWeights(-1));
        var optimizer = new EnsembleKalman(problem, new EnsembleKalmanOptions { Generations = 40, Method = method, Gamma = 0.1 });
        Quick.Run(optimizer, set => Math.Pow(set.Vector("x")[0] - 1, 2) + Math.Pow(set.Vector("x")[1] + 2, 2)).BestWeighted.Should().BeGreaterThan(-0.05);
    }

    [TestCase("cross-entropy", "gaussian")]
    [TestCase("cross-entropy", "noisy-gaussian(1, 0.9)")]
    [TestCase("cross-entropy", "gaussian-mixture(2)")]
    [TestCase("face", "noisy-gaussian-mixture(3, 1, 0.9)")]
    public void LoadState_EveryDistribution_GoesOnBitForBit(string name, string distribution)
    {
        var settings = new Dictionary<string, string> { ["distribution"] = distribution, ["smoothing"] = "0.3", ["temperature-decay"] = "0.8", ["generations"] = "9" };
        IOptimizer first = OptimizerCatalog.Create(name, Quick.Problem(), settings);
        for (int g = 0; g < 4; g++)
            first.Tell([.. first.Ask().Select(i => new Evaluation(i, i.Parameters.Vector("coords")[0]))]);
        IOptimizer second = OptimizerCatalog.Create(name, Quick.Problem(), settings);
        second.LoadState(OptimizerState.Parse(first.SaveState().ToJson()));
        for (int g = 0; g < 3; g++)
        {
            second.Ask().Should().Equal(first.Ask());
            first.Tell([.. first.Ask().Select(i => new Evaluation(i, i.Parameters.Vector("coords")[0]))]);
            second.Tell([.. second.Ask().Select(i => new Evaluation(i, i.Parameters.Vector("coords")[0]))]);
            ((object)second.Details).Should().Be(first.Details);
        }
    }

    [TestCase("gaussian")]
    [TestCase("noisy-gaussian(2, 0.5)")]
    [TestCase("gaussian-mixture(4)")]
    [TestCase("noisy-gaussian-mixture(3, 0.5, 0.9)")]
    public void Distribution_Text_ComesBack(string text) => SearchDistribution.Parse(text).ToString().Should().Be(text);

    [Test]
    public void Distribution_BadText_ListsWhatThereIs() =>
        FluentActions.Invoking(() => SearchDistribution.Parse("cauchy")).Should().Throw<ArgumentException>().WithMessage("*'cauchy' is no distribution*noisy-gaussian*");
}
