using Showcase.Policies;

namespace Showcase.Tuning;

/// <summary>What exact evaluations say about the answers of the tuning.</summary>
/// <param name="Finalists">The best settings, the best after verification first.</param>
/// <param name="Calibration">Emulated answers with the truth.</param>
/// <param name="Coverage">The share of true errors within the predicted ones when the answers were given; null where none was emulated.</param>
/// <param name="FinalReport">What the emulator of the end achieves at the same points, in words.</param>
internal sealed record Verification(IReadOnlyList<Finalist> Finalists, IReadOnlyList<CheckedAnswer> Calibration, double? Coverage, string FinalReport)
{
    /// <summary>The setting that is taken.</summary>
    public HyperParameters Winner => Finalists[0].Parameters;
}
