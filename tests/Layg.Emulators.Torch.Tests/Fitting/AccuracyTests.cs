namespace Layg.Emulators.Torch.Tests;

public sealed class AccuracyTests
{
    private static readonly TorchOptions Options = new() { MaxEpochs = 80 };

    [Test]
    public void TestFunctions_GoldenPoints_HaveTheReferenceValues()
    {
        var golden = Golden.Read("test_functions.json");
        double[][] points = golden.GetProperty("points").Rows();
        foreach (string function in new[] { "constant", "first_var", "dot", "sin", "exp", "step_sum", "rational" })
        {
            double[] values = golden.GetProperty("values").GetProperty(function).Numbers();
            for (int i = 0; i < points.Length; i++)
                TestFunctions.Evaluate(function switch { "sin" => "sin10", "step_sum" => "step", _ => function }, points[i]).Should().BeApproximately(values[i], 1e-12);
        }
    }

    [TestCase("constant", 1)]
    [TestCase("constant", 3)]
    [TestCase("first_var", 1)]
    [TestCase("first_var", 2)]
    [TestCase("first_var", 3)]
    [TestCase("dot", 1)]
    [TestCase("dot", 2)]
    [TestCase("dot", 3)]
    [TestCase("sin10", 1)]
    [TestCase("sin10", 2)]
    [TestCase("exp", 1)]
    [TestCase("exp", 2)]
    [TestCase("exp", 3)]
    [TestCase("rational", 1)]
    [TestCase("rational", 3)]
    public void Predict_OriginalFunctionAtTheCentre_IsWithinTheOriginalTolerance(string function, int dimension)
    {
        TrainingSet points = TestFunctions.Known(function, TestFunctions.Uniform(2000, dimension, 1), dimension);
        FittedTorchEmulator fitted = Fits.Of(points, Options);
        double[] centre = [.. Enumerable.Repeat(0.5, dimension)];
        var y = new double[1];

        double error = fitted.Predict(centre, y);

        double truth = TestFunctions.Evaluate(function, centre);
        y[0].Should().BeApproximately(truth, 0.05);
        Math.Abs((y[0] - truth) / truth).Should().BeLessThan(1);
        error.Should().BeLessThan(0.05, "the learner then emulates by default");
    }

    // The original fails the last one.
    [TestCase("constant")]
    [TestCase("first_var")]
    [TestCase("dot")]
    [TestCase("sin10")]
    public void Predict_ThousandPointsInOneDimension_IsWithinTheOriginalTolerance(string function)
    {
        double[] inputs = [.. TestFunctions.Uniform(1000, 1, 4).Select(u => (2 * u) - 1)];
        FittedTorchEmulator fitted = Fits.Of(TestFunctions.Known(function, inputs, 1), Options);
        var y = new double[1];

        fitted.Predict([0.5], y);

        y[0].Should().BeApproximately(TestFunctions.Evaluate(function, [0.5]), 0.05);
    }

    [Test]
    public void Predict_ConstantFunction_IsExactWithoutTraining()
    {
        FittedTorchEmulator fitted = Fits.Of("constant", 400, 2);
        var y = new double[1];

        fitted.Predict([0.1, 0.2], y).Should().BeLessThan(1e-9);

        y[0].Should().Be(1);
        fitted.Training.Epochs.Should().Be(0);
    }

    [Test]
    public void Predict_SeveralOutputsOfDifferentUnits_EachIsAccurateInItsOwn()
    {
        double[] inputs = TestFunctions.Normal(1500, 2, 5);
        var outputs = new double[1500 * 3];
        for (int i = 0; i < 1500; i++)
        {
            outputs[3 * i] = 1e6 * Math.Sin(inputs[2 * i]);
            outputs[(3 * i) + 1] = 7;
            outputs[(3 * i) + 2] = 1e-3 * inputs[(2 * i) + 1];
        }

        FittedTorchEmulator fitted = Fits.Of(new TrainingSet(inputs, outputs, 2, 3), Options);
        var y = new double[3];
        double error = fitted.Predict([0.4, -0.3], y);

        y[0].Should().BeApproximately(1e6 * Math.Sin(0.4), 1e4);
        y[1].Should().Be(7);
        y[2].Should().BeApproximately(-3e-4, 1e-5);
        error.Should().BeInRange(1, 3e4, "it is that of the worst component");
    }

    [Test]
    public void Predict_Float32_IsAccurateAsWell()
    {
        FittedTorchEmulator fitted = Fits.Of("dot", 1500, 2, Options with { ElementType = TorchSharp.torch.ScalarType.Float32 });
        var y = new double[1];

        fitted.Predict([0.5, -0.5], y);

        y[0].Should().BeApproximately(0.5, 0.05);
    }

    [Test]
    public void Predict_TwoHiddenLayers_IsAccurateAsWell()
    {
        FittedTorchEmulator fitted = Fits.Of("dot", 1500, 2, Options with { HiddenLayers = [32, 24] });
        var y = new double[1];

        fitted.Predict([0.5, -0.5], y);

        y[0].Should().BeApproximately(0.5, 0.05);
    }

    [Test]
    [Category("Gpu")]
    public void Fit_OnCuda_IsAccurateAndPredictsWithoutIt([Values] bool userModule)
    {
        if (!TorchSharp.torch.cuda.is_available())
            Assert.Ignore("There is no CUDA device.");
        TorchOptions options = (userModule ? UserModuleTests.Options : Options) with { Device = "cuda" };
        FittedTorchEmulator fitted = Fits.Of("dot", 1500, 2, options);
        var y = new double[1];

        fitted.Predict([0.5, -0.5], y);

        y[0].Should().BeApproximately(0.5, 0.1);
    }
}
