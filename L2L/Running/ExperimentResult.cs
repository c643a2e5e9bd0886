namespace L2L;

/// <summary>What a run found.</summary>
/// <param name="Optimizer">What the optimizer found.</param>
/// <param name="Trajectory">The trajectory.</param>
/// <param name="Evaluations">How many evaluations were told, all parts of a resumed run together.</param>
/// <param name="Elapsed">How long it took, all parts together.</param>
public sealed record ExperimentResult(OptimizerResult Optimizer, Trajectory Trajectory, long Evaluations, TimeSpan Elapsed)
{
    /// <summary>The best individual of the whole run.</summary>
    public Individual BestIndividual => Optimizer.Best.Individual;

    /// <summary>Its fitness.</summary>
    public FitnessVector BestFitness => Optimizer.Best.Fitness;

    /// <summary>Why the run is over.</summary>
    public StopReason StopReason => Optimizer.StopReason;
}
