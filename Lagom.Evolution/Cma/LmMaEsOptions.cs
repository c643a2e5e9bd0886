using static Lagom.Evolution.OptionCheck;

namespace Lagom.Evolution;

/// <summary>Options of <see cref="LmMaEs"/>.</summary>
public sealed record LmMaEsOptions : StrategyOptions
{
    /// <summary>How many direction vectors stand for the covariance matrix. Default: <c>4 + floor(3 ln n)</c>. Range: at least 1.</summary>
    public int? Directions { get; init; }

    /// <inheritdoc />
    protected internal override void Validate()
    {
        base.Validate();
        Require(PopulationSize is null or >= 4, nameof(PopulationSize), PopulationSize, "at least 4");
        Require(Directions is null or >= 1, nameof(Directions), Directions, "at least 1");
    }
}
