using static SharedSource.EmulatorOption;

namespace Layg.Emulators.Torch;

/// <summary>Settings of <see cref="TorchEmulator"/>.</summary>
public sealed record TorchOptions
{
    /// <summary>
    /// The network of the first Python package: 20 hidden units, one network, 32-bit, and an error that depends on distance alone. How it is
    /// trained stays ours.
    /// </summary>
    public static TorchOptions Original => new()
    {
        HiddenLayers = [20],
        Uncertainty = Uncertainty.Distance,
        ElementType = torch.ScalarType.Float32,
        MinimumCalibrationPoints = 1,
    };

    /// <summary>
    /// Units of each hidden layer of the built-in network, all with tanh. Range: 1 to 8 layers of 1 to 4096 units. Default: one layer of 64.
    /// </summary>
    public IReadOnlyList<int> HiddenLayers { get; set; } = [64];

    /// <summary>Makes a network to use instead of the built-in one. Default: null.</summary>
    /// <remarks>A stored emulator holds the weights but not this delegate: set the same one before loading.</remarks>
    public NetworkFactory? Network { get; set; }

    /// <summary>
    /// What the predicted error is made of. Default: <see cref="Uncertainty.Ensemble"/>, which calibrates best; the others need one network
    /// instead of <see cref="EnsembleSize"/>.
    /// </summary>
    public Uncertainty Uncertainty { get; set; } = Uncertainty.Ensemble;

    /// <summary>Networks of an <see cref="Uncertainty.Ensemble"/>; their mean predicts. Range: 2 to 64. Default: 4.</summary>
    public int EnsembleSize { get; set; } = 4;

    /// <summary>Numbers that training computes with: Float32 or Float64. Default: Float64. The built-in network always predicts in 64 bits.</summary>
    public torch.ScalarType ElementType { get; set; } = torch.ScalarType.Float64;

    /// <summary>Where training, and prediction by a network of your own, runs: "cpu", "cuda" or "cuda:N". Default: "cpu".</summary>
    public string Device { get; set; } = "cpu";

    /// <summary>The first step size of Adam. Range: above 0. Default: 0.01. A warm start begins with a fifth of it.</summary>
    public double LearningRate { get; set; } = 0.01;

    /// <summary>The most points of one step; a sixteenth of the points where they are fewer than 16 times as many. Range: at least 1. Default: 256.</summary>
    public int BatchSize { get; set; } = 256;

    /// <summary>The most passes over the points. Range: at least 1. Default: 300.</summary>
    public int MaxEpochs { get; set; } = 300;

    /// <summary>
    /// Passes without a better validation loss after which the learning rate is halved; after twice as many training ends.
    /// Range: at least 1. Default: 20.
    /// </summary>
    public int Patience { get; set; } = 20;

    /// <summary>The share of the training points that decides when to stop. Range: 0 to 1, both excluded. Default: 0.15.</summary>
    public double ValidationFraction { get; set; } = 0.15;

    /// <summary>
    /// Whether the last layer of the built-in network is computed anew after training, as the solution of its linear least-squares problem,
    /// where that lowers the validation loss. Default: true.
    /// </summary>
    public bool SolveLastLayer { get; set; } = true;

    /// <summary>Whether a new fit starts from the weights of <see cref="FitContext.Previous"/> where they fit. Default: true.</summary>
    public bool WarmStart { get; set; } = true;

    /// <summary>The share of true errors that the predicted error shall cover. Range: 0 to 1, both excluded. Default: 0.9545 (two standard deviations).</summary>
    public double DecisionLevel { get; set; } = 0.9545;

    /// <summary>The fewest held-out points that allow a fit. Range: at least 1. Default: 100.</summary>
    public int MinimumCalibrationPoints { get; set; } = 100;

    /// <summary>
    /// How far outside the bounding box of the points, in whitened coordinates and in units of the box's width, a query may lie. Range: 0 and
    /// above; infinity switches off both this guard and the one by distance. Default: 0.1.
    /// </summary>
    public double BoxMargin { get; set; } = 0.1;

    /// <summary>Hears after every pass how a training goes, on the training's thread. Default: null.</summary>
    public IProgress<TrainingProgress>? Progress { get; set; }

    internal int Members => Uncertainty == Uncertainty.Ensemble ? EnsembleSize : 1;

    /// <summary>Checks every setting.</summary>
    /// <exception cref="ArgumentException">A setting is out of range; the message names it, its value and the range.</exception>
    public void Validate()
    {
        Require(
            HiddenLayers is { Count: >= 1 and <= 8 } && HiddenLayers.All(units => units is >= 1 and <= 4096),
            nameof(HiddenLayers),
            HiddenLayers is null ? null : $"[{string.Join(", ", HiddenLayers)}]",
            "1 to 8 layers of 1 to 4096 units");
        Require(Enum.IsDefined(Uncertainty), nameof(Uncertainty), Uncertainty, "a named value");
        Require(
            Network is null || Uncertainty != Uncertainty.LastLayer,
            nameof(Uncertainty),
            Uncertainty,
            "Distance or Ensemble with a network of your own, whose last layer is not known");
        Require(EnsembleSize is >= 2 and <= 64, nameof(EnsembleSize), EnsembleSize, "2 to 64");
        Require(
            ElementType is torch.ScalarType.Float32 or torch.ScalarType.Float64, nameof(ElementType), ElementType, "Float32 or Float64");
        Require(IsDevice(Device), nameof(Device), Device, "cpu, cuda or cuda:N");
        Require(double.IsFinite(LearningRate) && LearningRate > 0, nameof(LearningRate), LearningRate, "above 0, finite");
        Require(BatchSize >= 1, nameof(BatchSize), BatchSize, "at least 1");
        Require(MaxEpochs >= 1, nameof(MaxEpochs), MaxEpochs, "at least 1");
        Require(Patience >= 1, nameof(Patience), Patience, "at least 1");
        Require(ValidationFraction is > 0 and < 1, nameof(ValidationFraction), ValidationFraction, "between 0 and 1, both excluded");
        Require(DecisionLevel is > 0 and < 1, nameof(DecisionLevel), DecisionLevel, "between 0 and 1, both excluded");
        Require(MinimumCalibrationPoints >= 1, nameof(MinimumCalibrationPoints), MinimumCalibrationPoints, "at least 1");
        Require(BoxMargin >= 0, nameof(BoxMargin), BoxMargin, "0 and above");
    }

    private static bool IsDevice(string? device) =>
        device is "cpu" or "cuda" ||
        (device is not null && device.StartsWith("cuda:", StringComparison.Ordinal) && byte.TryParse(device.AsSpan(5), out _));
}
