namespace Lagom.Rl;

/// <summary>Options of <see cref="Sac"/>.</summary>
public sealed record SacOptions : ContinuousOffPolicyOptions
{
    /// <summary>What a nat of entropy is worth at first; with <see cref="AutomaticTemperature"/> it is learnt from there on. Range: above 0.</summary>
    public double Temperature { get; init; } = 1;

    /// <summary>Whether the temperature is learnt so that the policy keeps <see cref="TargetEntropy"/>.</summary>
    public bool AutomaticTemperature { get; init; } = true;

    /// <summary>How far Adam goes in a step of the logarithm of the temperature. Range: above 0.</summary>
    public double TemperatureLearningRate { get; init; } = 3e-4;

    /// <summary>The entropy wanted of the policy over actions in [-1, 1], in nats; null for minus the number of action dimensions.</summary>
    public double? TargetEntropy { get; init; }

    /// <summary>The smallest logarithm of the standard deviation before the tangent.</summary>
    public double MinLogStandardDeviation { get; init; } = -20;

    /// <summary>The largest logarithm of the standard deviation before the tangent. Range: above the smallest.</summary>
    public double MaxLogStandardDeviation { get; init; } = 2;

    /// <summary>Options that are known to learn an environment of this package; the defaults for others.</summary>
    /// <param name="environment">The environment's id, such as "Pendulum-v1".</param>
    public static SacOptions For(string environment) => environment switch
    {
        "Pendulum-v1" => new SacOptions
        {
            TotalSteps = 20_000, HiddenSizes = [64, 64], BatchSize = 128, LearningRate = 2e-3, PolicyLearningRate = 1e-3, TemperatureLearningRate = 1e-3, Tau = 0.01,
            AnnealLearningRate = true,
        },
        "MountainCarContinuous-v0" => new SacOptions
        {
            TotalSteps = 50_000, HiddenSizes = [64, 64], BatchSize = 128, LearningRate = 1e-3, PolicyLearningRate = 1e-3, TemperatureLearningRate = 1e-3, Tau = 0.01,
            Gamma = 0.999, NStep = 10, LearningStarts = 5000, TrainFrequency = 8, GradientSteps = 8, NoiseCorrelation = 0.95, Temperature = 0.1,
            AnnealLearningRate = true,
        },
        _ => new SacOptions(),
    };

    internal override void Validate()
    {
        base.Validate();
        Positive(Temperature, nameof(Temperature));
        Positive(TemperatureLearningRate, nameof(TemperatureLearningRate));
        if (TargetEntropy is { } entropy && !double.IsFinite(entropy))
            throw new ArgumentOutOfRangeException(nameof(TargetEntropy), entropy, $"{nameof(TargetEntropy)} must be finite.");
        if (!double.IsFinite(MinLogStandardDeviation))
            throw new ArgumentOutOfRangeException(nameof(MinLogStandardDeviation), MinLogStandardDeviation, $"{nameof(MinLogStandardDeviation)} must be finite.");
        if (!(MaxLogStandardDeviation > MinLogStandardDeviation) || !double.IsFinite(MaxLogStandardDeviation))
        {
            throw new ArgumentOutOfRangeException(
                nameof(MaxLogStandardDeviation), MaxLogStandardDeviation, $"{nameof(MaxLogStandardDeviation)} must be above {MinLogStandardDeviation} and finite.");
        }
    }
}
