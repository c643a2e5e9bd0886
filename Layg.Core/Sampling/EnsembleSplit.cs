namespace Layg.Sampling;

/// <summary>How the walkers are divided into the two halves that move against each other.</summary>
public enum EnsembleSplit
{
    /// <summary>At random, anew in every step.</summary>
    Random = 0,

    /// <summary>The first half of the walkers against the second half, in every step.</summary>
    Fixed = 1,
}
