using static Lagom.Evolution.OptionCheck;

namespace Lagom.Evolution;

/// <summary>What all strategies have in common. Each has a record of its own derived from this one.</summary>
public record StrategyOptions
{
    /// <summary>Candidates per generation (popsize). Default: the strategy's own rule. Range: at least 2, or what the strategy says.</summary>
    public int? PopulationSize { get; init; }

    /// <summary>The seed of all random draws; the same seed gives the same run. Default: 0. Every value is one.</summary>
    public long Seed { get; init; }

    /// <summary>Whether values are minimised or maximised. Default: minimised.</summary>
    public ObjectiveDirection Direction { get; init; }

    /// <summary>What happens to values that are not finite numbers. Default: they rank last.</summary>
    public FailedEvaluations FailedEvaluations { get; init; }

    /// <summary>
    /// The box that candidates stay in (bounds). Default: none. CMA-ES lets its handling be chosen, differential evolution places mutants between
    /// the bound and their parent; every other strategy searches without bounds, and a smooth map, the identity but for a margin at the
    /// bounds, takes its points into the box. Standard deviations are those of the search.
    /// </summary>
    /// <remarks><b>Source:</b> the map is pycma's BoxConstraintsLinQuadTransformation.</remarks>
    public SearchBounds? Bounds { get; init; }

    /// <summary>When to stop.</summary>
    public StopCriteria Stop { get; init; } = new();

    /// <summary>Checks all options; strategies add their own.</summary>
    /// <exception cref="ArgumentException">An option is out of range; the message names it, its value and the range.</exception>
    protected internal virtual void Validate()
    {
        Require(PopulationSize is null or >= 1, nameof(PopulationSize), PopulationSize, "at least 1");
        Require(Enum.IsDefined(Direction), nameof(Direction), Direction, "a direction");
        Require(Enum.IsDefined(FailedEvaluations), nameof(FailedEvaluations), FailedEvaluations, "a way");
        ArgumentNullException.ThrowIfNull(Stop);
        Stop.Validate();
    }
}
