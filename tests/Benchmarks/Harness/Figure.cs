using System.Globalization;
using System.Text.Json.Serialization;

namespace Benchmarks.Harness;

/// <summary>One measured figure; smaller is better for every unit in use.</summary>
/// <param name="Suite">The suite's name.</param>
/// <param name="Case">What was measured.</param>
/// <param name="Unit">The unit of <paramref name="Ours"/> and <paramref name="Peer"/>.</param>
/// <param name="Ours">Our median.</param>
/// <param name="Peer">The peer's median; null without one.</param>
/// <param name="PeerName">What ours is compared with, also when it is missing; null where the case compares nothing.</param>
/// <param name="Status">Whether the figure is complete.</param>
public sealed record Figure(
    string Suite, string Case, string Unit, double Ours, double? Peer, string? PeerName, [property: JsonPropertyOrder(1)] FigureStatus Status)
{
    /// <summary>What else there is to say, printed after the figure; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>How many times better ours is: above 1 is better, null without a peer.</summary>
    public double? Ratio => Peer / Ours;

    /// <summary>The line that is printed: <c>suite/case ours=… peer=… ratio=…</c>.</summary>
    public override string ToString()
    {
        string peer = (Peer, Status, PeerName) switch
        {
            ({ } value, _, _) => $"{Format(value)} {Unit} ({PeerName})",
            (null, FigureStatus.PeerMissing, _) => $"peer-missing ({PeerName})",
            _ => "none",
        };
        string ratio = Ratio is { } times ? Format(times) : "none";
        string note = Note is null ? "" : $" ({Note})";
        return $"{Suite}/{Case} ours={Format(Ours)} {Unit} peer={peer} ratio={ratio}{note}";
    }

    private static string Format(double value) =>
        value.ToString(Math.Abs(value) >= 1000 ? "F0" : "G4", CultureInfo.InvariantCulture);
}
