using System.Text.Json.Serialization;

namespace EvoGrad;

/// <summary>What a checkpoint holds beside tensors.</summary>
internal sealed record CheckpointState
{
    public const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    [JsonRequired]
    public long Generation { get; init; }

    [JsonRequired]
    public long Seed { get; init; }

    [JsonRequired]
    public int PopulationSize { get; init; }

    [JsonRequired]
    public bool Antithetic { get; init; }

    public double? BestFitness { get; init; }
}
