namespace DifferentiableExpectations.Demos;

/// <summary>What a run went through.</summary>
/// <param name="Seed">Its seed.</param>
/// <param name="Path">The learnt quantity before the first step and after each.</param>
/// <param name="Second">Another quantity at the same steps; empty where there is none.</param>
internal sealed record DemoRun(long Seed, IReadOnlyList<double> Path, IReadOnlyList<double> Second);
