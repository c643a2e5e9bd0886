namespace Layg;

/// <summary>The part of a learner file that says what the other parts are: its entry "learner.json".</summary>
internal sealed record LearnerManifest
{
    public const string FormatName = "layg-learner";
    public const int CurrentVersion = 1;

    public required string Format { get; init; }

    public required int Version { get; init; }

    public required int InputDimension { get; init; }

    public required int OutputDimension { get; init; }

    /// <summary>Size of the last training that the rule asked for; the growth rule goes on from it.</summary>
    public required int LastScheduled { get; init; }

    /// <summary>Sizes of trainings that the rule asked for and that had not finished.</summary>
    public required int[] Due { get; init; }

    /// <summary>Points that the emulator was trained on; 0 without one.</summary>
    public required int TrainedPoints { get; init; }

    /// <summary>The emulator's type.</summary>
    public required string Emulator { get; init; }

    public required LearnerOptions Options { get; init; }

    public required LearnerStatistics Statistics { get; init; }

    /// <summary>SHA-256 of every other entry, in hexadecimal digits, by name.</summary>
    public required Dictionary<string, string> Checksums { get; init; }
}
