namespace Lagom.Evolution;

/// <summary>One run of a search with restarts.</summary>
/// <param name="Run">Its number, from 0.</param>
/// <param name="Large">How often the population had grown.</param>
/// <param name="IsSmall">Whether it is one of BIPOP's runs with a small population.</param>
/// <param name="PopulationSize">Its candidates per generation.</param>
/// <param name="Sigma0">Its first standard deviation.</param>
/// <param name="MaxEvaluations">When it ends at the latest; null for no limit.</param>
public sealed record RestartPlan(int Run, int Large, bool IsSmall, int PopulationSize, double Sigma0, long? MaxEvaluations);
