namespace L2L;

/// <summary>How an evaluation ended.</summary>
public enum EvaluationStatus
{
    /// <summary>It returned its fitness.</summary>
    Succeeded,

    /// <summary>It was stopped early because its intermediate fitness was poor; its fitness is what it returned by then.</summary>
    Pruned,

    /// <summary>It threw, or returned a fitness of the wrong length or with a number that is not finite.</summary>
    Failed,

    /// <summary>It took longer than it was allowed to.</summary>
    TimedOut,
}
