namespace Lagom.Evolution;

/// <summary>The stopping rules on steps, of strategies whose width adapts.</summary>
internal static class StepRules
{
    /// <summary>No step size falls below this, so that dividing by it stays possible.</summary>
    public const double Smallest = 1e-200;

    /// <summary>Tells which rules are met.</summary>
    /// <param name="criteria">What the caller set.</param>
    /// <param name="generation">The generation that was told last.</param>
    /// <param name="sigma0">The largest standard deviation at the beginning.</param>
    public static StopReasons Check(StopCriteria criteria, GenerationSummary? generation, double sigma0)
    {
        if (generation is not { MaxStd: var largest })
            return StopReasons.None;
        StopReasons reasons = StopReasons.None;
        if (largest < criteria.CoordinateTolerance)
            reasons |= StopReasons.CoordinateTolerance;
        if (largest > criteria.StepGrowthLimit * sigma0)
            reasons |= StopReasons.StepGrowth;
        return reasons;
    }
}
