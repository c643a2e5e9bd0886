using Shared.Tensors;

namespace Layg.Emulators.CholeskyKnn.Tests;

/// <summary>What points a fit takes, and what it says about those it does not.</summary>
public sealed class FitConditionsTests
{
    [Test]
    public void Fit_AllPointsAlike_ThrowsFitException()
    {
        TrainingSet points = TrainingSet.FromRows(
            [.. Enumerable.Repeat(new[] { 1.0, 2.0 }, 500)], [.. Enumerable.Repeat(new[] { 3.0 }, 500)]);

        FluentActions.Invoking(() => new CholeskyKnnEmulator().Fit(points, TestFunctions.Context()))
            .Should().Throw<EmulatorFitException>().WithMessage("500 points with 1 distinct inputs*");
    }

    [Test]
    public void Fit_FewerThanMinimumCalibrationPoints_ThrowsFitExceptionWithNumbers() =>
        FluentActions.Invoking(() => new CholeskyKnnEmulator().Fit(TestFunctions.Known("dot", TestFunctions.Normal(99, 2, 1), 2), TestFunctions.Context()))
            .Should().Throw<EmulatorFitException>().WithMessage("*99 calibration points; at least 100*");

    [TestCase(5, 0), TestCase(20, 1), TestCase(41, 1), TestCase(43, 2)]
    public void Fit_FewPoints_LowersTheDegree(int count, int expected)
    {
        RecordingLogger logger = new();
        CholeskyKnnEmulator emulator = new(new() { MinimumCalibrationPoints = 1 });

        var fitted = (FittedCholeskyKnn)emulator.Fit(
            TestFunctions.Known("dot", TestFunctions.Normal(count, 5, 1), 5), TestFunctions.Context() with { Logger = logger });

        fitted.Local.Degree.Should().Be(expected);
        logger.Entries.Count(e => e.Id == 1102).Should().Be(expected < 2 ? 1 : 0);
        fitted.Predict(new double[5], new double[1]).Should().BeGreaterOrEqualTo(0);
    }

    [Test]
    public void Fit_TwoPoints_ThrowsFitException() =>
        FluentActions.Invoking(() => new CholeskyKnnEmulator(new() { MinimumCalibrationPoints = 1 }).Fit(
            TestFunctions.Known("dot", [1, 2], 1), TestFunctions.Context())).Should().Throw<EmulatorFitException>().WithMessage("*1 neighbours*");

    [Test]
    public void Fit_TooFewNeighboursAskedFor_ThrowsArgumentException() =>
        FluentActions.Invoking(() => new CholeskyKnnEmulator(new() { Neighbours = 6 }).Fit(
            TestFunctions.Known("dot", TestFunctions.Normal(200, 2, 1), 2), TestFunctions.Context()))
            .Should().Throw<ArgumentException>().WithMessage("*6 monomials; allowed: 7 and above*").WithParameterName("options.Neighbours");

    [Test]
    public void Fit_ConstantDimension_EmulatesOnTheHyperplaneOnly()
    {
        RecordingLogger logger = new();
        double[] points = TestFunctions.Normal(500, 3, 6);
        for (int i = 0; i < 500; i++)
            points[(3 * i) + 2] = 7;
        IFittedEmulator fitted = new CholeskyKnnEmulator().Fit(
            TestFunctions.Known("minus_dot", points, 3), TestFunctions.Context() with { Logger = logger });
        var value = new double[1];

        fitted.Predict([0.2, -0.3, 7], value).Should().BeLessThan(1e-8);
        value[0].Should().BeApproximately(-49.13, 1e-8);
        fitted.Predict([0.2, -0.3, 7.1], value).Should().Be(double.PositiveInfinity);
        logger.Entries.Should().ContainSingle(e => e.Id == 1100).Which.Message.Should().StartWith("1 of 3 directions");
    }

    [Test]
    public void Fit_CoordinateOfTwoValues_StaysExactInsideARowAndBetween()
    {
        double[] points = TestFunctions.Normal(400, 2, 7);
        for (int i = 0; i < 400; i++)
            points[(2 * i) + 1] = i % 2;

        IFittedEmulator fitted = new CholeskyKnnEmulator().Fit(TestFunctions.Known("dot", points, 2), TestFunctions.Context());
        IFittedEmulator linear = new CholeskyKnnEmulator().Fit(TestFunctions.Known("first_var", points, 2), TestFunctions.Context());
        var value = new double[1];

        // Neighbours in one row do not determine the second coordinate's monomials, but the quadratic along the row they do.
        fitted.Predict([0.25, 1], value).Should().BeLessThan(1e-6);
        value[0].Should().BeApproximately(1.0625, 1e-8);

        // Between the rows the squared second coordinate is constant over the neighbours: a plane is left.
        linear.Predict([0.25, 0.5], value).Should().BeLessThan(1e-6);
        value[0].Should().BeApproximately(0.25, 1e-8);
    }

    [Test]
    public void Fit_ExactDuplicates_ChangeNothing()
    {
        TrainingSet once = TestFunctions.Known("sin3", TestFunctions.Normal(300, 2, 8), 2);
        TrainingSet twice = new(
            (double[])[.. once.Inputs, .. once.Inputs], (double[])[.. once.Outputs, .. once.Outputs], 2, 1);
        RecordingLogger logger = new();

        IFittedEmulator one = new CholeskyKnnEmulator().Fit(once, TestFunctions.Context());
        IFittedEmulator two = new CholeskyKnnEmulator().Fit(twice, TestFunctions.Context() with { Logger = logger });

        Comparison.ShouldPredictTheSame(one, two, 2, 1);
        logger.Entries.Should().NotContain(e => e.Id == 1101);
    }

    [Test]
    public void Fit_NoisyRepeats_AreAveragedAndReportedOnce()
    {
        double[] x = TestFunctions.Normal(300, 2, 9);
        TrainingSet noisy = new(
            (double[])[.. x, .. x], (double[])[.. Enumerable.Repeat(1.0, 300), .. Enumerable.Repeat(3.0, 300)], 2, 1);
        RecordingLogger logger = new();
        var value = new double[1];

        var fitted = (FittedCholeskyKnn)new CholeskyKnnEmulator().Fit(noisy, TestFunctions.Context() with { Logger = logger });

        fitted.Index.Count.Should().Be(300);
        fitted.Predict(x.AsSpan(0, 2), value);
        value[0].Should().Be(2);
        logger.Entries.Should().ContainSingle(e => e.Id == 1101).Which.Message.Should().StartWith("300 inputs");
    }

    [Test]
    public void Fit_PlusAndMinusZero_AreOneInput()
    {
        TrainingSet points = new((double[])[0.0, -0.0, 1, 2], (double[])[5, 5, 6, 7], 1, 1);

        UniquePoints.Of(points).Points.Count.Should().Be(3);
    }

    [TestCase(8, 1500), TestCase(10, 1500)]
    public void Fit_ManyDimensions_EmulatesAQuadraticExactly(int dimension, int count)
    {
        IFittedEmulator fitted = new CholeskyKnnEmulator(new() { CalibrationPoints = 300 }).Fit(
            TestFunctions.Known("minus_dot", TestFunctions.Normal(count, dimension, 10), dimension), TestFunctions.Context());
        var value = new double[1];
        double[] x = [.. Enumerable.Range(0, dimension).Select(i => 0.1 * i)];

        fitted.Predict(x, value).Should().BeLessThan(1e-6);
        value[0].Should().BeApproximately(TestFunctions.Evaluate("minus_dot", x), 1e-9);
    }

    [Test]
    public void Fit_InputsWhoseVarianceOverflows_ThrowsFitException()
    {
        double[] points = [.. TestFunctions.Normal(200, 2, 1).Select(x => 1e200 * x)];

        FluentActions.Invoking(() => new CholeskyKnnEmulator().Fit(TestFunctions.Known("constant", points, 2), TestFunctions.Context()))
            .Should().Throw<EmulatorFitException>().WithMessage("Input component 0 *rescale*");
    }

    [Test]
    public void Fit_OutputsWhoseVarianceOverflows_StillFits()
    {
        double[] points = TestFunctions.Normal(300, 2, 1);
        double[] values = [.. Enumerable.Range(0, 300).Select(i => 1e160 * points[2 * i])];
        var value = new double[1];

        IFittedEmulator fitted = new CholeskyKnnEmulator().Fit(new TrainingSet(points, values, 2, 1), TestFunctions.Context());

        fitted.Predict([0.5, 0], value).Should().BeLessThan(1e152);
        (value[0] / 1e160).Should().BeApproximately(0.5, 1e-9);
    }

    [Test]
    public void Fit_Cancelled_Throws()
    {
        using CancellationTokenSource source = new();
        source.Cancel();

        FluentActions.Invoking(() => new CholeskyKnnEmulator().Fit(
            TestFunctions.Known("dot", TestFunctions.Normal(200, 2, 1), 2), TestFunctions.Context() with { CancellationToken = source.Token }))
            .Should().Throw<OperationCanceledException>();
    }

    [Test]
    public void Fit_AnyNumberOfThreads_PredictsBitForBitTheSame()
    {
        TrainingSet points = TestFunctions.Known("rosen", TestFunctions.Normal(3000, 3, 11), 3);

        IFittedEmulator one = new CholeskyKnnEmulator().Fit(points, TestFunctions.Context(threads: 1));
        IFittedEmulator four = new CholeskyKnnEmulator().Fit(points, TestFunctions.Context(threads: 4));

        Comparison.ShouldPredictTheSame(one, four, 3, 1);
    }

    [Test]
    public void Fit_OtherSeed_CalibratesOnOtherPoints()
    {
        TrainingSet points = TestFunctions.Known("rosen", TestFunctions.Normal(3000, 3, 11), 3);
        CholeskyKnnEmulator emulator = new(new() { CalibrationPoints = 200 });
        double[] x = [0.1, 0.2, 0.3];

        double one = emulator.Fit(points, TestFunctions.Context(seed: 1)).Predict(x, new double[1]);
        double same = emulator.Fit(points, TestFunctions.Context(seed: 1)).Predict(x, new double[1]);
        double other = emulator.Fit(points, TestFunctions.Context(seed: 2)).Predict(x, new double[1]);

        same.Should().Be(one);
        other.Should().NotBe(one);
    }

    [Test]
    public void Fit_HeldOut_CalibratesThereAndPredictsFromTrainingOnly()
    {
        TrainingSet all = TestFunctions.Known("sin3", TestFunctions.Normal(1000, 2, 12), 2);
        (TrainingSet training, TrainingSet heldOut) = all.Split(0.5, new RandomStream(1));

        var fitted = (FittedCholeskyKnn)new CholeskyKnnEmulator().Fit(training, heldOut, TestFunctions.Context());

        fitted.Index.Count.Should().Be(500);
        ((ConformalEstimator)fitted.Errors).Model.Ratios.Length.Should().Be(500);
        fitted.Predict([0.1, 0.1], new double[1]).Should().BeInRange(1e-6, 0.5);
    }

    [Test]
    public void Fit_NothingHeldOut_ThrowsFitException()
    {
        TrainingSet all = TestFunctions.Known("sin3", TestFunctions.Normal(1000, 2, 12), 2);

        FluentActions.Invoking(() => new CholeskyKnnEmulator().Fit(all, all.Take(0), TestFunctions.Context()))
            .Should().Throw<EmulatorFitException>().WithMessage("*0 calibration points*");
    }

    [Test]
    public void Fit_HeldOutOfAnotherDimension_Throws() =>
        FluentActions.Invoking(() => new CholeskyKnnEmulator().Fit(
            TestFunctions.Known("dot", TestFunctions.Normal(200, 2, 1), 2),
            TestFunctions.Known("dot", TestFunctions.Normal(200, 3, 1), 3),
            TestFunctions.Context())).Should().Throw<ArgumentException>().WithParameterName("heldOut");
}
