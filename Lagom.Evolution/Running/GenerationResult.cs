namespace Lagom.Evolution;

/// <summary>A generation that was evaluated and told.</summary>
/// <param name="Report">The generation in figures.</param>
/// <param name="Candidates">Its candidates.</param>
/// <param name="Values">Their values, in the caller's sense.</param>
/// <param name="StopReasons">Which stopping rules are met; the sequence ends where any is.</param>
public sealed record GenerationResult(GenerationReport Report, Population Candidates, ReadOnlyMemory<double> Values, StopReasons StopReasons);
