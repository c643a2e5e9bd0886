namespace L2L;

/// <summary>Options of <see cref="EnsembleKalman"/>.</summary>
public sealed record EnsembleKalmanOptions : OptimizerOptions
{
    /// <summary>Members of the ensemble. Range: at least 2.</summary>
    public int PopulationSize { get; init; } = 50;

    /// <summary>
    /// What the model should give: one number for each of the fitness, or one for all; 0, the goal of a cost, where not given.
    /// </summary>
    public IReadOnlyList<double> Observation { get; init; } = [0];

    /// <summary>The variance γ of the observation's noise; 0 counts as 1. Range: not negative.</summary>
    public double Gamma { get; init; }

    /// <summary>How many times the update is repeated for one generation. Range: at least 1.</summary>
    public int InnerIterations { get; init; } = 1;

    /// <summary>Whether the worst members are replaced after each update.</summary>
    public bool Replace { get; init; } = true;

    /// <summary>Which fraction of the ensemble counts as the best. Range: (0, 1].</summary>
    public double BestFraction { get; init; } = 0.25;

    /// <summary>Which fraction of the ensemble is replaced. Range: [0, 1].</summary>
    public double WorstFraction { get; init; } = 0.25;

    /// <summary>How the worst are replaced.</summary>
    public ReplacementMethod Method { get; init; } = ReplacementMethod.Random;

    /// <summary>The probability that the best-first method takes a member. Range: (0, 1].</summary>
    public double PickProbability { get; init; } = 0.7;

    /// <summary>The mean of the noise on copies.</summary>
    public double NoiseMean { get; init; }

    /// <summary>The standard deviation of the noise on copies. Range: not negative.</summary>
    public double NoiseDeviation { get; init; } = 0.1;

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        OptionCheck.AtLeast(PopulationSize, 2, nameof(PopulationSize));
        OptionCheck.NotNegative(Gamma, nameof(Gamma));
        OptionCheck.AtLeast(InnerIterations, 1, nameof(InnerIterations));
        OptionCheck.Require(BestFraction is > 0 and <= 1, nameof(BestFraction), BestFraction, "in (0, 1]");
        OptionCheck.Fraction(WorstFraction, nameof(WorstFraction));
        OptionCheck.Require(PickProbability is > 0 and <= 1, nameof(PickProbability), PickProbability, "in (0, 1]");
        OptionCheck.NotNegative(NoiseDeviation, nameof(NoiseDeviation));
        OptionCheck.Require(double.IsFinite(NoiseMean), nameof(NoiseMean), NoiseMean, "finite");
        OptionCheck.Require(Enum.IsDefined(Method), nameof(Method), Method, "one of " + string.Join(", ", Enum.GetNames<ReplacementMethod>()));
        ArgumentNullException.ThrowIfNull(Observation);
        foreach (double value in Observation)
            OptionCheck.Require(double.IsFinite(value), nameof(Observation), value, "finite");
    }
}
