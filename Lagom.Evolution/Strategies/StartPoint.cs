using static Lagom.Evolution.OptionCheck;

namespace Lagom.Evolution;

/// <summary>Checks where a search begins, and has the rules for the size of a generation that depend on nothing else.</summary>
internal static class StartPoint
{
    /// <summary>Checks the first point and the first step size.</summary>
    /// <returns>The dimension.</returns>
    public static int Check(ReadOnlySpan<double> x0, double sigma0)
    {
        RequirePoint(x0, nameof(x0));
        RequireStep(sigma0, nameof(sigma0));
        return x0.Length;
    }

    /// <summary>The default of most strategies: that of CMA-ES.</summary>
    public static int PopulationSize(int dimension) => CmaEs.DefaultPopulationSize(dimension);

    /// <summary>The default of those that evaluate pairs: <paramref name="times"/> as many as the others, an even number.</summary>
    public static int EvenPopulationSize(int dimension, int times = 1) => (times * PopulationSize(dimension) + 1) / 2 * 2;

    /// <summary>Makes the first standard deviations: the step size times the scaling of each coordinate.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="sigma0">The first step size.</param>
    /// <param name="scaling">The scaling; null for 1 everywhere.</param>
    /// <exception cref="ArgumentException">The scaling has another length, or a number that is not positive and finite.</exception>
    public static double[] StandardDeviations(int dimension, double sigma0, IReadOnlyList<double>? scaling)
    {
        var stds = new double[dimension];
        Require(scaling is null || scaling.Count == dimension, "CoordinateStds.Count", scaling?.Count, $"the dimension {dimension}");
        for (int i = 0; i < dimension; i++)
        {
            double factor = scaling?[i] ?? 1;
            Require(factor > 0 && double.IsFinite(factor), $"CoordinateStds[{i}]", factor, "positive and finite");
            stds[i] = sigma0 * factor;
        }

        return stds;
    }
}
