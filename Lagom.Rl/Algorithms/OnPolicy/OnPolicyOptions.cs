namespace Lagom.Rl;

/// <summary>What all algorithms that learn from what they have just gathered have in common.</summary>
public abstract record OnPolicyOptions
{
    /// <summary>Where all chance of the run comes from. Every number is a seed.</summary>
    public long Seed { get; init; }

    /// <summary>How many copies of the environment gather together where the algorithm makes them. Range: at least 1.</summary>
    public int Environments { get; init; } = 4;

    /// <summary>How many environment steps the run is planned for, over all copies; the learning rate falls along them. Range: at least 1.</summary>
    public long TotalSteps { get; init; } = 500_000;

    /// <summary>How many steps every copy makes before it is learnt from them. Range: at least 1.</summary>
    public int RolloutSteps { get; init; } = 128;

    /// <summary>The widths of the hidden layers of policy and value, each a network of its own. Range: each at least 1.</summary>
    public IReadOnlyList<int> HiddenSizes { get; init; } = [64, 64];

    /// <summary>What the hidden layers' outputs go through.</summary>
    public Activation Activation { get; init; } = Activation.Tanh;

    /// <summary>How many units a layer-normalised LSTM before policy and value has, which then share it; 0 for none. Range: at least 0.</summary>
    public int RecurrentUnits { get; init; }

    /// <summary>How far the optimizer goes in a step, at first. Range: above 0.</summary>
    public double LearningRate { get; init; } = 2.5e-4;

    /// <summary>Whether the learning rate falls in a straight line to 0 along <see cref="TotalSteps"/>.</summary>
    public bool AnnealLearningRate { get; init; } = true;

    /// <summary>What Adam adds to the root of the squares. Range: above 0.</summary>
    public double AdamEpsilon { get; init; } = 1e-5;

    /// <summary>What a reward one step later counts. Range: 0 to 1.</summary>
    public double Gamma { get; init; } = 0.99;

    /// <summary>The weight λ of later errors in the advantages. Range: 0 to 1.</summary>
    public double GaeLambda { get; init; } = 0.95;

    /// <summary>What a nat of entropy is worth. Range: at least 0.</summary>
    public double EntropyCoefficient { get; init; } = 0.01;

    /// <summary>The weight of the value's loss, half the mean squared error. Range: at least 0.</summary>
    public double ValueCoefficient { get; init; } = 0.5;

    /// <summary>The gradient is scaled down to this norm where it is longer; infinite for never. Range: above 0.</summary>
    public double MaxGradientNorm { get; init; } = 0.5;

    /// <summary>Whether advantages are standardised over the batch that is learnt from.</summary>
    public bool NormalizeAdvantages { get; init; } = true;

    /// <summary>Whether observations are standardised by running moments, clipped to ±10.</summary>
    public bool NormalizeObservations { get; init; }

    /// <summary>Whether rewards are divided by the running standard deviation of the discounted return, clipped to ±10.</summary>
    public bool NormalizeRewards { get; init; }

    /// <summary>The first standard deviation of continuous actions, in units of half the actions' range where that is finite. Range: above 0.</summary>
    public double InitialStandardDeviation { get; init; } = 1;

    /// <summary>Whether nothing is learnt any more at the end of <see cref="TotalSteps"/>.</summary>
    internal virtual bool IsAnnealed => AnnealLearningRate;

    internal virtual void Validate(int environments)
    {
        AtLeast(Environments, 1, nameof(Environments));
        AtLeast(TotalSteps, 1, nameof(TotalSteps));
        AtLeast(RolloutSteps, 1, nameof(RolloutSteps));
        AtLeast(RecurrentUnits, 0, nameof(RecurrentUnits));
        ArgumentNullException.ThrowIfNull(HiddenSizes);
        foreach (int size in HiddenSizes)
            AtLeast(size, 1, nameof(HiddenSizes));
        if (!Enum.IsDefined(Activation))
            throw new ArgumentOutOfRangeException(nameof(Activation), Activation, "There is no such activation.");
        Positive(LearningRate, nameof(LearningRate));
        Positive(AdamEpsilon, nameof(AdamEpsilon));
        Within(Gamma, 0, 1, nameof(Gamma));
        Within(GaeLambda, 0, 1, nameof(GaeLambda));
        Within(EntropyCoefficient, 0, double.MaxValue, nameof(EntropyCoefficient));
        Within(ValueCoefficient, 0, double.MaxValue, nameof(ValueCoefficient));
        Positive(InitialStandardDeviation, nameof(InitialStandardDeviation));
        if (!(MaxGradientNorm > 0))
            throw new ArgumentOutOfRangeException(nameof(MaxGradientNorm), MaxGradientNorm, $"{nameof(MaxGradientNorm)} must be above 0.");
        if (NormalizeAdvantages && environments * (long)RolloutSteps < 2)
            throw new ArgumentOutOfRangeException(nameof(RolloutSteps), RolloutSteps, "Standardised advantages need at least two steps.");
    }

    private protected static void AtLeast(long value, long smallest, string name)
    {
        if (value < smallest)
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least {smallest}.");
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
}
