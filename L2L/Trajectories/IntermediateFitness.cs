namespace L2L;

/// <summary>A fitness that an optimizee reported while it was still simulating.</summary>
/// <param name="Step">How far it was, in the units of the budget.</param>
/// <param name="Fitness">The fitness by then.</param>
public readonly record struct IntermediateFitness(double Step, FitnessVector Fitness);
