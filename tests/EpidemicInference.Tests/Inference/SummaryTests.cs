using EpidemicInference.Inference;

namespace EpidemicInference.Tests.Inference;

public sealed class SummaryTests
{
    [Test]
    public void Of_KnownSamples_GivesTheirMoments()
    {
        double[] samples = [.. Enumerable.Range(0, 1001).Select(i => (double)i)];
        QuantitySummary summary = QuantitySummary.Of(Quantity.R0, samples, autocorrelationTime: 10);
        summary.Mean.Should().BeApproximately(500, 1e-9);
        summary.Sd.Should().BeApproximately(Math.Sqrt(1001 * 1002 / 12.0), 1e-9);
        summary.Low95.Should().BeApproximately(25, 1);
        summary.High95.Should().BeApproximately(975, 1);
        summary.EffectiveSamples.Should().BeApproximately(100.1, 1e-9);
        summary.MeanError.Should().BeApproximately(summary.Sd / Math.Sqrt(100.1), 1e-12);
    }

    [Test]
    public void Of_LogParameters_GivesRatesAndTheirRatio()
    {
        double logBeta = Math.Log(1.8), logGamma = Math.Log(0.6), logPhi = Math.Log(9);
        Quantity.R0.Of(logBeta, logGamma, logPhi).Should().BeApproximately(3, 1e-12);
        Quantity.Beta.Of(logBeta, logGamma, logPhi).Should().BeApproximately(1.8, 1e-12);
        Quantity.Gamma.Of(logBeta, logGamma, logPhi).Should().BeApproximately(0.6, 1e-12);
        Quantity.TimeInBed.Of(logBeta, logGamma, logPhi).Should().BeApproximately(1 / 0.6, 1e-12);
        Quantity.Dispersion.Of(logBeta, logGamma, logPhi).Should().BeApproximately(9, 1e-12);
    }

    [Test]
    public void QuantityShift_KnownSummaries_MeasuresInSdAndInMonteCarloError()
    {
        var exact = new QuantitySummary(Quantity.Beta, 2.0, 0.5, 1, 3, 1, EffectiveSamples: 100);
        var emulated = new QuantitySummary(Quantity.Beta, 2.1, 0.55, 1, 3, 1, EffectiveSamples: 121);
        QuantityShift shift = QuantityShift.Of(exact, emulated);
        shift.MeanInSd.Should().BeApproximately(0.2, 1e-12);
        shift.MeanInMonteCarloError.Should().BeApproximately(0.1 / Math.Sqrt(0.05 * 0.05 + 0.05 * 0.05), 1e-12);
        shift.SdDifference.Should().BeApproximately(0.1, 1e-12);
    }

    [Test]
    public void RunResult_IndependentDraws_HasShortAutocorrelationAndRightMoments()
    {
        RunResult run = FakeRuns.Run(3, walkers: 16, steps: 2000, emulated: false);
        run.AutocorrelationTime.Should().BeInRange(0.8, 1.3);
        run.BurnIn.Should().BeInRange(8, 20);
        run[Quantity.Beta].Mean.Should().BeApproximately(Math.Exp(0.55 + 0.03 * 0.03 / 2), 0.002);
        run.TrueCalls.Should().Be(32000);
        run.EmulatedCalls.Should().Be(0);
    }

    [Test]
    public void RunResult_WalkersThatNeverMoved_HasOneEffectiveSamplePerWalker()
    {
        var chain = new SampledChain(4, 20, new double[240], new double[80], new double[80], Acceptance: 0);
        RunResult run = RunResult.Of(chain, [new CallCounts(4, 0)], seconds: 0);
        run.BurnIn.Should().Be(10);
        run[Quantity.R0].EffectiveSamples.Should().BeApproximately(4, 1e-9);
    }

    [Test]
    public void Comparison_FakeRuns_CountsSavedCalls()
    {
        JobResult result = FakeRuns.Complete();
        result.Comparison!.SavedShare.Should().BeApproximately(0.9, 1e-12);
        result.Comparison.MaxMeanShiftInSd.Should().Be(result.Comparison.Shifts.Max(shift => shift.MeanInSd));
        result.Comparison.Shifts.Select(shift => shift.Quantity.Key).Should().Equal("R0", "beta", "gamma");
    }

    [Test]
    public void EmulatorAudit_KnownErrors_CountsCoverage()
    {
        var audit = new EmulatorAudit([(0.01, 0.005), (0.01, 0.02), (0.04, 0.04), (0.04, 0.06)]);
        audit.Coverage.Should().Be(0.5);
        audit.ShareWithin(0.05).Should().Be(0.75);
        audit.LargestError.Should().Be(0.06);
    }

    [Test]
    public void EmulatorAudit_Run_ChecksOnlyEmulatedSamplesAgainstTheModel()
    {
        var model = new EpidemicInference.Model.EpidemicModel();
        RunResult run = FakeRuns.Run(4, walkers: 8, steps: 100, emulated: true);
        for (int i = 0; i < run.Chain.ErrorBars.Length; i++)
        {
            double truth = model.LogLikelihood(run.Chain.Theta(i / 8, i % 8));
            bool exact = i % 2 == 0;
            run.Chain.LogLikelihoods[i] = exact ? truth : truth + 0.003;
            run.Chain.ErrorBars[i] = exact ? 0 : 0.01;
        }

        EmulatorAudit audit = EmulatorAudit.Run(run, model, 50);
        audit.Points.Should().HaveCount(50).And.OnlyContain(point => point.Bar == 0.01 && Math.Abs(point.TrueError - 0.003) < 1e-9);
    }

    [Test]
    public void PosteriorPredictive_FakeRun_BandsAreOrderedAndHoldTheData()
    {
        var model = new EpidemicInference.Model.EpidemicModel();
        PosteriorPredictive predictive = PosteriorPredictive.Of(FakeRuns.Run(5, 8, 100, emulated: false), model.Sir);
        predictive.Days[^1].Should().Be(14);
        for (int level = 1; level < predictive.Quantiles.Length; level++)
            predictive.Quantiles[level].Zip(predictive.Quantiles[level - 1], (high, low) => high - low).Should().OnlyContain(gap => gap >= 0);
        predictive.CountsBetween(0, 4).Should().BeGreaterThan(predictive.CountsBetween(1, 3)).And.BeGreaterThanOrEqualTo(12);
    }

    [Test]
    public void PosteriorPredictive_OneSample_HasTheQuantilesOfItsNegativeBinomial()
    {
        var model = new EpidemicInference.Model.EpidemicModel();
        double[] theta = [Math.Log(1.7), Math.Log(0.5), Math.Log(8)];
        var chain = new SampledChain(1, 1, theta, [0], [0], Acceptance: 0);
        var run = new RunResult(chain, 0, [], [new CallCounts(1, 0)], 0);
        PosteriorPredictive predictive = PosteriorPredictive.Of(run, model.Sir);
        var infected = new double[14];
        model.Sir.InfectedPerDay(1.7, 0.5, infected);
        for (int level = 0; level < PosteriorPredictive.Levels.Count; level++)
        {
            int quantile = (int)predictive.Quantiles[level][Array.IndexOf(predictive.Days, 6.0)];
            var counts = new MathNet.Numerics.Distributions.NegativeBinomial(8, 8 / (8 + infected[5]));
            counts.CumulativeDistribution(quantile).Should().BeGreaterThanOrEqualTo(PosteriorPredictive.Levels[level] - 1e-9);
            counts.CumulativeDistribution(quantile - 1).Should().BeLessThan(PosteriorPredictive.Levels[level] + 1e-9);
        }
    }
}
