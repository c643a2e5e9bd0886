namespace EpidemicInference.Inference;

/// <summary>How likelihood calls were answered. Proposals outside the prior's limits need no call.</summary>
/// <param name="Exact">By solving the differential equation.</param>
/// <param name="Emulated">By the emulator.</param>
internal readonly record struct CallCounts(long Exact, long Emulated)
{
    public static CallCounts operator -(CallCounts later, CallCounts earlier) => new(later.Exact - earlier.Exact, later.Emulated - earlier.Emulated);
}
