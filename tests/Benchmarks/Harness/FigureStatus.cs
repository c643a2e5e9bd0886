using System.Text.Json.Serialization;

namespace Benchmarks.Harness;

/// <summary>Whether a figure is complete.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FigureStatus>))]
public enum FigureStatus
{
    /// <summary>All that the case compares was measured.</summary>
    [JsonStringEnumMemberName("ok")]
    Ok,

    /// <summary>The peer is not installed or failed; ours alone was measured.</summary>
    [JsonStringEnumMemberName("peer-missing")]
    PeerMissing,
}
