using System.Text.Json;
using Layg.Calibration;

namespace Layg.Emulators.CholeskyKnn.Tests;

public sealed class GoldenPredictionTests
{
    [Test]
    public void Whitening_GoldenSets_IsInverseCholeskyFactor([Values(1, 2, 3, 5)] int dimension)
    {
        JsonElement golden = Golden.Read($"cholesky_nn_d{dimension}.json");
        FittedCholeskyKnn fitted = Fit(golden, 2);
        double[] expected = [.. golden.GetProperty("whitening").Rows().SelectMany(row => row)];
        for (int i = 0; i < expected.Length; i++)
            fitted.Whitening.Matrix[i].Should().BeApproximately(expected[i], 1e-11 * (1 + Math.Abs(expected[i])));
    }

    [Test]
    public void Predict_GoldenSets_AgreesWithOrthogonalSolve([Values(1, 2, 3, 5)] int dimension, [Values(0, 1, 2)] int degree)
    {
        JsonElement golden = Golden.Read($"cholesky_nn_d{dimension}.json");
        FittedCholeskyKnn fitted = Fit(golden, degree);
        double[][] outputs = golden.GetProperty("y_train").Rows();
        var value = new double[2];
        foreach (JsonElement query in golden.GetProperty("queries").EnumerateArray())
        {
            JsonElement result = query.GetProperty("results").EnumerateArray().Single(r => r.GetProperty("delta").GetInt32() == degree);
            string kind = query.Text("kind");
            fitted.Predict(query.GetProperty("x").Numbers(), value).Should().BeLessThan(double.PositiveInfinity);

            double[] expected = string.Equals(kind, "at_a_training_point", StringComparison.Ordinal)
                ? outputs[result.GetProperty("indices")[0].GetInt32()]
                : result.GetProperty("orthogonal_solve").Numbers();
            double tolerance = string.Equals(kind, "far_outside", StringComparison.Ordinal) ? 1e-5 : 1e-9;
            for (int c = 0; c < 2; c++)
                value[c].Should().BeApproximately(expected[c], tolerance * Math.Max(1e-3, Math.Abs(expected[c])), "{0} query, component {1}", kind, c);
            if (string.Equals(kind, "very_near_a_training_point", StringComparison.Ordinal) && degree > 0)
                value[0].Should().BeApproximately(outputs[result.GetProperty("indices")[0].GetInt32()][0], 1e-7 * (1 + Math.Abs(value[0])));
        }
    }

    [Test]
    public void Neighbours_GoldenSets_AgreeInSetAndDistance([Values(1, 2, 3, 5)] int dimension, [Values(0, 1, 2)] int degree)
    {
        JsonElement golden = Golden.Read($"cholesky_nn_d{dimension}.json");
        FittedCholeskyKnn fitted = Fit(golden, degree);
        var white = new double[dimension];
        foreach (JsonElement query in golden.GetProperty("queries").EnumerateArray())
        {
            JsonElement result = query.GetProperty("results").EnumerateArray().Single(r => r.GetProperty("delta").GetInt32() == degree);
            int k = result.GetProperty("k").GetInt32();
            fitted.Local.Neighbours.Should().Be(k);
            fitted.Whitening.TryApply(query.GetProperty("x").Numbers(), white).Should().BeTrue();
            var indices = new int[k];
            var distances = new double[k];
            fitted.Index.Nearest(white, indices, distances).Should().Be(k);

            indices.Should().BeEquivalentTo(result.GetProperty("indices").Integers());
            double[] expected = result.GetProperty("distances").Numbers();
            for (int i = 0; i < k; i++)
                distances[i].Should().BeApproximately(expected[i], 1e-10 * (1 + expected[i]));
        }
    }

    [Test]
    public void ConformalBar_GoldenCases_ReproducesEveryNumber([Values(0, 1, 2)] int number)
    {
        JsonElement golden = Golden.Read("conformal_bar.json").GetProperty("cases")[number];
        TrainingSet points = TrainingSet.FromRows(
            golden.GetProperty("x_train").Rows(), [.. golden.GetProperty("y_train").Numbers().Select(y => new[] { y })]);
        CholeskyKnnOptions options = new() { DomainGuard = DomainGuardRule.Off };
        var fitted = (FittedCholeskyKnn)new CholeskyKnnEmulator(options).Fit(points, TestFunctions.Context());
        var wide = (FittedCholeskyKnn)new CholeskyKnnEmulator(options with { DecisionLevel = 0.6827 }).Fit(points, TestFunctions.Context());
        ConformalErrorBar bar = ((ConformalEstimator)fitted.Errors).Model;

        Calibrator calibrator = new(fitted.Local, fitted.Index, fitted.Outputs, 1, null);
        CalibrationSample sample = calibrator.LeaveOneOut([.. Enumerable.Range(0, points.Count)], TestFunctions.Context());
        Compare(sample.Errors, golden.GetProperty("loo_error").Numbers());
        Compare(sample.Distances, golden.GetProperty("loo_D").Numbers());
        Compare(sample.Spreads, golden.GetProperty("loo_P1").Numbers());
        sample.Distances.Max().Should().BeApproximately(golden.Number("max_D_calibration"), 1e-9);

        fitted.Local.Neighbours.Should().Be(golden.GetProperty("k").GetInt32());
        Compare([bar.Floor], [golden.Number("phi")]);
        Compare([bar.Exponent, bar.Factor], [golden.Number("c"), golden.Number("b")]);
        Compare([bar.Quantile(0.6827), bar.Quantile(0.9545)], [golden.Number("q6827"), golden.Number("q9545")]);

        var value = new double[1];
        foreach (JsonElement query in golden.GetProperty("queries").EnumerateArray())
        {
            double[] x = query.GetProperty("x").Numbers();
            double at9545 = fitted.Predict(x, value);
            double at6827 = wide.Predict(x, value);
            Compare([value[0], at9545, at6827], [query.Number("value"), query.Number("bar_9545"), query.Number("bar_6827")]);
            Compare([bar.Proxy(query.Number("P1"), query.Number("D"))], [query.Number("P")]);
        }
    }

    private static void Compare(double[] actual, double[] expected)
    {
        actual.Should().HaveSameCount(expected);
        for (int i = 0; i < actual.Length; i++)
            actual[i].Should().BeApproximately(expected[i], 1e-8 * (1e-3 + Math.Abs(expected[i])));
    }

    private static FittedCholeskyKnn Fit(JsonElement golden, int degree)
    {
        CholeskyKnnOptions options = new() { Degree = degree, DomainGuard = DomainGuardRule.Off, MinimumCalibrationPoints = 1 };
        TrainingSet points = TrainingSet.FromRows(golden.GetProperty("x_train").Rows(), golden.GetProperty("y_train").Rows());
        return (FittedCholeskyKnn)new CholeskyKnnEmulator(options).Fit(points, TestFunctions.Context());
    }
}
