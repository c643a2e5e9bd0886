namespace Lagom.Rl;

/// <summary>What the off-policy algorithms with continuous actions have in common. <see cref="OffPolicyOptions.LearningRate"/> is that of the critics.</summary>
public abstract record ContinuousOffPolicyOptions : OffPolicyOptions
{
    /// <summary>How far Adam goes in a step of the policy. Range: above 0.</summary>
    public double PolicyLearningRate { get; init; } = 3e-4;

    /// <summary>
    /// How much of a step's noise stays in the next: 0 for independent noise, near 1 for that of a slow Ornstein-Uhlenbeck process, which
    /// pushes one way long enough to get a car up a hill. Range: 0 to below 1.
    /// </summary>
    public double NoiseCorrelation { get; init; }

    internal override void Validate()
    {
        base.Validate();
        Positive(PolicyLearningRate, nameof(PolicyLearningRate));
        if (!(NoiseCorrelation >= 0 && NoiseCorrelation < 1))
            throw new ArgumentOutOfRangeException(nameof(NoiseCorrelation), NoiseCorrelation, $"{nameof(NoiseCorrelation)} must be 0 to below 1.");
    }
}
