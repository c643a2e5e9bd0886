using System.Runtime.ExceptionServices;

namespace L2L;

/// <summary>Ends the run at the first failed evaluation: with the exception that the simulation threw, where it did in this process.</summary>
public sealed class ThrowOnFailure : IFailurePolicy
{
    /// <inheritdoc/>
    public IReadOnlyList<Evaluation> Resolve(IReadOnlyList<Evaluation> evaluations, FitnessWeights weights)
    {
        ArgumentNullException.ThrowIfNull(evaluations);
        if (evaluations.FirstOrDefault(static e => e.IsFailure) is not { } failed)
            return evaluations;
        if (failed.Exception is not null)
            ExceptionDispatchInfo.Throw(failed.Exception);
        throw new EvaluationFailedException(failed);
    }
}
