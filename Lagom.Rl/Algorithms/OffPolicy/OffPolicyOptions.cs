namespace Lagom.Rl;

/// <summary>What all algorithms that learn from a replay buffer have in common.</summary>
public abstract record OffPolicyOptions
{
    /// <summary>Where all chance of the run comes from. Every number is a seed.</summary>
    public long Seed { get; init; }

    /// <summary>How many copies of the environment gather together where the algorithm makes them. Range: at least 1.</summary>
    public int Environments { get; init; } = 1;

    /// <summary>How many environment steps the run is planned for, over all copies. Range: at least 1.</summary>
    public long TotalSteps { get; init; } = 100_000;

    /// <summary>The widths of the hidden layers of each network. Range: each at least 1.</summary>
    public IReadOnlyList<int> HiddenSizes { get; init; } = [256, 256];

    /// <summary>How far Adam goes in a step. Range: above 0.</summary>
    public double LearningRate { get; init; } = 3e-4;

    /// <summary>Whether all learning rates fall in a straight line to 0 along <see cref="TotalSteps"/>, so that the last policy is a settled one.</summary>
    public bool AnnealLearningRate { get; init; }

    /// <summary>What a reward one step later counts. Range: 0 to 1.</summary>
    public double Gamma { get; init; } = 0.99;

    /// <summary>How far the target networks move toward the learnt ones at an update; 1 copies them. Range: above 0, at most 1.</summary>
    public double Tau { get; init; } = 0.005;

    /// <summary>How many transitions the replay buffer keeps. Range: at least 1.</summary>
    public int BufferSize { get; init; } = 1_000_000;

    /// <summary>How many transitions a gradient step learns from. Range: at least 1.</summary>
    public int BatchSize { get; init; } = 256;

    /// <summary>How many environment steps, with random actions, come before the first gradient step. Range: at least 1.</summary>
    public int LearningStarts { get; init; } = 1000;

    /// <summary>After how many calls of the environments' step it is learnt. Range: at least 1.</summary>
    public int TrainFrequency { get; init; } = 1;

    /// <summary>How many gradient steps are then taken. Range: at least 1.</summary>
    public int GradientSteps { get; init; } = 1;

    /// <summary>Over how many steps the rewards of a transition are summed before it bootstraps. Range: at least 1.</summary>
    public int NStep { get; init; } = 1;

    /// <summary>The gradients of a network are scaled down to this norm where they are longer; infinite for never. Range: above 0.</summary>
    public double MaxGradientNorm { get; init; } = double.PositiveInfinity;

    internal virtual void Validate()
    {
        AtLeastOne(Environments, nameof(Environments));
        AtLeastOne(TotalSteps, nameof(TotalSteps));
        ArgumentNullException.ThrowIfNull(HiddenSizes);
        foreach (int size in HiddenSizes)
            AtLeastOne(size, nameof(HiddenSizes));
        Positive(LearningRate, nameof(LearningRate));
        Within(Gamma, 0, 1, nameof(Gamma));
        Positive(Tau, nameof(Tau));
        Within(Tau, 0, 1, nameof(Tau));
        AtLeastOne(BufferSize, nameof(BufferSize));
        AtLeastOne(BatchSize, nameof(BatchSize));
        AtLeastOne(LearningStarts, nameof(LearningStarts));
        AtLeastOne(TrainFrequency, nameof(TrainFrequency));
        AtLeastOne(GradientSteps, nameof(GradientSteps));
        AtLeastOne(NStep, nameof(NStep));
        if (!(MaxGradientNorm > 0))
            throw new ArgumentOutOfRangeException(nameof(MaxGradientNorm), MaxGradientNorm, $"{nameof(MaxGradientNorm)} must be above 0.");
    }

    private protected static void AtLeastOne(long value, string name)
    {
        if (value < 1)
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least 1.");
    }

    private protected static void Positive(double value, string name)
    {
        if (!(value > 0) || !double.IsFinite(value))
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be above 0 and finite.");
    }

    private protected static void Within(double value, double low, double high, string name)
    {
        if (!(value >= low && value <= high))
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be {low} to {high}.");
    }

    internal ReplayOptions Replay(int observationSize, int actionSize, int environments) => new(observationSize, actionSize)
    {
        Capacity = BufferSize,
        Gamma = Gamma,
        Steps = NStep,
        Environments = environments,
    };
}
