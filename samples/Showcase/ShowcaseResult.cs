using Showcase.Comparing;
using Showcase.Refining;
using Showcase.Tuning;

namespace Showcase;

/// <summary>All that came out.</summary>
/// <param name="Settings">What was asked for.</param>
/// <param name="Calls">The answers of the learner while tuning, in their order.</param>
/// <param name="Verification">What exact evaluations say about them.</param>
/// <param name="Comparison">The tuned setting against the default.</param>
/// <param name="Refinement">The policy at the end.</param>
internal sealed record ShowcaseResult(
    ShowcaseSettings Settings, IReadOnlyList<EmulatedCall> Calls, Verification Verification, Comparison Comparison, Refinement Refinement)
{
    /// <summary>How many answers the emulator gave.</summary>
    public int Emulated => Calls.Count(call => call.IsEmulated);

    /// <summary>Their share.</summary>
    public double EmulatedShare => (double)Emulated / Calls.Count;
}
