namespace L2L;

/// <summary>What every optimizer can be told.</summary>
public abstract record OptimizerOptions
{
    /// <summary>How many generations are evaluated at most. Range: at least 1.</summary>
    public int Generations { get; init; } = 100;

    /// <summary>The weighted fitness at which the search is over; ∞ for never.</summary>
    public double StopFitness { get; init; } = double.PositiveInfinity;

    /// <summary>The seed of the optimizer's own random numbers.</summary>
    public long Seed { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">One is beyond its range; the message names it, its value and the range.</exception>
    public virtual void Validate()
    {
        OptionCheck.AtLeast(Generations, 1, nameof(Generations));
        OptionCheck.Require(!double.IsNaN(StopFitness), nameof(StopFitness), StopFitness, "a number or infinite");
    }
}
