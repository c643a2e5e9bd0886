namespace Lagom.Evolution;

/// <summary>Computes the expected length of a standard normal vector.</summary>
internal static class ExpectedLengths
{
    private const int LastExact = 6;

    /// <summary>The length in a dimension, as a convention has it.</summary>
    public static double Of(CmaConvention convention, int dimension)
    {
        if (convention == CmaConvention.Pycma && dimension <= LastExact)
            return Exact(dimension);
        double n = dimension;
        double last = convention == CmaConvention.Pycma ? 26 : 21;
        return Math.Sqrt(n) * (1 - 1 / (4 * n) + 1 / (last * n * n));
    }

    // sqrt(2) gamma((n + 1) / 2) / gamma(n / 2)
    private static double Exact(int dimension)
    {
        double length = dimension % 2 == 1 ? Math.Sqrt(2 / Math.PI) : Math.Sqrt(Math.PI / 2);
        for (int n = dimension % 2 == 1 ? 1 : 2; n < dimension; n += 2)
            length *= (n + 1.0) / n;
        return length;
    }
}
