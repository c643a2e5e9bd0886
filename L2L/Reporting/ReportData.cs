namespace L2L;

/// <summary>A trajectory as numbers to draw.</summary>
internal sealed class ReportData
{
    public ReportData(Trajectory trajectory)
    {
        Trajectory = trajectory;
        Evaluations = [.. trajectory.Evaluations];
        Objectives = Evaluations.Max(static e => e.Fitness.Length);
        Weights = trajectory.Parameters.TryGetValue("fitness.weights", out ParameterValue weights) && weights.AsVector().Length == Objectives
            ? new FitnessWeights(weights.AsVector())
            : new FitnessWeights(Enumerable.Repeat(1.0, Objectives).ToArray());
        Best = Evaluations.Where(static e => !e.IsFailure).DefaultIfEmpty(Evaluations[0]).MaxBy(Weighted)!;
        Columns = ReportColumn.Of(trajectory);
        Front = FrontOf(Evaluations, Weights);
    }

    public Trajectory Trajectory { get; }

    public IReadOnlyList<Evaluation> Evaluations { get; }

    public int Objectives { get; }

    public FitnessWeights Weights { get; }

    public Evaluation Best { get; }

    public IReadOnlyList<ReportColumn> Columns { get; }

    public IReadOnlyList<Evaluation> Front { get; }

    /// <summary>What is drawn as an individual's fitness: the number itself where there is one, else the weighted sum.</summary>
    public double Shown(Evaluation evaluation) =>
        evaluation.Fitness.Length != Objectives ? double.NaN : Objectives == 1 ? evaluation.Fitness[0] : Weights.Sum(evaluation.Fitness);

    public double Weighted(Evaluation evaluation) => evaluation.Fitness.Length == Objectives ? Weights.Sum(evaluation.Fitness) : double.NegativeInfinity;

    // Sorted by the first objective, so that each needs to be compared with the front so far only.
    private static List<Evaluation> FrontOf(IReadOnlyList<Evaluation> evaluations, FitnessWeights weights)
    {
        var front = new List<(double[] Weighted, Evaluation Evaluation)>();
        foreach ((double[] weighted, Evaluation evaluation) in evaluations.Where(e => !e.IsFailure && e.Fitness.Length == weights.Length)
            .Select(e => (weights.Apply(e.Fitness), e)).OrderByDescending(static pair => pair.Item1[0]).ThenByDescending(static pair => pair.Item1.Sum()))
        {
            if (!front.Exists(other => Dominates(other.Weighted, weighted)))
                front.Add((weighted, evaluation));
        }

        return [.. front.Select(static pair => pair.Evaluation)];
    }

    private static bool Dominates(double[] left, double[] right)
    {
        for (int i = 0; i < left.Length; i++)
        {
            if (left[i] < right[i])
                return false;
        }

        return true;
    }
}
