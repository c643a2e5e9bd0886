using System.Text.Json;
using Layg.Sampling;
using Shared.Tensors;

namespace Layg.Tests.Sampling;

public sealed class AutocorrelationTests
{
    [TestCase(0)]
    [TestCase(1)]
    public void Function_RecordedSeries_MatchesTheReference(int index)
    {
        JsonElement golden = Golden.Read("autocorr.json").GetProperty("cases")[index];
        double[][] rows = golden.GetProperty("series").Rows();
        double[] series = [.. rows.SelectMany(row => row)];

        double[] first = Autocorrelation.Function([.. rows.Select(row => row[0])]);
        double[] mean = Autocorrelation.Function(series, rows[0].Length);

        ShouldStartWith(first, golden.GetProperty("acf_walker0_first20").Numbers());
        ShouldStartWith(mean, golden.GetProperty("acf_mean_first20").Numbers());
        mean.Should().HaveCount(rows.Length);
    }

    [TestCase(0, 5, "tau_c5")]
    [TestCase(0, 10, "tau_c10")]
    [TestCase(1, 5, "tau_c5")]
    [TestCase(1, 10, "tau_c10")]
    public void IntegratedTime_RecordedSeries_MatchesTheReference(int index, double windowFactor, string name)
    {
        JsonElement golden = Golden.Read("autocorr.json").GetProperty("cases")[index];
        double[][] rows = golden.GetProperty("series").Rows();

        double time = Autocorrelation.IntegratedTime([.. rows.SelectMany(row => row)], rows[0].Length, windowFactor);

        time.Should().BeApproximately(golden.GetProperty(name).GetDouble(), 1e-9);
    }

    [Test]
    public void IntegratedTime_LongAutoregressiveSeries_MatchesTheExactValue()
    {
        // x_t = 0.8 x_(t-1) + noise has tau = 1.8 / 0.2 = 9; the estimate's standard deviation is below 0.2 here.
        const int Steps = 20000, Walkers = 5;
        var random = new RandomStream(11);
        var series = new double[Steps * Walkers];
        for (int i = 0; i < series.Length; i++)
            series[i] = i < Walkers ? random.NextNormal() / 0.6 : 0.8 * series[i - Walkers] + random.NextNormal();

        Autocorrelation.IntegratedTime(series, Walkers).Should().BeApproximately(9, 0.8);
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void Function_AnyNumberOfWalkers_IsTheMeanOfTheDirectSums(int walkers)
    {
        const int Steps = 37;
        var random = new RandomStream(walkers);
        var series = new double[Steps * walkers];
        random.FillNormal(series);
        var expected = new double[Steps];
        for (int walker = 0; walker < walkers; walker++)
        {
            double[] own = [.. Enumerable.Range(0, Steps).Select(step => series[step * walkers + walker])];
            double mean = own.Average();
            double norm = own.Sum(x => Targets.Square(x - mean));
            for (int lag = 0; lag < Steps; lag++)
                expected[lag] += Enumerable.Range(0, Steps - lag).Sum(i => (own[i] - mean) * (own[i + lag] - mean)) / norm / walkers;
        }

        double[] function = Autocorrelation.Function(series, walkers);

        for (int lag = 0; lag < Steps; lag++)
            function[lag].Should().BeApproximately(expected[lag], 1e-12);
    }

    [Test]
    public void IntegratedTime_NoWindowFits_UsesTheLongest()
    {
        double[] series = [0, 1, 2, 3, 4, 5];
        double[] function = Autocorrelation.Function(series);

        Autocorrelation.IntegratedTime(series, 1, windowFactor: 1000).Should().BeApproximately(2 * function.Sum() - 1, 1e-12);
    }

    [Test]
    public void IntegratedTime_WalkerThatNeverMoved_IsNaN()
    {
        Autocorrelation.IntegratedTime([0.1, 1, 0.1, 2, 0.1, 3], walkers: 2).Should().Be(double.NaN);
        new AutocorrelationTime([3, double.NaN], 1000, 4).IsTrustworthy.Should().BeFalse();
        new AutocorrelationTime([3, double.NaN], 1000, 4).Max.Should().Be(double.NaN);
    }

    [Test]
    public void IntegratedTime_NoSteps_IsNaN() => Autocorrelation.IntegratedTime([], 3).Should().Be(double.NaN);

    [TestCase(999, false)]
    [TestCase(1000, true)]
    public void IsTrustworthy_FiftyTimesTheLargest_IsTheBorder(long steps, bool expected)
    {
        var time = new AutocorrelationTime([4, 20], steps, walkers: 10);

        time.IsTrustworthy.Should().Be(expected);
        time.Max.Should().Be(20);
        time.EffectiveSampleSizes.Should().Equal(10 * steps / 4.0, 10 * steps / 20.0);
    }

    [Test]
    public void Function_BadArguments_AreNamed()
    {
        FluentActions.Invoking(() => Autocorrelation.Function([1, 2, 3], 2)).Should().Throw<ArgumentException>().WithParameterName("series");
        FluentActions.Invoking(() => Autocorrelation.Function([1], 0)).Should().Throw<ArgumentException>().WithParameterName("walkers");
        FluentActions.Invoking(() => Autocorrelation.IntegratedTime([1], 1, 0)).Should().Throw<ArgumentException>().WithParameterName("windowFactor");
    }

    private static void ShouldStartWith(double[] actual, double[] expected)
    {
        for (int i = 0; i < expected.Length; i++)
            actual[i].Should().BeApproximately(expected[i], 1e-9);
    }
}
