namespace L2L;

/// <summary>Options of <see cref="Face"/>.</summary>
public sealed record FaceOptions : OptimizerOptions
{
    /// <summary>The least number of individuals per generation, and the first. Range: at least 1.</summary>
    public int MinPopulationSize { get; init; } = 20;

    /// <summary>The largest number of individuals per generation. Range: at least the least one.</summary>
    public int MaxPopulationSize { get; init; } = 50;

    /// <summary>How many are the elite. Range: 1 to <see cref="MinPopulationSize"/>.</summary>
    public int EliteCount { get; init; } = 10;

    /// <summary>By how many a generation grows that did not improve (n_expand). Range: at least 1.</summary>
    public int Growth { get; init; } = 5;

    /// <summary>How much of the old distribution is kept. Range: [0, 1).</summary>
    public double Smoothing { get; init; } = 0.2;

    /// <summary>What the temperature is multiplied with after each generation; 0 keeps the elite alone. Range: [0, 1].</summary>
    public double TemperatureDecay { get; init; }

    /// <summary>The distribution.</summary>
    public SearchDistribution Distribution { get; init; } = new GaussianDistribution();

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        OptionCheck.AtLeast(MinPopulationSize, 1, nameof(MinPopulationSize));
        OptionCheck.AtLeast(MaxPopulationSize, MinPopulationSize, nameof(MaxPopulationSize));
        OptionCheck.Require(EliteCount >= 1 && EliteCount <= MinPopulationSize, nameof(EliteCount), EliteCount, $"1 to {MinPopulationSize}, the least population size");
        OptionCheck.AtLeast(Growth, 1, nameof(Growth));
        OptionCheck.Require(Smoothing is >= 0 and < 1, nameof(Smoothing), Smoothing, "in [0, 1)");
        OptionCheck.Fraction(TemperatureDecay, nameof(TemperatureDecay));
        ArgumentNullException.ThrowIfNull(Distribution);
    }
}
