namespace Lagom.Evolution;

/// <summary>Whose details CMA-ES follows where the publication and its author's program differ by less than a thousandth.</summary>
public enum CmaConvention
{
    /// <summary>
    /// pycma 4.4: the expected length of a normal vector is exact, and the first covariance matrix is <c>diag(exp(1e-4 i / n))</c>, so that its
    /// axes have an order. Same candidates and values give the same state.
    /// </summary>
    Pycma,

    /// <summary>The tutorial: the series <c>sqrt(n) (1 - 1/(4n) + 1/(21n^2))</c> for that length, and the identity matrix.</summary>
    Tutorial,
}
