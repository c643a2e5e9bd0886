namespace L2L;

/// <summary>Options of <see cref="CrossEntropy"/>.</summary>
public sealed record CrossEntropyOptions : OptimizerOptions
{
    /// <summary>Individuals per generation (pop_size). Range: at least 1.</summary>
    public int PopulationSize { get; init; } = 50;

    /// <summary>Which fraction of the generation is the elite (rho). Range: (0, 1], large enough for one individual.</summary>
    public double EliteFraction { get; init; } = 0.9;

    /// <summary>How much of the old distribution is kept (smoothing). Range: [0, 1).</summary>
    public double Smoothing { get; init; }

    /// <summary>What the temperature is multiplied with after each generation (temp_decay); 0 keeps the elite alone. Range: [0, 1].</summary>
    public double TemperatureDecay { get; init; }

    /// <summary>The distribution.</summary>
    public SearchDistribution Distribution { get; init; } = new NoisyGaussianDistribution { NoiseDecay = 0.99 };

    /// <summary>How many individuals are the elite.</summary>
    internal int EliteCount => (int)(EliteFraction * PopulationSize);

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        OptionCheck.AtLeast(PopulationSize, 1, nameof(PopulationSize));
        OptionCheck.Require(EliteFraction is > 0 and <= 1 && EliteCount >= 1, nameof(EliteFraction), EliteFraction, $"in (0, 1] and at least {1.0 / PopulationSize:g3}, so that one of {PopulationSize} individuals is elite");
        OptionCheck.Require(Smoothing is >= 0 and < 1, nameof(Smoothing), Smoothing, "in [0, 1)");
        OptionCheck.Fraction(TemperatureDecay, nameof(TemperatureDecay));
        ArgumentNullException.ThrowIfNull(Distribution);
    }
}
