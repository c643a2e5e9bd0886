namespace L2L;

/// <summary>Options of <see cref="CmaEs"/>.</summary>
public sealed record CmaEsOptions : OptimizerOptions
{
    /// <summary>Individuals per generation; 4 + ⌊3 ln d⌋ where null. Range: at least 4.</summary>
    public int? PopulationSize { get; init; }

    /// <summary>The first standard deviation, as a fraction of the range between the bounds, or itself where there are none. Range: positive.</summary>
    public double InitialDeviation { get; init; } = 0.3;

    /// <summary>Whether the search starts in the middle between the bounds instead of at a random individual.</summary>
    public bool StartInTheMiddle { get; init; }

    /// <summary>
    /// Where a run has converged, another one starts from a random individual with a population this many times as large, as often as the
    /// generations allow: for functions with many local optima. Null for no restarts. Range: 1 to 10.
    /// </summary>
    public double? PopulationGrowth { get; init; }

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        OptionCheck.AtLeast(PopulationSize ?? 4, 4, nameof(PopulationSize));
        OptionCheck.Positive(InitialDeviation, nameof(InitialDeviation));
        OptionCheck.Require(PopulationGrowth is null or (>= 1 and <= 10), nameof(PopulationGrowth), PopulationGrowth, "in [1, 10], or null");
    }
}
