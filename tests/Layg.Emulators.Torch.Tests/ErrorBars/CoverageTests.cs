namespace Layg.Emulators.Torch.Tests;

public sealed class CoverageTests
{
    private static readonly string[] Functions = ["dot", "sin3", "exp", "gauss_bump", "rosen"];

    [Test]
    public void Predict_FreshPoints_CoverageIsWithinTenPointsOfNominal(
        [ValueSource(nameof(Functions))] string function, [Values] Uncertainty uncertainty)
    {
        const int dimension = 2;
        const int fresh = 1000;
        FittedTorchEmulator two = Fits.Of(function, 2000, dimension, new TorchOptions { MaxEpochs = 40, Uncertainty = uncertainty });
        double toOne = two.ErrorScale(0.6827);
        TrainingSet points = TestFunctions.Known(function, TestFunctions.Normal(fresh, dimension, 2), dimension);
        List<(double Distance, bool One, bool Two)> answers = [];
        var y = new double[1];
        var coordinates = new double[dimension];
        for (int i = 0; i < fresh; i++)
        {
            double bar = two.Predict(points.Input(i), y);
            if (double.IsInfinity(bar))
                continue;
            double error = Math.Abs(y[0] - points.Output(i)[0]);
            two.Inputs.TryApply(points.Input(i), coordinates);
            answers.Add((two.Anchors.MeanDistance(coordinates), error <= toOne * bar, error <= bar));
        }

        double coverage1 = answers.Average(answer => answer.One ? 1.0 : 0);
        double coverage2 = answers.Average(answer => answer.Two ? 1.0 : 0);
        var outer = answers.OrderByDescending(answer => answer.Distance).Take(answers.Count / 5).ToList();
        double outer2 = outer.Average(answer => answer.Two ? 1.0 : 0);
        TestContext.Out.WriteLine($"{function} {uncertainty}: {coverage1:F3} and {coverage2:F3}, {outer2:F3} in the outer fifth, {fresh - answers.Count} refused");
        answers.Count.Should().BeGreaterThan(980);
        coverage1.Should().BeApproximately(0.6827, 0.1);
        coverage2.Should().BeApproximately(0.9545, 0.045);
        outer2.Should().BeGreaterThan(0.8);
    }

    [Test]
    public void ErrorScale_LowerLevel_IsBelowOne()
    {
        FittedTorchEmulator fitted = Fits.Of("rosen", 600, 2);

        fitted.DecisionLevel.Should().Be(0.9545);
        fitted.ErrorScale(fitted.DecisionLevel).Should().Be(1);
        fitted.ErrorScale(0.5).Should().BeInRange(0.01, 0.9);
        fitted.Invoking(f => f.ErrorScale(1)).Should().Throw<ArgumentException>();
    }
}
