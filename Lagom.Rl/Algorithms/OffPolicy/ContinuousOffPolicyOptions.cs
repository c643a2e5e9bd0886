namespace Lagom.Rl;

/// <summary>What the off-policy algorithms with continuous actions have in common. <see cref="OffPolicyOptions.LearningRate"/> is that of the critics.</summary>
public abstract record ContinuousOffPolicyOptions : OffPolicyOptions
{
    /// <summary>How far Adam goes in a step of the policy. Range: above 0.</summary>
    public double PolicyLearningRate { get; init; } = 3e-4;

    internal override void Validate()
    {
        base.Validate();
        Positive(PolicyLearningRate, nameof(PolicyLearningRate));
    }
}
