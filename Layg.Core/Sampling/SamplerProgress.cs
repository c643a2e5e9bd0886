namespace Layg.Sampling;

/// <summary>How far a sampler is, reported after every step.</summary>
/// <param name="Step">Steps made in this call, from 1.</param>
/// <param name="Steps">Steps that this call was asked to make.</param>
/// <param name="AcceptanceFraction">The share of proposals accepted since the ensemble started, over all walkers. Range: 0 to 1.</param>
public readonly record struct SamplerProgress(int Step, int Steps, double AcceptanceFraction);
