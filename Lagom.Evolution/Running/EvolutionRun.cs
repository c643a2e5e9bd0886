namespace Lagom.Evolution;

/// <summary>A search that has ended.</summary>
/// <param name="Result">What was found.</param>
/// <param name="StopReasons">Why it ended.</param>
/// <param name="History">A report per generation; empty where none was kept.</param>
public sealed record EvolutionRun(EvolutionResult Result, StopReasons StopReasons, IReadOnlyList<GenerationReport> History);
