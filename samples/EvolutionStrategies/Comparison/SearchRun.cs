using Lagom.Evolution;

namespace EvolutionStrategies.Comparison;

/// <summary>What one strategy did on one problem.</summary>
/// <param name="Strategy">The strategy's name.</param>
/// <param name="Series">Its place among the contenders, which gives it its colour.</param>
/// <param name="PopulationSize">Candidates a generation.</param>
/// <param name="Trace">Its generations.</param>
/// <param name="Result">What it found.</param>
/// <param name="Solved">The evaluations after which the target was reached; null where it was not.</param>
/// <param name="Elapsed">How long it took.</param>
internal sealed record SearchRun(
    string Strategy, int Series, int PopulationSize, IReadOnlyList<TracePoint> Trace, EvolutionResult Result, long? Solved, TimeSpan Elapsed);
