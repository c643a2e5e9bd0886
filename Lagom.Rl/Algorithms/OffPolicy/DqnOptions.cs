namespace Lagom.Rl;

/// <summary>Options of <see cref="Dqn"/>.</summary>
public sealed record DqnOptions : OffPolicyOptions
{
    /// <summary>Makes the defaults, which suit small control tasks.</summary>
    public DqnOptions()
    {
        LearningRate = 1e-3;
        HiddenSizes = [128, 128];
        BatchSize = 128;
        BufferSize = 100_000;
        MaxGradientNorm = 10;
        NStep = 3;
    }

    /// <summary>Whether the learnt network chooses the next action that the target network values, rather than the target network itself.</summary>
    public bool Double { get; init; } = true;

    /// <summary>Whether the network gives the value of the observation and each action's advantage, rather than the actions' values.</summary>
    public bool Dueling { get; init; }

    /// <summary>Whether transitions that surprised are drawn more often.</summary>
    public bool Prioritized { get; init; }

    /// <summary>How much priorities count; see <see cref="PrioritizedReplay.Alpha"/>. Range: at least 0.</summary>
    public double PriorityAlpha { get; init; } = 0.6;

    /// <summary>How fully weights make up for unequal probabilities at first; it grows to 1 along <see cref="OffPolicyOptions.TotalSteps"/>. Range: 0 to 1.</summary>
    public double PriorityBeta { get; init; } = 0.4;

    /// <summary>The share of random actions at first. Range: 0 to 1.</summary>
    public double ExplorationInitial { get; init; } = 1;

    /// <summary>The share of random actions at last. Range: 0 to 1.</summary>
    public double ExplorationFinal { get; init; } = 0.05;

    /// <summary>Over how many environment steps the share goes, linearly, from the first to the last. Range: at least 1.</summary>
    public int ExplorationSteps { get; init; } = 10_000;

    /// <summary>After how many gradient steps the target network moves by <see cref="OffPolicyOptions.Tau"/>. Range: at least 1.</summary>
    public int TargetUpdateInterval { get; init; } = 1;

    /// <summary>Options that are known to learn an environment of this package; the defaults for others.</summary>
    /// <param name="environment">The environment's id, such as "CartPole-v1".</param>
    public static DqnOptions For(string environment) => environment switch
    {
        "CartPole-v1" => new DqnOptions { TotalSteps = 100_000, AnnealLearningRate = true, TrainFrequency = 4, BatchSize = 256, Tau = 0.01 },
        "Acrobot-v1" => new DqnOptions { TotalSteps = 100_000, AnnealLearningRate = true, TrainFrequency = 4, BatchSize = 256, Tau = 0.01 },
        _ => new DqnOptions(),
    };

    internal override void Validate()
    {
        base.Validate();
        if (!(PriorityAlpha >= 0) || !double.IsFinite(PriorityAlpha))
            throw new ArgumentOutOfRangeException(nameof(PriorityAlpha), PriorityAlpha, $"{nameof(PriorityAlpha)} must be at least 0 and finite.");
        Within(PriorityBeta, 0, 1, nameof(PriorityBeta));
        Within(ExplorationInitial, 0, 1, nameof(ExplorationInitial));
        Within(ExplorationFinal, 0, 1, nameof(ExplorationFinal));
        AtLeastOne(ExplorationSteps, nameof(ExplorationSteps));
        AtLeastOne(TargetUpdateInterval, nameof(TargetUpdateInterval));
    }
}
