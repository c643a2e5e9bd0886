namespace L2L;

/// <summary>Options of <see cref="PopulationBasedTraining"/>.</summary>
public sealed record PopulationBasedTrainingOptions : OptimizerOptions
{
    /// <summary>How many members are trained side by side. Range: at least 2.</summary>
    public int PopulationSize { get; init; } = 20;

    /// <summary>How much each member is trained per generation, in the optimizee's units. Range: positive.</summary>
    public double Interval { get; init; } = 1;

    /// <summary>Which fraction at the bottom is replaced by copies of as many at the top. Range: (0, 0.5].</summary>
    public double ReplacedFraction { get; init; } = 0.2;

    /// <summary>By how much a copied coordinate is moved up or down, as a fraction of its range. Range: positive.</summary>
    public double Perturbation { get; init; } = 0.1;

    /// <summary>The probability that a copied parameter is drawn anew instead. Range: [0, 1].</summary>
    public double ResampleProbability { get; init; } = 0.25;

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        OptionCheck.AtLeast(PopulationSize, 2, nameof(PopulationSize));
        OptionCheck.Positive(Interval, nameof(Interval));
        OptionCheck.Require(ReplacedFraction is > 0 and <= 0.5, nameof(ReplacedFraction), ReplacedFraction, "in (0, 0.5]");
        OptionCheck.Positive(Perturbation, nameof(Perturbation));
        OptionCheck.Fraction(ResampleProbability, nameof(ResampleProbability));
    }
}
