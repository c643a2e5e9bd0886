using Shared.Tensors;

namespace Layg.Emulators.Torch.Tests;

public sealed class FitConditionsTests
{
    [Test]
    public void Fit_TooFewPoints_SaysHowManyAreNeeded()
    {
        TrainingSet few = TestFunctions.Known("dot", TestFunctions.Normal(19, 2, 1), 2);
        TrainingSet many = TestFunctions.Known("dot", TestFunctions.Normal(200, 2, 2), 2);
        TorchEmulator emulator = new(Fits.Quick);

        emulator.Invoking(e => e.Fit(few, many, TestFunctions.Context())).Should().Throw<EmulatorFitException>().WithMessage("*19*20*");
        emulator.Invoking(e => e.Fit(many, few, TestFunctions.Context())).Should().Throw<EmulatorFitException>().WithMessage("*19*100*");
        emulator.Invoking(e => e.Fit(many, many.Take(0), TestFunctions.Context())).Should().Throw<EmulatorFitException>();
    }

    [Test]
    public void Fit_AllPointsAlike_SaysSo()
    {
        TrainingSet points = new(Enumerable.Repeat(0.7, 400).ToArray(), Enumerable.Repeat(1.0, 200).ToArray(), 2, 1);

        new TorchEmulator(Fits.Quick).Invoking(e => e.Fit(points, points, TestFunctions.Context()))
            .Should().Throw<EmulatorFitException>().WithMessage("*alike*");
    }

    [Test]
    public void Fit_PartsOfDifferentDimensions_NamesThem()
    {
        TrainingSet two = TestFunctions.Known("dot", TestFunctions.Normal(200, 2, 1), 2);
        TrainingSet three = TestFunctions.Known("dot", TestFunctions.Normal(200, 3, 1), 3);

        new TorchEmulator(Fits.Quick).Invoking(e => e.Fit(two, three, TestFunctions.Context())).Should().Throw<ArgumentException>().WithMessage("*3 and 1*2 and 1*");
    }

    [Test]
    public void Fit_DuplicatePoints_Works()
    {
        TrainingSet points = TestFunctions.Known("dot", TestFunctions.Normal(100, 2, 1), 2);
        TrainingSet repeated = points.Select([.. Enumerable.Range(0, 800).Select(i => i % 100)]);

        FittedTorchEmulator fitted = Fits.Of(repeated);

        var y = new double[1];
        fitted.Predict(points.Input(5), y).Should().BeLessThan(1);
        y[0].Should().BeApproximately(points.Output(5)[0], 0.3);
    }

    [Test]
    public void Fit_DependentAndConstantInputs_RefusesQueriesOffTheirPlane()
    {
        double[] free = TestFunctions.Normal(800, 2, 1);
        var inputs = new double[800 * 4];
        var outputs = new double[800];
        for (int i = 0; i < 800; i++)
        {
            (inputs[4 * i], inputs[(4 * i) + 1]) = (free[2 * i], free[(2 * i) + 1]);
            inputs[(4 * i) + 2] = free[2 * i] - (2 * free[(2 * i) + 1]);
            inputs[(4 * i) + 3] = 5;
            outputs[i] = free[2 * i];
        }

        RecordingLogger logger = new();
        FittedTorchEmulator fitted = Fits.Of(new TrainingSet(inputs, outputs, 4, 1), context: TestFunctions.Context() with { Logger = logger });

        var y = new double[1];
        fitted.Inputs.Rank.Should().Be(2);
        fitted.Predict([0.5, 0.25, 0, 5], y).Should().BeLessThan(0.1);
        y[0].Should().BeApproximately(0.5, 0.05);
        fitted.Predict([0.5, 0.25, 0.1, 5], y).Should().Be(double.PositiveInfinity);
        fitted.Predict([0.5, 0.25, 0, 5.1], y).Should().Be(double.PositiveInfinity);
        logger.Entries.Should().Contain(entry => entry.Id == 1200);
    }

    [Test]
    public void Predict_FarAway_IsInfinitelyUncertain([Values] Uncertainty uncertainty)
    {
        FittedTorchEmulator fitted = Fits.Of("minus_dot", 600, 2, Fits.Quick with { Uncertainty = uncertainty });
        var y = new double[1];

        foreach (double far in new[] { 6, 100, 1e6, 1e300, double.PositiveInfinity, double.NaN })
        {
            fitted.Predict([far, 0], y).Should().Be(double.PositiveInfinity);
            fitted.Predict([0, -far], y).Should().Be(double.PositiveInfinity);
        }
    }

    [Test]
    public void Predict_GapWithinTheBox_IsInfinitelyUncertain()
    {
        // A ring: its centre is inside every bounding box.
        double[] angles = TestFunctions.Uniform(1500, 1, 1);
        double[] inputs = [.. angles.SelectMany(u => new[] { 10 * Math.Cos(2 * Math.PI * u), 10 * Math.Sin(2 * Math.PI * u) })];
        FittedTorchEmulator fitted = Fits.Of(TestFunctions.Known("first_var", inputs, 2));
        var y = new double[1];

        fitted.Predict([10, 0], y).Should().BeLessThan(0.5);
        fitted.Predict([0, 0], y).Should().Be(double.PositiveInfinity);
    }

    [Test]
    public void Predict_WrongLengths_SaysWhatIsNeeded()
    {
        FittedTorchEmulator fitted = Fits.Of("dot", 400, 2);

        fitted.Invoking(f => f.Predict([1], new double[1])).Should().Throw<ArgumentException>().WithMessage("*1 numbers; 2*");
        fitted.Invoking(f => f.Predict([1, 2], new double[2])).Should().Throw<ArgumentException>();
        fitted.Invoking(f => f.PredictBatch(new double[5], new double[2], new double[2])).Should().Throw<ArgumentException>();
    }

    [Test]
    public void Fit_NoUsableGradient_IsAFitException()
    {
        TrainingSet points = TestFunctions.Known("dot", TestFunctions.Normal(400, 2, 1), 2);
        TorchOptions options = new() { Network = (_, _) => new Broken(), MaxEpochs = 2, EnsembleSize = 2 };

        new TorchEmulator(options).Invoking(e => e.Fit(points, points, TestFunctions.Context()))
            .Should().Throw<EmulatorFitException>().WithMessage("*loss was NaN*");
    }

    private sealed class Broken : TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        private readonly TorchSharp.Modules.Linear _layer = TorchSharp.torch.nn.Linear(2, 1);

        public Broken()
            : base(nameof(Broken)) => RegisterComponents();

        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor input) => _layer.call(input) * double.NaN;
    }
}
