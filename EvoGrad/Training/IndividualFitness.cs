using Shared.Tensors;

namespace EvoGrad;

/// <summary>The fitness of one individual. Called from several threads at a time.</summary>
/// <param name="individual">Its numbers; valid during the call.</param>
/// <param name="stream">Randomness of this individual's own, the same for every number of threads.</param>
/// <returns>The fitness.</returns>
public delegate double IndividualFitness(ReadOnlySpan<double> individual, RandomStream stream);
