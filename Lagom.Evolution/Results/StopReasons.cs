namespace Lagom.Evolution;

/// <summary>Stopping rules that are met. <see cref="StopReasonsExtensions.Describe"/> puts them into words.</summary>
[Flags]
public enum StopReasons
{
    /// <summary>None: the search goes on.</summary>
    None = 0,

    /// <summary>A value as good as <see cref="StopCriteria.TargetValue"/> was found.</summary>
    TargetReached = 1,

    /// <summary><see cref="StopCriteria.MaxEvaluations"/> are spent.</summary>
    MaxEvaluations = 1 << 1,

    /// <summary><see cref="StopCriteria.MaxIterations"/> generations have passed.</summary>
    MaxIterations = 1 << 2,

    /// <summary>Best values of recent generations, and the values of the last one, differ by less than <see cref="StopCriteria.FunctionTolerance"/>.</summary>
    FunctionTolerance = 1 << 3,

    /// <summary>Best values of recent generations differ by less than <see cref="StopCriteria.FunctionHistoryTolerance"/>.</summary>
    FunctionHistoryTolerance = 1 << 4,

    /// <summary>All steps are shorter than <see cref="StopCriteria.CoordinateTolerance"/>.</summary>
    CoordinateTolerance = 1 << 5,

    /// <summary>The step size grew by more than <see cref="StopCriteria.StepGrowthLimit"/>: the search diverges, or its first step was far too small.</summary>
    StepGrowth = 1 << 6,

    /// <summary>The covariance matrix's condition number exceeds <see cref="StopCriteria.ConditionLimit"/>.</summary>
    Condition = 1 << 7,

    /// <summary>The best three quarters of a generation had the very same value, more than <see cref="StopCriteria.FlatGenerations"/> generations in a row.</summary>
    FlatFitness = 1 << 8,

    /// <summary>Neither best nor median values improved for <see cref="StopCriteria.StagnationGenerations"/>.</summary>
    Stagnation = 1 << 9,

    /// <summary><see cref="StopCriteria.Timeout"/> has passed.</summary>
    Timeout = 1 << 10,

    /// <summary>Steps along an axis or a coordinate are so short that adding them changes nothing.</summary>
    NoEffect = 1 << 11,

    /// <summary>The restarts allowed are used up.</summary>
    MaxRestarts = 1 << 12,
}
