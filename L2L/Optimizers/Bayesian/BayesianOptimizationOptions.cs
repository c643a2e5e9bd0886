namespace L2L;

/// <summary>Options of <see cref="BayesianOptimization"/>.</summary>
public sealed record BayesianOptimizationOptions : SteadyStateOptions
{
    /// <summary>Makes options whose generations are single individuals.</summary>
    public BayesianOptimizationOptions() => PopulationSize = 1;

    /// <summary>How many individuals are drawn at random first. Range: at least 2.</summary>
    public int Startup { get; init; } = 10;

    /// <summary>How many random points the expected improvement is first looked for at. Range: at least 1.</summary>
    public int Candidates { get; init; } = 500;

    /// <summary>After how many evaluations the length scales are fitted again. Range: at least 1.</summary>
    public int RefitInterval { get; init; } = 5;

    /// <summary>How many observations the model keeps at most: the best half and the latest. Range: at least 10.</summary>
    public int MaxObservations { get; init; } = 300;

    /// <summary>How much better than the best, in standard deviations of the fitness, an improvement must be to count. Range: not negative.</summary>
    public double Exploration { get; init; } = 0.01;

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        OptionCheck.AtLeast(Startup, 2, nameof(Startup));
        OptionCheck.AtLeast(Candidates, 1, nameof(Candidates));
        OptionCheck.AtLeast(RefitInterval, 1, nameof(RefitInterval));
        OptionCheck.AtLeast(MaxObservations, 10, nameof(MaxObservations));
        OptionCheck.NotNegative(Exploration, nameof(Exploration));
    }
}
