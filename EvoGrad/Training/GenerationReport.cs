namespace EvoGrad;

/// <summary>What happened in one generation.</summary>
/// <param name="Generation">Its number, from 0.</param>
/// <param name="MeanFitness">The mean fitness of its individuals.</param>
/// <param name="FitnessDeviation">The standard deviation of their fitness (divisor n − 1).</param>
/// <param name="BestFitness">The best fitness among them.</param>
/// <param name="BestSoFar">The best fitness of all generations.</param>
/// <param name="GradientNorm">The length of the gradient that the optimizer got, over all parameters.</param>
public readonly record struct GenerationReport(
    long Generation, double MeanFitness, double FitnessDeviation, double BestFitness, double BestSoFar, double GradientNorm);
