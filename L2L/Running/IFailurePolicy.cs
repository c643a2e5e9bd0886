namespace L2L;

/// <summary>Says what becomes of evaluations without a fitness before the optimizer is told them.</summary>
public interface IFailurePolicy
{
    /// <summary>Gives every failed evaluation a finite fitness, or throws.</summary>
    /// <param name="evaluations">The evaluations of a generation, or a single one in steady state; those that are not failures have a valid fitness.</param>
    /// <param name="weights">The weights of the fitness.</param>
    /// <returns>The evaluations in the same order; failed ones keep their status and have a fitness now.</returns>
    IReadOnlyList<Evaluation> Resolve(IReadOnlyList<Evaluation> evaluations, FitnessWeights weights);
}
