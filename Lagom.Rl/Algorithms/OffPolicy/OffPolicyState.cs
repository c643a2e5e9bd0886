namespace Lagom.Rl;

/// <summary>The small state of an off-policy run.</summary>
internal sealed record OffPolicyState(
    string Algorithm,
    int ObservationSize,
    int ActionSize,
    int Environments,
    string? Episodes,
    IReadOnlyList<int> HiddenSizes,
    long StepsDone,
    long Calls,
    long Updates,
    RandomStreamState[] Streams,
    IReadOnlyDictionary<string, double> Numbers);
