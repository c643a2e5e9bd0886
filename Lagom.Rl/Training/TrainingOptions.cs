namespace Lagom.Rl;

/// <summary>How long a training lasts, how it is watched over, and what it leaves behind.</summary>
/// <param name="TotalSteps">How many environment steps are taken, over all copies; the last piece of the algorithm may go beyond. Range: at least 1.</param>
public sealed record TrainingOptions(long TotalSteps)
{
    /// <summary>The seed of the environments in which the policy is evaluated. The algorithm has its own.</summary>
    public long Seed { get; init; }

    /// <summary>After how many steps the policy is evaluated; null for a twentieth of all. It is also evaluated at the end. Range: at least 1.</summary>
    public long? EvaluateEvery { get; init; }

    /// <summary>In how many episodes, with the most likely actions, the policy is evaluated; 0 for never. Range: at least 0.</summary>
    public int EvaluationEpisodes { get; init; } = 20;

    /// <summary>The mean return of an evaluation at which training ends; null for none, see <see cref="EnvironmentSpec.RewardThreshold"/>.</summary>
    public double? StopAtReturn { get; init; }

    /// <summary>The folder that receives checkpoints, logs, the video and the report; made where it is missing. Null writes nothing.</summary>
    public string? Folder { get; init; }

    /// <summary>
    /// After how many steps a checkpoint is saved; null for at the end only. Range: at least 1. Saving changes nothing where the environments can
    /// be saved, as those of this package can (<see cref="IResumable"/>). Others begin new episodes at every checkpoint, so that runs that save
    /// at other steps, or not at all, learn from other episodes; between two checkpoints every copy should then have time for many episodes,
    /// since long ones would be cut again and again, and the returns of training count finished ones only.
    /// </summary>
    public long? CheckpointEvery { get; init; }

    /// <summary>Whether a checkpoint is also saved where an evaluation is better than all before, and kept as best.zip.</summary>
    public bool KeepBest { get; init; }

    /// <summary>Whether to go on from a checkpoint in the folder, where there is one.</summary>
    public bool Resume { get; init; }

    /// <summary>Whether the figures of the training are written to the folder, as metrics.jsonl and as an event file of TensorBoard.</summary>
    public bool WriteLogs { get; init; } = true;

    /// <summary>Whether an episode of the final policy is recorded, where the environment can be drawn.</summary>
    public bool RecordVideo { get; init; } = true;

    /// <summary>Whether a report with the learning curves is written.</summary>
    public bool WriteReport { get; init; } = true;

    /// <summary>Where else the figures of the training go. Flushed with each checkpoint and at the end, never disposed of.</summary>
    public IReadOnlyList<IMetricSink> Sinks { get; init; } = [];

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(TotalSteps, 1);
        if (EvaluateEvery is < 1)
            throw new ArgumentOutOfRangeException(nameof(EvaluateEvery), EvaluateEvery, $"{nameof(EvaluateEvery)} must be at least 1, or null.");
        ArgumentOutOfRangeException.ThrowIfNegative(EvaluationEpisodes);
        if (StopAtReturn is { } threshold && double.IsNaN(threshold))
            throw new ArgumentOutOfRangeException(nameof(StopAtReturn), threshold, $"{nameof(StopAtReturn)} must be a number, or null.");
        if (StopAtReturn is not null && EvaluationEpisodes == 0)
            throw new ArgumentException($"{nameof(StopAtReturn)} is {StopAtReturn}, but {nameof(EvaluationEpisodes)} is 0; it takes evaluations to know the return.", nameof(EvaluationEpisodes));
        if (CheckpointEvery is < 1)
            throw new ArgumentOutOfRangeException(nameof(CheckpointEvery), CheckpointEvery, $"{nameof(CheckpointEvery)} must be at least 1, or null.");
        if (Folder is null && (CheckpointEvery is not null || KeepBest || Resume))
            throw new ArgumentException($"{nameof(CheckpointEvery)}, {nameof(KeepBest)} and {nameof(Resume)} need a {nameof(Folder)}.", nameof(Folder));
        if (KeepBest && EvaluationEpisodes == 0)
            throw new ArgumentException($"{nameof(KeepBest)} needs evaluations; {nameof(EvaluationEpisodes)} is 0.", nameof(EvaluationEpisodes));
        ArgumentNullException.ThrowIfNull(Sinks);
    }
}
