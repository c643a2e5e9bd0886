namespace L2L;

/// <summary>Options of <see cref="EvolutionStrategies"/>.</summary>
public sealed record EvolutionStrategiesOptions : OptimizerOptions
{
    /// <summary>The learning rate α. Range: positive.</summary>
    public double LearningRate { get; init; } = 0.1;

    /// <summary>The standard deviation σ of the perturbations: one for each search coordinate, or one for all. Range: positive.</summary>
    public IReadOnlyList<double> NoiseDeviation { get; init; } = [1];

    /// <summary>Whether each perturbation is tried with the opposite sign too.</summary>
    public bool MirroredSampling { get; init; } = true;

    /// <summary>Whether ranks count instead of the fitness itself.</summary>
    public bool FitnessShaping { get; init; } = true;

    /// <summary>How many perturbations are drawn (pop_size); with mirrored ones there are twice as many individuals, and one more for the centre. Range: at least 1.</summary>
    public int PopulationSize { get; init; } = 20;

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        OptionCheck.Positive(LearningRate, nameof(LearningRate));
        OptionCheck.AtLeast(PopulationSize, 1, nameof(PopulationSize));
        ArgumentNullException.ThrowIfNull(NoiseDeviation);
        OptionCheck.AtLeast(NoiseDeviation.Count, 1, "NoiseDeviation.Count");
        foreach (double deviation in NoiseDeviation)
            OptionCheck.Positive(deviation, nameof(NoiseDeviation));
    }
}
