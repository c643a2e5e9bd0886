namespace L2L;

/// <summary>Options of <see cref="NaturalEvolutionStrategies"/>.</summary>
public sealed record NaturalEvolutionStrategiesOptions : OptimizerOptions
{
    /// <summary>The learning rate of the mean. Range: positive.</summary>
    public double MeanLearningRate { get; init; } = 1;

    /// <summary>The learning rate of the deviations; (3 + ln d)/(5√d) where null. Range: positive.</summary>
    public double? DeviationLearningRate { get; init; }

    /// <summary>The first mean: a number for each search coordinate, or one for all; a random individual where null.</summary>
    public IReadOnlyList<double>? Mean { get; init; }

    /// <summary>The first deviations: one for each search coordinate, or one for all. Range: positive.</summary>
    public IReadOnlyList<double> Deviation { get; init; } = [1];

    /// <summary>Whether each sample is tried with the opposite sign too.</summary>
    public bool MirroredSampling { get; init; } = true;

    /// <summary>Whether ranks count instead of the fitness itself.</summary>
    public bool FitnessShaping { get; init; } = true;

    /// <summary>How many samples are drawn, and as many again where they are mirrored; 4 + ⌊3 ln d⌋ where null. Range: at least 1.</summary>
    public int? PopulationSize { get; init; }

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        OptionCheck.Positive(MeanLearningRate, nameof(MeanLearningRate));
        OptionCheck.Positive(DeviationLearningRate ?? 1, nameof(DeviationLearningRate));
        OptionCheck.AtLeast(PopulationSize ?? 1, 1, nameof(PopulationSize));
        ArgumentNullException.ThrowIfNull(Deviation);
        OptionCheck.AtLeast(Deviation.Count, 1, "Deviation.Count");
        foreach (double deviation in Deviation)
            OptionCheck.Positive(deviation, nameof(Deviation));
        foreach (double mean in Mean ?? [])
            OptionCheck.Require(double.IsFinite(mean), nameof(Mean), mean, "finite");
    }
}
