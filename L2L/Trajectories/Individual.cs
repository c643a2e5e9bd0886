namespace L2L;

/// <summary>One concrete set of parameters, to be evaluated once.</summary>
/// <param name="Generation">The generation, from 0.</param>
/// <param name="Index">The place in the generation, from 0.</param>
/// <param name="Parameters">The parameters.</param>
public sealed record Individual(int Generation, int Index, ParameterSet Parameters)
{
    /// <summary>
    /// How much may be spent on the evaluation, in units that the optimizee defines (epochs, episodes); null where the optimizer does not limit it.
    /// </summary>
    public double? Budget { get; init; }

    /// <summary>Which configuration this goes on with, for optimizers that evaluate one several times with more budget; null otherwise.</summary>
    public int? Configuration { get; init; }

    /// <summary>What an earlier evaluation of the same or of a copied configuration left for this one to go on from; empty where nothing.</summary>
    public ReadOnlyMemory<byte> Checkpoint { get; init; }

    /// <summary>The generation, the index and the parameters.</summary>
    public override string ToString() => $"{Generation}/{Index} {Parameters}";
}
