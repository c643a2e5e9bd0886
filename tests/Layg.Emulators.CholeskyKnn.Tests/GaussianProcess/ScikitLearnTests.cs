using System.Text.Json;

namespace Layg.Emulators.CholeskyKnn.Tests.GaussianProcess;

/// <summary>Values of scikit-learn's GaussianProcessRegressor (golden/make_gaussian_process.py).</summary>
public sealed class ScikitLearnTests
{
    private static readonly JsonElement File = Golden.Read("gaussian_process.json");
    private static readonly double[] X = [.. File.GetProperty("x").Rows().SelectMany(row => row)];
    private static readonly double[] Y = File.GetProperty("y").Numbers();

    [Test]
    public void Predict_GivenHyperparameters_EqualsMeanAndDeviation([Values] CovarianceKernel kernel, [Values] bool local)
    {
        JsonElement golden = Case(kernel);
        double signal = File.Number("signal");
        Hyperparameters given = new(File.GetProperty("lengths").Numbers(), File.Number("noise") / signal, [signal], 0);

        // A local process whose neighbours are all points is the exact one.
        GaussianProcessOptions options = new() { Kernel = kernel, ExactPoints = local ? 0 : 1000, LocalNeighbours = 30 };
        Process process = local
            ? ProcessBuilder.Local(kernel, 30, [0], given, Scaled(given.LengthScales), Y)
            : ProcessBuilder.Build(options, [0], given, X, [Y], default);
        double[][] queries = File.GetProperty("queries").Rows();
        for (int i = 0; i < queries.Length; i++)
        {
            var mean = new double[1];
            double variance = process.Predict(queries[i], mean, new ProcessScratch());
            mean[0].Should().BeApproximately(golden.GetProperty("mean")[i].GetDouble(), 1e-10);
            Math.Sqrt(signal * variance).Should().BeApproximately(golden.GetProperty("deviation")[i].GetDouble(), 1e-10);
        }
    }

    [Test]
    public void Evaluate_MarginalLikelihood_EqualsValueAndGradient([Values] CovarianceKernel kernel)
    {
        JsonElement golden = Case(kernel);
        var gradient = new double[3];
        var signals = new double[1];
        double value = new MarginalLikelihood(kernel, X, [Y], 2)
            .Evaluate(File.GetProperty("lengths").Numbers(), File.Number("noise") / File.Number("signal"), gradient, signals, default);
        signals[0].Should().BeApproximately(golden.Number("profiled_signal"), 1e-10);
        value.Should().BeApproximately(golden.Number("profiled_log_likelihood"), 1e-9);
        double[] expected = golden.GetProperty("profiled_gradient").Numbers();
        (expected[0] + expected[3]).Should().BeApproximately(0, 1e-9, "the amplitude of signal and noise together is the best one");
        for (int k = 0; k < 3; k++)
            gradient[k].Should().BeApproximately(expected[k + 1], 1e-8);
    }

    [Test]
    public void Fit_HyperparametersByLikelihood_ReachesItsOptimumAndPredictions([Values] CovarianceKernel kernel)
    {
        JsonElement golden = Case(kernel);
        GaussianProcessOptions options = new() { Kernel = kernel, MinimumCalibrationPoints = 1, DomainGuard = DomainGuardRule.Off };
        var fitted = (FittedGaussianProcess)new GaussianProcessEmulator(options).Fit(new TrainingSet(X, Y, 2, 1), TestFunctions.Context());
        GaussianProcessHyperparameters found = fitted.Hyperparameters[0];
        found.LogMarginalLikelihood.Should().BeApproximately(golden.Number("best_log_likelihood"), 1e-4);
        double[][] queries = File.GetProperty("queries").Rows();
        for (int i = 0; i < queries.Length; i++)
        {
            var y = new double[1];
            var deviation = new double[1];
            fitted.Predict(queries[i], y, deviation);
            y[0].Should().BeApproximately(golden.GetProperty("best_mean")[i].GetDouble(), 5e-4);
            deviation[0].Should().BeApproximately(golden.GetProperty("best_deviation")[i].GetDouble(), 5e-4);
        }
    }

    private static JsonElement Case(CovarianceKernel kernel) =>
        File.GetProperty("cases").EnumerateArray().Single(e => e.Text("kernel") == kernel.ToString());

    private static double[] Scaled(double[] lengths) => [.. X.Select((value, i) => value / lengths[i % 2])];
}
