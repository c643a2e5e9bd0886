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

/// <summary>A setting that might be the best.</summary>
/// <param name="Parameters">The hyper-parameters.</param>
/// <param name="Answer">What the learner said while tuning.</param>
/// <param name="IsEmulated">Whether that was the emulator.</param>
/// <param name="Exact">The exact value at the seeds of the tuning.</param>
/// <param name="Fresh">The exact value at other seeds.</param>
internal sealed record Finalist(HyperParameters Parameters, double Answer, bool IsEmulated, double Exact, double Fresh);

/// <summary>An emulated answer with the truth.</summary>
/// <param name="Answer">What the emulator said.</param>
/// <param name="Error">The error that it predicted.</param>
/// <param name="Exact">The exact value at the same seeds.</param>
internal sealed record CheckedAnswer(double Answer, double Error, double Exact);
