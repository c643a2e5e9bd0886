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

    /// <summary>Options that are known to learn an environment of this package; the defaults for others.</summary>
    /// <param name="environment">The environment's id, such as "Pendulum-v1".</param>
    public static Td3Options For(string environment) => environment switch
    {
        "Pendulum-v1" => new Td3Options
        {
            TotalSteps = 20_000, HiddenSizes = [64, 64], BatchSize = 128, LearningRate = 2e-3, PolicyLearningRate = 1e-3, Tau = 0.01,
            AnnealLearningRate = true,
        },
        "MountainCarContinuous-v0" => new Td3Options
        {
            TotalSteps = 50_000, HiddenSizes = [64, 64], BatchSize = 128, LearningRate = 5e-4, PolicyLearningRate = 3e-4, Gamma = 0.999, NStep = 10,
            LearningStarts = 5000, TrainFrequency = 8, GradientSteps = 8, ExplorationNoise = 0.3, NoiseCorrelation = 0.95, AnnealLearningRate = true,
        },
        _ => new Td3Options(),
    };

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
