using Lagom.Evolution.Schedules;
using static Lagom.Evolution.OptionCheck;

namespace Lagom.Evolution;

/// <summary>Options of <see cref="AugmentedRandomSearch"/>. The population's default size is 4 + 3 ln n, made even; two candidates a direction.</summary>
public sealed record AugmentedRandomSearchOptions : StrategyOptions
{
    /// <summary>How many of the directions a step uses (b): those with the best values. Default: half of them, at least one. Range: 1 to half the population.</summary>
    public int? TopDirections { get; init; }

    /// <summary>The length along a direction (ν) as a multiple of sigma0, by generation. Default: 1. Range: positive at every generation.</summary>
    public Schedule SigmaSchedule { get; init; } = 1;

    /// <summary>
    /// The step size (α) by generation. Default: two thirds of the length along a direction, a ratio that the paper often uses.
    /// Range: positive at every generation.
    /// </summary>
    public Schedule? StepSize { get; init; }

    /// <inheritdoc/>
    protected internal override void Validate()
    {
        base.Validate();
        Require(PopulationSize is null || (PopulationSize >= 2 && PopulationSize % 2 == 0), nameof(PopulationSize), PopulationSize, "even and at least 2");
        Require(
            TopDirections is null || (TopDirections >= 1 && (PopulationSize is null || TopDirections <= PopulationSize / 2)),
            nameof(TopDirections), TopDirections, "1 to half the population");
        ArgumentNullException.ThrowIfNull(SigmaSchedule);
    }
}
