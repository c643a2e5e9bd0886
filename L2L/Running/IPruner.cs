namespace L2L;

/// <summary>
/// Learns from the intermediate fitness of earlier generations when a simulation is not worth going on with. The rule is the same for a whole
/// generation, so that the result does not depend on which simulation is faster.
/// </summary>
public interface IPruner
{
    /// <summary>The rule for the next generation; null where nothing is pruned.</summary>
    PruningRule? Rule { get; }

    /// <summary>Takes in what a generation reported.</summary>
    /// <param name="evaluations">The evaluations.</param>
    void Observe(IReadOnlyList<Evaluation> evaluations);

    /// <summary>Saves what was learned.</summary>
    OptimizerState SaveState();

    /// <summary>Goes on from a saved state.</summary>
    /// <param name="state">The state.</param>
    void LoadState(OptimizerState state);
}
