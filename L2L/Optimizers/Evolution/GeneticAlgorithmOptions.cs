namespace L2L;

/// <summary>Options of <see cref="GeneticAlgorithm"/>.</summary>
public sealed record GeneticAlgorithmOptions : OptimizerOptions
{
    /// <summary>Individuals in the population (popsize). Range: at least 2.</summary>
    public int PopulationSize { get; init; } = 50;

    /// <summary>The probability that a pair is crossed (CXPB). Range: [0, 1].</summary>
    public double CrossoverProbability { get; init; } = 0.5;

    /// <summary>The probability that an individual is mutated (MUTPB). Range: [0, 1].</summary>
    public double MutationProbability { get; init; } = 0.3;

    /// <summary>The probability that a coordinate of a mutated individual changes (indpb). Range: [0, 1].</summary>
    public double GeneProbability { get; init; } = 0.02;

    /// <summary>How many are drawn for a tournament (tournsize). Range: at least 1.</summary>
    public int TournamentSize { get; init; } = 15;

    /// <summary>How far blended children may lie beyond their parents (matepar, α). Range: not negative.</summary>
    public double BlendAlpha { get; init; } = 0.5;

    /// <summary>The standard deviation of a mutation (mutpar). Range: positive.</summary>
    public double MutationDeviation { get; init; } = 1;

    /// <summary>How many of the best ever replace the last of each generation unchanged. Range: 0 to the population size less 1.</summary>
    public int Elites { get; init; }

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        OptionCheck.AtLeast(PopulationSize, 2, nameof(PopulationSize));
        OptionCheck.Fraction(CrossoverProbability, nameof(CrossoverProbability));
        OptionCheck.Fraction(MutationProbability, nameof(MutationProbability));
        OptionCheck.Fraction(GeneProbability, nameof(GeneProbability));
        OptionCheck.AtLeast(TournamentSize, 1, nameof(TournamentSize));
        OptionCheck.NotNegative(BlendAlpha, nameof(BlendAlpha));
        OptionCheck.Positive(MutationDeviation, nameof(MutationDeviation));
        OptionCheck.Require(Elites >= 0 && Elites < PopulationSize, nameof(Elites), Elites, $"0 to {PopulationSize - 1}");
    }
}
