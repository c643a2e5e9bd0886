using System.Text.Json.Serialization;

namespace L2L;

/// <summary>What came of evaluating one individual.</summary>
/// <param name="Individual">The individual.</param>
/// <param name="Fitness">Its fitness; without numbers where there is none.</param>
public sealed record Evaluation(Individual Individual, FitnessVector Fitness)
{
    /// <summary>How it ended.</summary>
    public EvaluationStatus Status { get; init; }

    /// <summary>How long the simulation took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>What went wrong; null where nothing did.</summary>
    public string? Error { get; init; }

    /// <summary>How many times it was tried, the last one included. Range: at least 1.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>The intermediate fitness that was reported, in order.</summary>
    public IReadOnlyList<IntermediateFitness> Reports { get; init; } = [];

    /// <summary>What the optimizee left for a later evaluation to go on from; empty where nothing.</summary>
    public ReadOnlyMemory<byte> Checkpoint { get; init; }

    /// <summary>The exception that the simulation threw, where it threw in this process; not stored.</summary>
    [JsonIgnore]
    public Exception? Exception { get; init; }

    /// <summary>Whether there is no fitness to learn from.</summary>
    [JsonIgnore]
    public bool IsFailure => Status is EvaluationStatus.Failed or EvaluationStatus.TimedOut;
}
