namespace L2L;

/// <summary>Failed individuals get a fixed fitness.</summary>
public sealed class PenaltyFitness : IFailurePolicy
{
    private readonly FitnessVector _penalty;

    /// <summary>Makes the policy.</summary>
    /// <param name="penalty">The fitness of failed individuals: finite, and worse than any that a simulation returns.</param>
    /// <exception cref="ArgumentException">It is not finite.</exception>
    public PenaltyFitness(FitnessVector penalty)
    {
        OptionCheck.Require(penalty.IsFinite, nameof(penalty), penalty, "at least one number, all finite");
        _penalty = penalty;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The penalty has not as many numbers as there are weights.</exception>
    public IReadOnlyList<Evaluation> Resolve(IReadOnlyList<Evaluation> evaluations, FitnessWeights weights)
    {
        ArgumentNullException.ThrowIfNull(evaluations);
        ArgumentNullException.ThrowIfNull(weights);
        if (_penalty.Length != weights.Length)
            throw new ArgumentException($"The penalty {_penalty} has {_penalty.Length} numbers; there are {weights.Length} weights.", nameof(weights));
        return [.. evaluations.Select(evaluation => evaluation.IsFailure ? evaluation with { Fitness = _penalty } : evaluation)];
    }
}
