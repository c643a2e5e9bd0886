using System.Text.Json;
using Shared.Tensors;

namespace Layg.Calibration.Tests;

public sealed class ConformalErrorBarTests
{
    [Test]
    public void Fit_GoldenCases_ReproducesPowerLawQuantilesAndBars([Values(0, 1, 2)] int number)
    {
        JsonElement golden = Golden.Read("conformal_bar.json").GetProperty("cases")[number];
        double scale = (golden.Number("phi") - 1e-12) / 1e-9;

        ConformalErrorBar bar = ConformalErrorBar.Fit(
            golden.GetProperty("loo_error").Numbers(), golden.GetProperty("loo_P1").Numbers(), golden.GetProperty("loo_D").Numbers(), scale);

        bar.Floor.Should().BeApproximately(golden.Number("phi"), 1e-9 * golden.Number("phi"));
        bar.Exponent.Should().BeApproximately(golden.Number("c"), 1e-9);
        bar.Factor.Should().BeApproximately(golden.Number("b"), 1e-9);
        bar.Quantile(0.6827).Should().BeApproximately(golden.Number("q6827"), 1e-9);
        bar.Quantile(0.9545).Should().BeApproximately(golden.Number("q9545"), 1e-9);
        foreach (JsonElement query in golden.GetProperty("queries").EnumerateArray())
        {
            bar.Proxy(query.Number("P1"), query.Number("D")).Should().BeApproximately(query.Number("P"), 1e-9 * query.Number("P"));
            bar.Bar(query.Number("P1"), query.Number("D"), 0.6827).Should().BeApproximately(query.Number("bar_6827"), 1e-9);
            bar.Bar(query.Number("P1"), query.Number("D"), 0.9545).Should().BeApproximately(query.Number("bar_9545"), 1e-9);
        }
    }

    [Test]
    public void Fit_ErrorsFallingWithDistance_ClampsExponentAtZeroAndKeepsMean()
    {
        double[] distances = [1, 2, 4, 8];
        double[] errors = [8, 4, 2, 1];

        ConformalErrorBar bar = ConformalErrorBar.Fit(errors, errors, distances, 1);

        bar.Exponent.Should().Be(0);
        bar.Factor.Should().BeApproximately(Math.Sqrt(8), 1e-6);
    }

    [Test]
    public void Fit_AllErrorsZero_BarsAreAtMostTheFloor()
    {
        ConformalErrorBar bar = ConformalErrorBar.Fit(new double[200], new double[200], [.. Enumerable.Repeat(0.5, 200)], 0);

        bar.Bar(0, 0.5, 0.9545).Should().BeLessThan(1e-11);
    }

    [Test]
    public void Bar_FreshExchangeableErrors_CoversItsLevel()
    {
        RandomStream random = new(5);
        (double Error, double Spread, double Distance) Draw()
        {
            double distance = 0.1 + random.NextDouble();
            return (Math.Abs(random.NextNormal()) * Math.Pow(distance, 3), Math.Pow(distance, 3) * (0.5 + random.NextDouble()), distance);
        }

        var sample = Enumerable.Range(0, 4000).Select(_ => Draw()).ToArray();
        ConformalErrorBar bar = ConformalErrorBar.Fit(
            [.. sample.Select(s => s.Error)], [.. sample.Select(s => s.Spread)], [.. sample.Select(s => s.Distance)], 1);

        // Standard deviation of a share of 4000, with that of the quantile itself: 0.0047.
        var fresh = Enumerable.Range(0, 4000).Select(_ => Draw()).ToArray();
        (fresh.Count(s => s.Error <= bar.Bar(s.Spread, s.Distance, 0.9545)) / 4000.0).Should().BeApproximately(0.9545, 0.015);
    }

    [Test]
    public void Fit_BadNumbers_NamesThem()
    {
        FluentActions.Invoking(() => ConformalErrorBar.Fit([], [], [], 1)).Should().Throw<ArgumentException>().WithParameterName("errors");
        FluentActions.Invoking(() => ConformalErrorBar.Fit([1], [1, 2], [1], 1)).Should().Throw<ArgumentException>().WithParameterName("spreads");
        FluentActions.Invoking(() => ConformalErrorBar.Fit([1, double.NaN], [1, 2], [1, 1], 1)).Should().Throw<ArgumentException>().WithMessage("*point 1*NaN*");
        FluentActions.Invoking(() => ConformalErrorBar.Fit([1], [1], [1], -1)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("outputScale");
    }

    [Test]
    public void Constructor_UnsortedRatios_Throws() =>
        FluentActions.Invoking(() => new ConformalErrorBar(1e-9, 1, 1, [2, 1])).Should().Throw<ArgumentException>().WithParameterName("ratios");
}
