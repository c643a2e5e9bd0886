using static Lagom.Evolution.OptionCheck;

namespace Lagom.Evolution;

/// <summary>Options of <see cref="RestartingCmaEs"/>. Target, counts and time of <see cref="StrategyOptions.Stop"/> end the whole search; its tolerances end a run.</summary>
public sealed record RestartingCmaEsOptions : StrategyOptions
{
    /// <summary>How to start again. Default: BIPOP.</summary>
    public RestartSchedule Schedule { get; init; } = RestartSchedule.Bipop;

    /// <summary>How many times the search may start again with a larger population. Default: 9. Range: at least 0.</summary>
    public int MaxRestarts { get; init; } = 9;

    /// <summary>What the population is multiplied by. Default: 2. Range: above 1.</summary>
    public double PopulationFactor { get; init; } = 2;

    /// <summary>
    /// Where runs after the first start, uniformly. Default: in <see cref="StrategyOptions.Bounds"/> where all are finite, else around x0 with the
    /// first standard deviation. Range: finite.
    /// </summary>
    public SearchBounds? StartBox { get; init; }

    /// <summary>
    /// Options of each run. Its seed, direction, population, bounds and handling of failed evaluations are taken from these options instead, and
    /// of its stopping rules only the tolerances count. Its bounds must be null.
    /// </summary>
    public CmaEsOptions Cma { get; init; } = new();

    /// <inheritdoc />
    protected internal override void Validate()
    {
        base.Validate();
        Require(PopulationSize is null or >= 2, nameof(PopulationSize), PopulationSize, "at least 2");
        Require(Enum.IsDefined(Schedule), nameof(Schedule), Schedule, "a schedule");
        Require(MaxRestarts >= 0, nameof(MaxRestarts), MaxRestarts, "at least 0");
        Require(PopulationFactor > 1 && double.IsFinite(PopulationFactor), nameof(PopulationFactor), PopulationFactor, "above 1 and finite");
        ArgumentNullException.ThrowIfNull(Cma);
        Cma.Validate();
        Require(Cma.Bounds is null, $"{nameof(Cma)}.{nameof(Bounds)}", "set", $"null: set {nameof(Bounds)} of the search instead");
    }
}
