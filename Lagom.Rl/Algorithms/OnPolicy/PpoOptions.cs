namespace Lagom.Rl;

/// <summary>Options of <see cref="Ppo"/>; the defaults are those of CleanRL's ppo.py.</summary>
public sealed record PpoOptions : OnPolicyOptions
{
    /// <summary>Into how many minibatches a rollout is split. Range: at least 1; the number of steps of a rollout, over all copies, is a multiple of it.</summary>
    public int Minibatches { get; init; } = 4;

    /// <summary>How often a rollout is gone through. Range: at least 1.</summary>
    public int Epochs { get; init; } = 4;

    /// <summary>How far the ratio of probabilities counts on either side of 1. Range: above 0.</summary>
    public double ClipRange { get; init; } = 0.2;

    /// <summary>How far a value counts on either side of the one when it was gathered; null for everywhere. Range: above 0.</summary>
    public double? ValueClipRange { get; init; } = 0.2;

    /// <summary>Whether the clip range falls in a straight line to 0 along the planned steps.</summary>
    public bool AnnealClipRange { get; init; }

    /// <summary>The epochs of a rollout end where the approximate divergence from the gathering policy exceeds this; null for never. Range: above 0.</summary>
    public double? TargetKl { get; init; }

    /// <summary>Options that are known to learn an environment of this package; the defaults for others.</summary>
    /// <param name="environment">The environment's id, such as "CartPole-v1".</param>
    public static PpoOptions For(string environment) => environment switch
    {
        "CartPole-v1" => new PpoOptions
        {
            Environments = 8, TotalSteps = 150_000, RolloutSteps = 64, Minibatches = 4, Epochs = 10, LearningRate = 1e-3, GaeLambda = 0.9, Gamma = 0.98,
            EntropyCoefficient = 0, ValueClipRange = null, AnnealClipRange = true,
        },
        "Acrobot-v1" => new PpoOptions
        {
            Environments = 16, TotalSteps = 300_000, RolloutSteps = 128, Minibatches = 8, LearningRate = 1e-3, GaeLambda = 0.94, EntropyCoefficient = 0,
            NormalizeObservations = true, NormalizeRewards = true, ValueClipRange = null,
        },
        "MountainCar-v0" => new PpoOptions
        {
            Environments = 16, TotalSteps = 1_000_000, RolloutSteps = 16, Minibatches = 4, GaeLambda = 0.98, LearningRate = 3e-4, EntropyCoefficient = 0,
            NormalizeObservations = true, NormalizeRewards = true, ValueClipRange = null,
        },
        "Pendulum-v1" => new PpoOptions
        {
            Environments = 4, TotalSteps = 300_000, RolloutSteps = 512, Minibatches = 32, Epochs = 10, LearningRate = 1e-3, Gamma = 0.9, EntropyCoefficient = 0,
            NormalizeRewards = true, ValueClipRange = null,
        },
        _ => new PpoOptions(),
    };

    internal override bool IsAnnealed => AnnealLearningRate || AnnealClipRange;

    internal override void Validate(int environments)
    {
        base.Validate(environments);
        AtLeast(Minibatches, 1, nameof(Minibatches));
        AtLeast(Epochs, 1, nameof(Epochs));
        Positive(ClipRange, nameof(ClipRange));
        Positive(ValueClipRange ?? 1, nameof(ValueClipRange));
        Positive(TargetKl ?? 1, nameof(TargetKl));
        long rows = RecurrentUnits > 0 ? environments : environments * (long)RolloutSteps;
        string what = RecurrentUnits > 0 ? "copies, whose sequences stay whole" : "steps in a rollout";
        if (rows % Minibatches != 0)
            throw new ArgumentOutOfRangeException(nameof(Minibatches), Minibatches, $"{rows} {what}, must be a multiple of Minibatches.");
        if (NormalizeAdvantages && environments * (long)RolloutSteps / Minibatches < 2)
            throw new ArgumentOutOfRangeException(nameof(Minibatches), Minibatches, "Standardised advantages need at least two steps in a minibatch.");
    }
}
