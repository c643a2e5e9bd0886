namespace L2L;

/// <summary>Why a search is over.</summary>
public enum StopReason
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>The number of generations is reached.</summary>
    Generations,

    /// <summary>The weighted fitness to stop at is reached.</summary>
    Fitness,

    /// <summary>There is nothing left to evaluate.</summary>
    Exhausted,

    /// <summary>The optimizer found that it does not get anywhere.</summary>
    Diverged,

    /// <summary>A termination rule of the experiment held.</summary>
    Rule,
}
