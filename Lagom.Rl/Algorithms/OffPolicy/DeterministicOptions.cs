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

    internal override void Validate()
    {
        base.Validate();
        if (!(ExplorationNoise >= 0) || !double.IsFinite(ExplorationNoise))
            throw new ArgumentOutOfRangeException(nameof(ExplorationNoise), ExplorationNoise, $"{nameof(ExplorationNoise)} must be at least 0 and finite.");
    }
}
