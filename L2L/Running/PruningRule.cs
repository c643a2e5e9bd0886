namespace L2L;

/// <summary>The weighted fitness that an evaluation must have at some steps to go on. Can be stored as JSON and sent to another process.</summary>
/// <param name="Weights">The weights of the fitness.</param>
/// <param name="Steps">The steps, ascending.</param>
/// <param name="Thresholds">The least weighted sum for each step.</param>
public sealed record PruningRule(IReadOnlyList<double> Weights, IReadOnlyList<double> Steps, IReadOnlyList<double> Thresholds)
{
    /// <summary>Whether a report is too poor to go on: below the threshold of the last step that it has reached, or not a number.</summary>
    /// <param name="step">How far the simulation is.</param>
    /// <param name="fitness">The fitness so far.</param>
    public bool Stops(double step, FitnessVector fitness)
    {
        if (fitness.Length != Weights.Count)
            throw new ArgumentException($"The reported fitness {fitness} has {fitness.Length} numbers; there are {Weights.Count} weights.", nameof(fitness));
        int at = -1;
        while (at + 1 < Steps.Count && Steps[at + 1] <= step)
            at++;
        double sum = 0;
        for (int i = 0; i < Weights.Count; i++)
            sum += Weights[i] * fitness[i];
        return at >= 0 && !(sum >= Thresholds[at]);
    }
}
