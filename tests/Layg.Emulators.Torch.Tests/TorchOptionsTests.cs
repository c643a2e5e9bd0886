namespace Layg.Emulators.Torch.Tests;

public sealed class TorchOptionsTests
{
    private static readonly (string Name, TorchOptions Options)[] Wrong =
    [
        (nameof(TorchOptions.HiddenLayers), new() { HiddenLayers = [] }),
        (nameof(TorchOptions.HiddenLayers), new() { HiddenLayers = [20, 0] }),
        (nameof(TorchOptions.Uncertainty), new() { Uncertainty = (Uncertainty)9 }),
        (nameof(TorchOptions.Uncertainty), new() { Uncertainty = Uncertainty.LastLayer, Network = (_, _) => throw new InvalidOperationException() }),
        (nameof(TorchOptions.EnsembleSize), new() { EnsembleSize = 1 }),
        (nameof(TorchOptions.ElementType), new() { ElementType = TorchSharp.torch.ScalarType.Int64 }),
        (nameof(TorchOptions.Device), new() { Device = "tpu" }),
        (nameof(TorchOptions.LearningRate), new() { LearningRate = 0 }),
        (nameof(TorchOptions.BatchSize), new() { BatchSize = 0 }),
        (nameof(TorchOptions.MaxEpochs), new() { MaxEpochs = 0 }),
        (nameof(TorchOptions.Patience), new() { Patience = 0 }),
        (nameof(TorchOptions.ValidationFraction), new() { ValidationFraction = 1 }),
        (nameof(TorchOptions.DecisionLevel), new() { DecisionLevel = 0 }),
        (nameof(TorchOptions.MinimumCalibrationPoints), new() { MinimumCalibrationPoints = 0 }),
        (nameof(TorchOptions.BoxMargin), new() { BoxMargin = double.NaN }),
    ];

    [Test]
    public void Constructor_WrongOption_NamesItAndTheRange([ValueSource(nameof(Wrong))] (string Name, TorchOptions Options) wrong)
    {
        Action make = () => _ = new TorchEmulator(wrong.Options);

        make.Should().Throw<ArgumentException>().WithMessage($"*{wrong.Name} is*allowed*");
    }

    [Test]
    public void Constructor_OptionsChangedLater_KeepsItsOwn()
    {
        int[] layers = [8];
        TorchOptions options = new() { HiddenLayers = layers, MaxEpochs = 3 };
        TorchEmulator emulator = new(options);

        layers[0] = 0;
        options.MaxEpochs = 0;

        TrainingSet points = TestFunctions.Known("dot", TestFunctions.Normal(400, 2, 1), 2);
        emulator.Invoking(e => e.Fit(points, points, TestFunctions.Context())).Should().NotThrow();
    }

    [Test]
    public void Original_Preset_HasTheNetworkOfThePythonPackage()
    {
        TorchOptions.Original.HiddenLayers.Should().Equal(20);
        TorchOptions.Original.Invoking(options => options.Validate()).Should().NotThrow();
    }
}
