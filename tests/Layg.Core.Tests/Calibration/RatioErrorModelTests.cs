using System.Text.Json;

namespace Layg.Calibration.Tests;

public sealed class RatioErrorModelTests
{
    [TestCase("min"), TestCase("mean"), TestCase("harmonic_mean")]
    public void Fit_GoldenProxies_ReproducesQuantiles(string name)
    {
        JsonElement golden = Golden.Read("ratio_error_model.json");
        JsonElement proxy = golden.GetProperty("proxies").GetProperty(name);
        double[] errors = [.. golden.GetProperty("signed_error").Numbers().Select(Math.Abs)];
        double[] values = proxy.GetProperty("value").Numbers();

        RatioErrorModel model = RatioErrorModel.Fit(errors, values);

        model.Quantile(0.6827).Should().BeApproximately(proxy.Number("q6827"), 1e-12);
        model.Quantile(0.9545).Should().BeApproximately(proxy.Number("q9545"), 1e-12);
        model.Bar(values[3], 0.9545).Should().BeApproximately(proxy.Number("q9545") * values[3], 1e-12);
    }

    [Test]
    public void Fit_ProxyOfZero_CountsAsFloor()
    {
        RatioErrorModel model = RatioErrorModel.Fit([0, 1e-6], [0, 1], 1e-3);

        model.Ratios.ToArray().Should().Equal(0, 1e-6);
        model.Bar(0, 0.5).Should().BeApproximately(5e-7 * 1e-3, 1e-15);
    }

    [Test]
    public void Fit_BadNumbers_Throws()
    {
        FluentActions.Invoking(() => RatioErrorModel.Fit([1], [-1])).Should().Throw<ArgumentException>().WithParameterName("proxies");
        FluentActions.Invoking(() => RatioErrorModel.Fit([1], [1], 0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new RatioErrorModel([2, 1], 1e-12)).Should().Throw<ArgumentException>().WithParameterName("ratios");
    }
}
