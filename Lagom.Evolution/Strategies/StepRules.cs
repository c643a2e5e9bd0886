using System.Numerics.Tensors;

namespace Lagom.Evolution;

/// <summary>The stopping rules on steps, of strategies whose width adapts.</summary>
internal static class StepRules
{
    private const double Smallest = 1e-200;
    private const double Largest = 1e200;

    /// <summary>Keeps a step size where one can divide by it, and add it, without leaving the numbers there are.</summary>
    public static double Limit(double sigma) => Math.Clamp(sigma, Smallest, Largest);

    /// <summary>Keeps standard deviations, which may be 0, below the same limit.</summary>
    public static void Limit(Span<double> deviations) => TensorPrimitives.Min(deviations, Largest, deviations);

    /// <summary>Tells which rules are met.</summary>
    /// <param name="criteria">What the caller set.</param>
    /// <param name="generation">The generation that was told last.</param>
    /// <param name="sigma0">The largest standard deviation at the beginning.</param>
    public static StopReasons Check(StopCriteria criteria, GenerationReport? generation, double sigma0) =>
        generation is { MaxStd: var largest } ? Check(criteria, largest, sigma0) : StopReasons.None;

    /// <summary>Tells which rules are met.</summary>
    /// <param name="criteria">What the caller set.</param>
    /// <param name="largest">The largest standard deviation now.</param>
    /// <param name="sigma0">The largest standard deviation at the beginning.</param>
    public static StopReasons Check(StopCriteria criteria, double largest, double sigma0)
    {
        StopReasons reasons = StopReasons.None;
        if (largest < criteria.CoordinateTolerance)
            reasons |= StopReasons.CoordinateTolerance;
        if (largest > criteria.StepGrowthLimit * sigma0)
            reasons |= StopReasons.StepGrowth;
        return reasons;
    }
}
