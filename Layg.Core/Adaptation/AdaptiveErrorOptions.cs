using static SharedSource.EmulatorOption;

namespace Layg;

/// <summary>Settings of <see cref="AdaptiveErrorEmulator"/>.</summary>
public sealed record AdaptiveErrorOptions
{
    /// <summary>
    /// How many of the latest comparisons count, in effect: each one takes 1 / Memory of the weight from those before it. Fewer follow a moving
    /// search sooner, more are steadier. Range: at least 2. Default: 10.
    /// </summary>
    public double Memory { get; set; } = 10;

    /// <summary>
    /// How many comparisons the emulator's own calibration counts as at the start. The fewer, the wider are the errors until there are
    /// comparisons. Range: at least 1, finite. Default: 2.
    /// </summary>
    public double PriorWeight { get; set; } = 2;

    /// <summary>
    /// How far one comparison moves the correction that keeps the share of covered errors whatever their distribution, as a factor's logarithm.
    /// Range: 0 to 1. Default: 0.1.
    /// </summary>
    public double StepSize { get; set; } = 0.1;

    /// <summary>
    /// The share of true errors that the predicted ones shall cover, where the wrapped emulator does not state one itself. Range: 0 to 1, both
    /// excluded. Default: 0.9545.
    /// </summary>
    public double Level { get; set; } = 0.9545;

    /// <summary>Checks every setting.</summary>
    /// <exception cref="ArgumentException">A setting is out of range; the message names it, its value and the range.</exception>
    public void Validate()
    {
        Require(Memory >= 2 && double.IsFinite(Memory), nameof(Memory), Memory, "at least 2, finite");
        Require(PriorWeight >= 1 && double.IsFinite(PriorWeight), nameof(PriorWeight), PriorWeight, "at least 1, finite");
        Require(StepSize is >= 0 and <= 1, nameof(StepSize), StepSize, "0 to 1");
        Require(Level is > 0 and < 1, nameof(Level), Level, "between 0 and 1, both excluded");
    }
}
