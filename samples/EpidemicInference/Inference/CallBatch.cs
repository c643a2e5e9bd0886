namespace EpidemicInference.Inference;

/// <summary>How the likelihood calls of one half step were answered. Proposals outside the prior's limits need no call.</summary>
/// <param name="Exact">By solving the differential equation.</param>
/// <param name="Emulated">By the emulator.</param>
internal readonly record struct CallBatch(int Exact, int Emulated);
