namespace Layg.Emulators.Torch;

/// <summary>What a stored emulator says about itself beside its tensors.</summary>
internal sealed record TorchHeader
{
    public const int NewestVersion = 1;

    /// <summary>Format version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Whether the network is the built-in one.</summary>
    public required bool Dense { get; init; }

    /// <summary>Networks in the ensemble.</summary>
    public required int Members { get; init; }

    /// <summary>Layers of the built-in network, the last one included; 0 for others.</summary>
    public required int Layers { get; init; }

    public required bool DistanceOnly { get; init; }

    public required double Level { get; init; }

    public required TrainingSummary Training { get; init; }
}
