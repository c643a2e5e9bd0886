namespace Lagom.Evolution;

/// <summary>What computes matrix products and eigendecompositions.</summary>
public enum LinearAlgebraKind
{
    /// <summary>
    /// The system's OpenBLAS for large matrices where it is installed, managed code otherwise. Bits may differ between machines with and
    /// without it; on one machine a seed always gives the same run.
    /// </summary>
    Automatic,

    /// <summary>Managed code only.</summary>
    Managed,
}
