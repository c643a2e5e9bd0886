namespace Lagom.Evolution;

/// <summary>How differential evolution makes a mutant. Crossover is binomial in all of them.</summary>
public enum DifferentialVariant
{
    /// <summary>
    /// Adaptive: towards a random one of the best and along a difference that may reach into an archive of replaced members; scale factor
    /// and crossover rate are drawn anew for each member and learn from success (JADE).
    /// </summary>
    Jade = 0,

    /// <summary>A random member plus a scaled difference of two others (rand/1/bin): thorough, slow.</summary>
    RandOne,

    /// <summary>The best member plus a scaled difference of two others (best/1/bin): fast, greedy.</summary>
    BestOne,

    /// <summary>The member itself, moved towards the best and along a scaled difference of two others (current-to-best/1/bin).</summary>
    CurrentToBestOne,
}
