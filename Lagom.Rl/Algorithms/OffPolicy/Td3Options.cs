namespace Lagom.Rl;

/// <summary>Options of <see cref="Td3"/>.</summary>
public sealed record Td3Options : DeterministicOptions
{
    /// <summary>After how many steps of the critics the policy and the targets take one. Range: at least 1.</summary>
    public int PolicyDelay { get; init; } = 2;

    /// <summary>The standard deviation of the noise on the target policy's actions, where actions reach from -1 to 1. Range: at least 0.</summary>
    public double TargetPolicyNoise { get; init; } = 0.2;

    /// <summary>Where that noise is cut, either way. Range: at least 0.</summary>
    public double TargetNoiseClip { get; init; } = 0.5;

    internal override void Validate()
    {
        base.Validate();
        AtLeastOne(PolicyDelay, nameof(PolicyDelay));
        if (!(TargetPolicyNoise >= 0) || !double.IsFinite(TargetPolicyNoise))
            throw new ArgumentOutOfRangeException(nameof(TargetPolicyNoise), TargetPolicyNoise, $"{nameof(TargetPolicyNoise)} must be at least 0 and finite.");
        if (!(TargetNoiseClip >= 0))
            throw new ArgumentOutOfRangeException(nameof(TargetNoiseClip), TargetNoiseClip, $"{nameof(TargetNoiseClip)} must be at least 0.");
    }
}
