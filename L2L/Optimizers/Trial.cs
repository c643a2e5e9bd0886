namespace L2L;

/// <summary>A candidate and what came of it.</summary>
public sealed class Trial
{
    internal Trial(Candidate candidate, Evaluation evaluation, FitnessWeights weights)
    {
        Candidate = candidate;
        Evaluation = evaluation;
        Sum = weights.Sum(evaluation.Fitness);
        Weighted = weights.Length == 1 ? [Sum] : weights.Apply(evaluation.Fitness);
    }

    /// <summary>What was proposed, within the bounds.</summary>
    public Candidate Candidate { get; }

    /// <summary>What came of it.</summary>
    public Evaluation Evaluation { get; }

    /// <summary>Its search coordinates. Not to be changed.</summary>
    public double[] Point => Candidate.Point;

    /// <summary>Each number of the fitness times its weight; to be maximised.</summary>
    public IReadOnlyList<double> Weighted { get; }

    /// <summary>The weighted sum; to be maximised.</summary>
    public double Sum { get; }
}
