using static SharedSource.EmulatorOption;

namespace Layg;

/// <summary>Settings of <see cref="SelectingEmulator"/>.</summary>
public sealed record SelectionOptions
{
    /// <summary>Parts of the points that take turns in being predicted from the others. Range: 2 to 100. Default: 3.</summary>
    public int Folds { get; set; } = 3;

    /// <summary>The most points that cross-validation uses, drawn at random. Range: at least 10. Default: 1500.</summary>
    public int MaximumPoints { get; set; } = 1500;

    /// <summary>
    /// The level at which predicted errors are judged; those of candidates with another level are rescaled where they can be. Range: 0 to 1,
    /// both excluded. Default: 0.9545.
    /// </summary>
    public double Level { get; set; } = 0.9545;

    /// <summary>Checks every setting.</summary>
    /// <exception cref="ArgumentException">A setting is out of range; the message names it, its value and the range.</exception>
    public void Validate()
    {
        Require(Folds is >= 2 and <= 100, nameof(Folds), Folds, "2 to 100");
        Require(MaximumPoints >= 10, nameof(MaximumPoints), MaximumPoints, "at least 10");
        Require(Level is > 0 and < 1, nameof(Level), Level, "between 0 and 1, both excluded");
    }
}
