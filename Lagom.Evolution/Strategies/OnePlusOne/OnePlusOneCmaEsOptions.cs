using static Lagom.Evolution.OptionCheck;

namespace Lagom.Evolution;

/// <summary>Options of <see cref="OnePlusOneCmaEs"/>. A generation has one candidate.</summary>
public sealed record OnePlusOneCmaEsOptions : StrategyOptions
{
    /// <summary>The damping of the step size (d). Default: 1 + n/2. Range: positive.</summary>
    public double? Damping { get; init; }

    /// <summary>The first standard deviation of each coordinate as a multiple of sigma0. Default: 1 for all. Range: positive.</summary>
    public IReadOnlyList<double>? CoordinateStds { get; init; }

    /// <inheritdoc/>
    protected internal override void Validate()
    {
        base.Validate();
        Require(PopulationSize is null or 1, nameof(PopulationSize), PopulationSize, "1");
        Require(Damping is null || (Damping > 0 && double.IsFinite(Damping.Value)), nameof(Damping), Damping, "positive");
    }
}
