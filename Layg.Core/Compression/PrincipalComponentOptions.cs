using static SharedSource.EmulatorOption;

namespace Layg;

/// <summary>Settings of <see cref="PrincipalComponentEmulator"/>.</summary>
public sealed record PrincipalComponentOptions
{
    /// <summary>The share of the outputs' variance that the kept components must explain. Range: above 0, up to 1. Default: 0.999999.</summary>
    public double ExplainedVariance { get; set; } = 0.999999;

    /// <summary>The most components to keep. Range: at least 1. Default: 50.</summary>
    public int MaximumComponents { get; set; } = 50;

    /// <summary>
    /// The share of true errors that the predicted error shall cover. Range: 0 to 1, both excluded. Default: 0.9545 (two standard
    /// deviations).
    /// </summary>
    public double DecisionLevel { get; set; } = 0.9545;

    /// <summary>Checks every setting.</summary>
    /// <exception cref="ArgumentException">A setting is out of range; the message names it, its value and the range.</exception>
    public void Validate()
    {
        Require(ExplainedVariance is > 0 and <= 1, nameof(ExplainedVariance), ExplainedVariance, "above 0, up to 1");
        Require(MaximumComponents >= 1, nameof(MaximumComponents), MaximumComponents, "at least 1");
        Require(DecisionLevel is > 0 and < 1, nameof(DecisionLevel), DecisionLevel, "between 0 and 1, both excluded");
    }
}
