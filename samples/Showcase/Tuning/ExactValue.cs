using Showcase.Policies;

namespace Showcase.Tuning;

/// <summary>An evaluation of the expensive function.</summary>
/// <param name="Stream">The series of seeds.</param>
/// <param name="Parameters">The hyper-parameters.</param>
/// <param name="Value">The mean return.</param>
internal sealed record ExactValue(string Stream, HyperParameters Parameters, double Value);
