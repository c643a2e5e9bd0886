using Shared.Tensors;
using static TorchSharp.torch;

namespace Layg.Emulators.Torch.Tests;

public sealed class UserModuleTests
{
    private static readonly double[] Queries = TestFunctions.Normal(200, 2, 9);

    public static TorchOptions Options => new()
    {
        Network = (inputs, outputs) => nn.Sequential(nn.Linear(inputs, 24), nn.SiLU(), nn.Linear(24, 24), nn.SiLU(), nn.Linear(24, outputs)),
        EnsembleSize = 2,
        MaxEpochs = 60,
    };

    [Test]
    public void Predict_OwnNetwork_IsAccurateAndCovers()
    {
        FittedTorchEmulator fitted = Fits.Of("gauss_bump", 1500, 2, Options);

        var (values, errors) = fitted.Batch(Queries, 2);

        int within = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double error = Math.Abs(values[i] - TestFunctions.Evaluate("gauss_bump", Queries.AsSpan(2 * i, 2)));
            within += double.IsInfinity(errors[i]) || error <= errors[i] ? 1 : 0;
            if (!double.IsInfinity(errors[i]))
                error.Should().BeLessThan(0.3);
        }

        within.Should().BeGreaterThan(170);
    }

    [Test]
    public void PredictBatch_OwnNetwork_AgreesWithOneByOneWithinRounding()
    {
        FittedTorchEmulator fitted = Fits.Of("rosen", 500, 2, Options with { MaxEpochs = 5 });

        var batch = fitted.Batch(Queries, 2);
        var single = fitted.OneByOne(Queries, 2);

        for (int i = 0; i < batch.Values.Length; i++)
        {
            double.IsInfinity(batch.Errors[i]).Should().Be(double.IsInfinity(single.Errors[i]));
            if (double.IsInfinity(batch.Errors[i]))
                continue;
            batch.Values[i].Should().BeApproximately(single.Values[i], 1e-12);
            batch.Errors[i].Should().BeApproximately(single.Errors[i], 1e-11);
        }
    }

    [Test]
    public void Fit_OwnNetworkAndSeed_GivesTheSameAnswers()
    {
        TorchOptions dropout = Options with
        {
            MaxEpochs = 5,
            Network = (inputs, outputs) => nn.Sequential(nn.Linear(inputs, 16), nn.Tanh(), nn.Dropout(0.1), nn.Linear(16, outputs)),
        };

        double[] one = Fits.Of("rosen", 400, 2, dropout).Batch(Queries, 2).Values;
        manual_seed(3);
        double[] again = Fits.Of("rosen", 400, 2, dropout).Batch(Queries, 2).Values;

        again.Should().Equal(one);
    }

    [Test]
    public void Fit_OwnNetworkFromThePreviousFit_KeepsItsLoss()
    {
        TrainingSet points = TestFunctions.Known("gauss_bump", TestFunctions.Normal(800, 2, 1), 2);
        FittedTorchEmulator first = Fits.Of(points, Options);

        FittedTorchEmulator second = Fits.Of(points, Options with { MaxEpochs = 1 }, TestFunctions.Context() with { Previous = first });

        second.Training.WarmStarted.Should().BeTrue();
        second.Training.ValidationLoss.Should().BeLessThan(1.01 * first.Training.ValidationLoss);
    }

    [Test]
    public void Fit_FactoryThrows_PassesUnwrappedAndTheEmulatorStaysUsable()
    {
        int calls = 0;
        TorchOptions options = Options with
        {
            MaxEpochs = 2,
            Network = (inputs, outputs) => calls++ == 0 ? throw new InvalidTimeZoneException("not now") : nn.Sequential(nn.Linear(inputs, outputs)),
        };
        TorchEmulator emulator = new(options);
        TrainingSet points = TestFunctions.Known("dot", TestFunctions.Normal(300, 2, 1), 2);

        emulator.Invoking(e => e.Fit(points, points, TestFunctions.Context())).Should().Throw<InvalidTimeZoneException>();
        emulator.Invoking(e => e.Fit(points, points, TestFunctions.Context())).Should().NotThrow();
    }

    [Test]
    public void Predict_OwnNetwork_KeepsTheNumberOfTensors()
    {
        FittedTorchEmulator fitted = Fits.Of("dot", 400, 2, Options with { MaxEpochs = 2 });
        fitted.OneByOne(Queries, 2);
        Garbage.Collect();
        long before = TensorRuntime.LiveTensors;

        fitted.OneByOne(Queries, 2);
        fitted.Batch(Queries, 2);

        TensorRuntime.LiveTensors.Should().Be(before);
    }
}
