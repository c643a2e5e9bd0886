namespace ExpUtils;

/// <summary>What a collector stored of one frame.</summary>
/// <param name="Index">The index of the experiment.</param>
/// <param name="Number">The frame's number.</param>
/// <param name="Values">The metrics that gave something in this frame.</param>
/// <param name="Context">The context at the time the frame was stored.</param>
public sealed record CollectedFrame(
    long Index, long Number, IReadOnlyDictionary<string, double> Values, IReadOnlyDictionary<string, ParameterValue> Context);
