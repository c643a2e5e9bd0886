using static SharedSource.EmulatorOption;

namespace Layg;

/// <summary>Settings of <see cref="InterpolationEmulator"/>.</summary>
public sealed record InterpolationOptions
{
    /// <summary>
    /// The settings closest to the Python package: straight lines through any number of points from 3 on.
    /// </summary>
    public static InterpolationOptions Original => new() { Form = InterpolationForm.Linear, MinimumCalibrationPoints = 1 };

    /// <summary>The curve through the points. Default: <see cref="InterpolationForm.Cubic"/>.</summary>
    public InterpolationForm Form { get; set; } = InterpolationForm.Cubic;

    /// <summary>
    /// The share of true errors that the predicted error shall cover. Range: 0 to 1, both excluded. Default: 0.9545 (two standard
    /// deviations).
    /// </summary>
    public double DecisionLevel { get; set; } = 0.9545;

    /// <summary>The fewest calibration points that allow a fit. Range: at least 1. Default: 100.</summary>
    public int MinimumCalibrationPoints { get; set; } = 100;

    /// <summary>Checks every setting.</summary>
    /// <exception cref="ArgumentException">A setting is out of range; the message names it, its value and the range.</exception>
    public void Validate()
    {
        Require(Enum.IsDefined(Form), nameof(Form), Form, "a named value");
        Require(DecisionLevel is > 0 and < 1, nameof(DecisionLevel), DecisionLevel, "between 0 and 1, both excluded");
        Require(MinimumCalibrationPoints >= 1, nameof(MinimumCalibrationPoints), MinimumCalibrationPoints, "at least 1");
    }
}
