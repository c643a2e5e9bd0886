namespace L2L;

/// <summary>How the worst members of an ensemble are replaced.</summary>
public enum ReplacementMethod
{
    /// <summary>By noisy copies of members drawn from the best.</summary>
    Random,

    /// <summary>By noisy copies of the first of the best that a coin accepts, best first.</summary>
    BestFirst,

    /// <summary>By draws from a normal distribution fitted to the best.</summary>
    Gaussian,
}
