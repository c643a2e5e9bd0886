using Layg.Sampling;

namespace Layg.Tests.Sampling;

public sealed class ChainTests
{
    private static readonly Chain Sampled = new EnsembleSampler(Targets.Normal(3), new EnsembleOptions { Seed = 5 }).Run(Targets.Start(10, 3), 40);

    [Test]
    public void Parameter_Discarded_CopiesOneCoordinate()
    {
        double[] series = Sampled.Parameter(2, discard: 4);

        series.Should().HaveCount(36 * 10);
        series[5 * 10 + 7].Should().Be(Sampled.Position(9, 7)[2]);
        Sampled.Parameter(0, discard: 40).Should().BeEmpty();
    }

    [TestCase(0, 1, 40)]
    [TestCase(10, 1, 30)]
    [TestCase(10, 7, 4)]
    [TestCase(40, 1, 0)]
    [TestCase(0, 41, 0)]
    public void Flatten_DiscardAndThin_TakesTheLastOfEachGroup(int discard, int thin, int steps)
    {
        SampleSet set = Sampled.Flatten(discard, thin);

        set.Count.Should().Be(steps * 10);
        set.Dimension.Should().Be(3);
        for (int i = 0; i < set.Count; i++)
        {
            int step = discard + (i / 10 + 1) * thin - 1;
            set[i].ToArray().Should().Equal(Sampled.Position(step, i % 10).ToArray());
            set.LogDensities[i].Should().Be(Sampled.LogDensity(step, i % 10));
        }
    }

    [Test]
    public void Members_IndicesOutOfRange_AreNamed()
    {
        Throws(() => Sampled.Parameter(3), "parameter");
        Throws(() => Sampled.Parameter(-1), "parameter");
        Throws(() => Sampled.Parameter(0, 41), "discard");
        Throws(() => Sampled.Flatten(-1), "discard");
        Throws(() => Sampled.Flatten(0, 0), "thin");
        Throws(() => Sampled.LogDensity(40, 0), "step");
        Throws(() => Sampled.LogDensity(0, 10), "walker");
        Throws(() => Sampled.Flatten().Parameter(3), "parameter");
        Throws(() => Sampled.Flatten().Quantiles(0, 1.5), "probabilities");
        Throws(() => Sampled.Flatten().Blob("error"), "name");
        FluentActions.Invoking(() => Sampled.Flatten(40).Quantiles(0, 0.5)).Should().Throw<InvalidOperationException>();

        static void Throws(Func<object> read, string name) =>
            FluentActions.Invoking(read).Should().Throw<ArgumentException>().WithParameterName(name);
    }

    [Test]
    public void AutocorrelationTime_ThinnedChain_CountsStepsMade()
    {
        double[][] start = Targets.Start(10, 1);
        Chain all = new EnsembleSampler(Targets.Normal(1)).Run(start, 20000);
        Chain thinned = new EnsembleSampler(Targets.Normal(1), new EnsembleOptions { Thin = 5 }).Run(start, 20000);

        AutocorrelationTime time = all.AutocorrelationTime(discard: 1000);
        AutocorrelationTime thinnedTime = thinned.AutocorrelationTime(discard: 200);

        time.Steps.Should().Be(19000);
        thinnedTime.Steps.Should().Be(19000);
        time.PerParameter[0].Should().Be(Autocorrelation.IntegratedTime(all.Parameter(0, 1000), 10));
        // The sum over every fifth step approximates the sum over all.
        thinnedTime.Max.Should().BeApproximately(time.Max, 0.15 * time.Max);
        time.IsTrustworthy.Should().BeTrue();
        time.EffectiveSampleSizes[0].Should().Be(10 * 19000 / time.Max);
    }

    [Test]
    public void AutocorrelationTime_ShortChain_IsNotTrusted() => Sampled.AutocorrelationTime().IsTrustworthy.Should().BeFalse();

    [Test]
    public void SampleSet_SmallSample_HasTheKnownStatistics()
    {
        // Reference: NumPy's mean, cov and quantile (default, linear).
        var set = new SampleSet(2, [], [1, 10, 2, 14, 4, 9, 8, 1], [0, 0, 0, 0], []);

        set.Mean().Should().Equal(3.75, 8.5);
        set.Covariance()[0, 0].Should().BeApproximately(9.583333333333334, 1e-14);
        set.Covariance()[1, 1].Should().BeApproximately(29.666666666666668, 1e-14);
        set.Covariance()[0, 1].Should().BeApproximately(-15.166666666666666, 1e-14);
        set.Covariance()[1, 0].Should().Be(set.Covariance()[0, 1]);
        set.Quantiles(0, 0, 0.16, 0.5, 0.84, 1).Should().BeEquivalentTo([1, 1.48, 3, 6.08, 8], options => options
            .WithStrictOrdering().Using<double>(context => context.Subject.Should().BeApproximately(context.Expectation, 1e-14)).WhenTypeIs<double>());
        new SampleSet(1, [], [3], [0], []).Covariance()[0, 0].Should().Be(double.NaN);
    }
}
