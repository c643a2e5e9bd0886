using System.Text.Json;
using Layg.Calibration;
using Shared.Tensors;

namespace Layg.Emulators.CholeskyKnn.Tests;

public sealed class ErrorModelTests
{
    [Test]
    public void Ratio_EveryProxy_CoversItsLevelOnAverage([Values] RatioProxy proxy, [Values(0.6827, 0.9545)] double level)
    {
        CholeskyKnnOptions options = new() { ErrorModel = ErrorModelKind.Ratio, RatioProxy = proxy, DecisionLevel = level, DomainGuard = DomainGuardRule.Off };
        IFittedEmulator fitted = new CholeskyKnnEmulator(options).Fit(
            TestFunctions.Known("sin3", TestFunctions.Normal(2000, 2, 1), 2), TestFunctions.Context());

        // Standard deviation of a share of 2000 at 0.6827 together with that of the quantile: 0.015.
        Coverage(fitted, "sin3").Should().BeApproximately(level, level > 0.9 ? 0.02 : 0.045);
    }

    [Test]
    public void PowerLaw_SmoothFunction_PredictsTheMeanErrorAndGrowsWithDistance()
    {
        CholeskyKnnOptions options = new() { ErrorModel = ErrorModelKind.PowerLaw, DomainGuard = DomainGuardRule.Off };
        var fitted = (FittedCholeskyKnn)new CholeskyKnnEmulator(options).Fit(
            TestFunctions.Known("sin3", TestFunctions.Normal(2000, 2, 1), 2), TestFunctions.Context());

        fitted.Predict([3, 3], new double[1]).Should().BeGreaterThan(10 * fitted.Predict([0.1, 0], new double[1]));
        fitted.Predict([30, 30], new double[1]).Should().BeGreaterThan(10);
        Coverage(fitted, "sin3").Should().BeInRange(0.5, 1);
    }

    /// <summary>
    /// The original library fits its error model to one constant, the mean absolute difference from the first prediction, and so
    /// reports about 2.8 for -x.x, whose true error is 1e-14, everywhere. The corrected model is fitted to one residual per point:
    /// it stays at the rounding level there, and follows the distance where the function is curved.
    /// </summary>
    [TestCase("minus_dot", "dot", 1e-6), TestCase("sine", "sin3", 0.26)]
    public void PowerLaw_OriginalErrorBars_AreCorrected(string name, string kind, double largestCorrected)
    {
        JsonElement golden = Golden.Read("original_error_bars.json").GetProperty("cases").EnumerateArray()
            .Single(c => string.Equals(c.Text("name"), name, StringComparison.Ordinal));
        double[] original = golden.GetProperty("original_error_bar").Numbers();
        double[] corrected = golden.GetProperty("per_point_error_bar").Numbers();
        corrected.Max().Should().BeLessThan(Math.Max(largestCorrected, 1e-5));
        TrainingSet points = TestFunctions.Known(kind, TestFunctions.Normal(400, 2, 3), 2);
        (TrainingSet training, TrainingSet heldOut) = points.Split(0.5, new RandomStream(3));
        IFittedEmulator fitted = new CholeskyKnnEmulator(CholeskyKnnOptions.Original with { DomainGuard = DomainGuardRule.Off })
            .Fit(training, heldOut, TestFunctions.Context());

        double[] bars = [.. golden.GetProperty("queries").Rows().Select(x => fitted.Predict(x, new double[1]))];

        original.Max().Should().BeLessThan(1.001 * original.Min(), "the original's bar is one constant");
        (bars.Max() / Math.Max(bars.Min(), 1e-300)).Should().BeGreaterThan(2, "ours follows the distance");
        if (string.Equals(name, "minus_dot", StringComparison.Ordinal))
            bars.Max().Should().BeLessThan(1e-9);
        else
            bars.Order().ElementAt(bars.Length / 2).Should().BeInRange(1e-4, 0.3);
    }

    private static double Coverage(IFittedEmulator fitted, string function)
    {
        double[] queries = TestFunctions.Normal(2000, 2, 7);
        var value = new double[1];
        int covered = 0;
        for (int i = 0; i < 2000; i++)
        {
            ReadOnlySpan<double> x = queries.AsSpan(2 * i, 2);
            double bar = fitted.Predict(x, value);
            covered += Math.Abs(value[0] - TestFunctions.Evaluate(function, x)) <= bar ? 1 : 0;
        }

        return covered / 2000.0;
    }
}
