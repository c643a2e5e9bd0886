namespace EvolutionStrategies.Comparison;

/// <summary>What is compared.</summary>
internal sealed record ComparisonSettings
{
    /// <summary>The benchmark function.</summary>
    public string Function { get; init; } = "rosenbrock";

    /// <summary>Its dimension.</summary>
    public int Dimension { get; init; } = 10;

    /// <summary>Evaluations that each strategy has for the function.</summary>
    public long Evaluations { get; init; } = 30_000;

    /// <summary>Evaluations that each strategy has for the policy; 0 leaves it out.</summary>
    public long PolicyEvaluations { get; init; } = 6_000;

    /// <summary>Where all randomness comes from.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Candidates evaluated at a time; results do not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
