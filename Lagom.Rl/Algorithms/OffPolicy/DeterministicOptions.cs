namespace Lagom.Rl;

/// <summary>What <see cref="Ddpg"/> and <see cref="Td3"/> have in common.</summary>
public abstract record DeterministicOptions : ContinuousOffPolicyOptions
{
    private protected DeterministicOptions()
    {
        LearningRate = 1e-3;
        PolicyLearningRate = 1e-3;
    }

    /// <summary>The standard deviation of the noise added to explore, where actions reach from -1 to 1. Range: at least 0.</summary>
    public double ExplorationNoise { get; init; } = 0.1;

    /// <summary>
    /// How much of a step's noise stays in the next: 0 for independent noise, near 1 for that of a slow Ornstein-Uhlenbeck process, which
    /// pushes one way long enough to get a car up a hill. Range: 0 to below 1.
    /// </summary>
    public double NoiseCorrelation { get; init; }

    internal override void Validate()
    {
        base.Validate();
        if (!(ExplorationNoise >= 0) || !double.IsFinite(ExplorationNoise))
            throw new ArgumentOutOfRangeException(nameof(ExplorationNoise), ExplorationNoise, $"{nameof(ExplorationNoise)} must be at least 0 and finite.");
        if (!(NoiseCorrelation >= 0 && NoiseCorrelation < 1))
            throw new ArgumentOutOfRangeException(nameof(NoiseCorrelation), NoiseCorrelation, $"{nameof(NoiseCorrelation)} must be 0 to below 1.");
    }
}
