namespace L2L;

/// <summary>Options of <see cref="NsgaII"/>.</summary>
public sealed record NsgaIIOptions : OptimizerOptions
{
    /// <summary>Individuals per generation. Range: an even number, at least 4.</summary>
    public int PopulationSize { get; init; } = 100;

    /// <summary>The probability that a pair is crossed. Range: [0, 1].</summary>
    public double CrossoverProbability { get; init; } = 0.9;

    /// <summary>How near children are to their parents; the larger the nearer. Range: positive.</summary>
    public double CrossoverIndex { get; init; } = 15;

    /// <summary>The probability that a coordinate is mutated; one divided by the number of coordinates where null. Range: [0, 1].</summary>
    public double? MutationProbability { get; init; }

    /// <summary>How small mutations are; the larger the smaller. Range: positive.</summary>
    public double MutationIndex { get; init; } = 20;

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        OptionCheck.Require(PopulationSize >= 4 && PopulationSize % 2 == 0, nameof(PopulationSize), PopulationSize, "even and at least 4");
        OptionCheck.Fraction(CrossoverProbability, nameof(CrossoverProbability));
        OptionCheck.Positive(CrossoverIndex, nameof(CrossoverIndex));
        OptionCheck.Fraction(MutationProbability ?? 0, nameof(MutationProbability));
        OptionCheck.Positive(MutationIndex, nameof(MutationIndex));
    }
}
