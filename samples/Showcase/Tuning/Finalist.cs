using Showcase.Policies;

namespace Showcase.Tuning;

/// <summary>A setting that might be the best.</summary>
/// <param name="Parameters">The hyper-parameters.</param>
/// <param name="Answer">What the learner said while tuning.</param>
/// <param name="IsEmulated">Whether that was the emulator.</param>
/// <param name="Exact">The exact value at the seeds of the tuning.</param>
/// <param name="Fresh">The exact value at other seeds.</param>
internal sealed record Finalist(HyperParameters Parameters, double Answer, bool IsEmulated, double Exact, double Fresh);
