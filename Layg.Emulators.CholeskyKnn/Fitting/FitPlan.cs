namespace Layg.Emulators.CholeskyKnn;

/// <summary>Degree and neighbours of the local fits: what the settings ask for, lowered to what the points allow.</summary>
internal readonly record struct FitPlan(int Degree, int Neighbours)
{
    /// <summary>128 MiB: beyond, a local fit would no longer be cheap.</summary>
    private const long LargestWorkspace = 1 << 24;

    /// <param name="options">The settings.</param>
    /// <param name="rank">Dimension of the whitened coordinates.</param>
    /// <param name="available">Points that can be neighbours of a calibration point.</param>
    /// <param name="targets">Numbers fitted per point.</param>
    /// <exception cref="ArgumentException">The settings ask for too few neighbours.</exception>
    /// <exception cref="EmulatorFitException">The points do not suffice for degree 0.</exception>
    public static FitPlan For(CholeskyKnnOptions options, int rank, int available, int targets)
    {
        int wanted = MonomialTable.CountOf(rank, options.Degree);
        if (options.Neighbours <= wanted)
        {
            throw new ArgumentOutOfRangeException(
                "options.Neighbours",
                options.Neighbours,
                $"A polynomial of degree {options.Degree} in {rank} dimensions has {wanted} monomials; allowed: {wanted + 1L} and above.");
        }

        for (int degree = options.Degree; degree >= 0; degree--)
        {
            int monomials = MonomialTable.CountOf(rank, degree);
            long neighbours = options.Neighbours is { } chosen ? Math.Min(chosen, available) : 2L * monomials;
            if (neighbours <= available
                && neighbours > monomials
                && LocalPolynomial.WorkspaceLength(rank, degree, (int)neighbours, targets) <= LargestWorkspace)
            {
                return new FitPlan(degree, (int)neighbours);
            }
        }

        throw new EmulatorFitException(
            $"A local fit has {available} neighbours to choose from, but even a weighted mean (degree 0) needs 2.");
    }
}
