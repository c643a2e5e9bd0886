namespace EvoGrad;

/// <summary>
/// What an individual is made from: a worker that has the population's parameters rebuilds it, however long it is.
/// </summary>
/// <param name="Seed">The seed of the sample.</param>
/// <param name="Index">The index of its noise in that sample. Range: at least 0.</param>
/// <param name="Sign">+1, or −1 for the mirror image.</param>
public readonly record struct EncodedIndividual(long Seed, long Index, int Sign);
