using MathNet.Numerics.LinearAlgebra;
using Shared.Tensors;

namespace Layg.Sampling;

/// <summary>Makes start positions of an ensemble, one row per walker.</summary>
public static class EnsembleStart
{
    private const double MaxConditionNumber = 1e8;

    /// <summary>Normal positions around a point.</summary>
    /// <param name="walkers">How many walkers. Range: at least 2.</param>
    /// <param name="centre">The point: [dimension].</param>
    /// <param name="standardDeviation">The standard deviation in every coordinate. Range: above 0, finite.</param>
    /// <param name="random">The stream to draw from.</param>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    public static double[][] Normal(int walkers, ReadOnlySpan<double> centre, double standardDeviation, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(walkers, 2);
        if (centre.IsEmpty)
            throw new ArgumentException("The centre must have at least one coordinate.", nameof(centre));
        if (!double.IsFinite(standardDeviation) || standardDeviation <= 0)
            throw new ArgumentOutOfRangeException(nameof(standardDeviation), standardDeviation, "The standard deviation must be above 0 and finite.");
        var start = new double[walkers][];
        for (int walker = 0; walker < walkers; walker++)
        {
            start[walker] = new double[centre.Length];
            for (int i = 0; i < centre.Length; i++)
                start[walker][i] = centre[i] + standardDeviation * random.NextNormal();
        }

        return start;
    }

    /// <summary>Positions uniform in a box.</summary>
    /// <param name="walkers">How many walkers. Range: at least 2.</param>
    /// <param name="low">The box's lower corner: [dimension].</param>
    /// <param name="high">The box's upper corner: [dimension], above the lower one in every coordinate.</param>
    /// <param name="random">The stream to draw from.</param>
    /// <exception cref="ArgumentException">A number is out of range, or the corners do not fit together.</exception>
    public static double[][] Uniform(int walkers, ReadOnlySpan<double> low, ReadOnlySpan<double> high, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(walkers, 2);
        if (low.IsEmpty || low.Length != high.Length)
            throw new ArgumentException($"The corners must have the same number of coordinates, at least one, not {low.Length} and {high.Length}.", nameof(high));
        for (int i = 0; i < low.Length; i++)
        {
            if (!(low[i] < high[i]))
                throw new ArgumentException($"Coordinate {i} of the upper corner, {high[i]}, must be above that of the lower one, {low[i]}.", nameof(high));
        }

        var start = new double[walkers][];
        for (int walker = 0; walker < walkers; walker++)
        {
            start[walker] = new double[low.Length];
            for (int i = 0; i < low.Length; i++)
                start[walker][i] = random.NextDouble(low[i], high[i]);
        }

        return start;
    }

    /// <summary>Copies the rows into one array and checks that an ensemble can start from them.</summary>
    internal static double[] Check(IReadOnlyList<double[]> start, int dimension, bool allowDegenerate)
    {
        ArgumentNullException.ThrowIfNull(start);
        int walkers = start.Count;
        if (walkers < 2)
            throw new ArgumentException($"An ensemble needs at least 2 walkers, not {walkers}.", nameof(start));
        if (walkers < 2 * dimension && !allowDegenerate)
            throw new ArgumentException($"{walkers} walkers are too few in {dimension} dimensions: at least {2 * dimension} are needed. {nameof(EnsembleOptions.AllowDegenerateEnsemble)} overrides this.", nameof(start));
        var positions = new double[walkers * dimension];
        for (int walker = 0; walker < walkers; walker++)
        {
            double[] row = start[walker] ?? throw new ArgumentException($"The start position of walker {walker} is null.", nameof(start));
            if (row.Length != dimension)
                throw new ArgumentException($"The start position of walker {walker} has {row.Length} coordinates, but the density has dimension {dimension}.", nameof(start));
            for (int i = 0; i < dimension; i++)
            {
                if (!double.IsFinite(row[i]))
                    throw new ArgumentException($"Coordinate {i} of the start position of walker {walker} is {row[i]}; it must be finite.", nameof(start));
            }

            row.CopyTo(positions, walker * dimension);
        }

        if (!allowDegenerate)
            ThrowIfDegenerate(positions, walkers, dimension);
        return positions;
    }

    private static void ThrowIfDegenerate(double[] positions, int walkers, int dimension)
    {
        Matrix<double> centred = Matrix<double>.Build.Dense(walkers, dimension, (walker, i) => positions[walker * dimension + i]);
        for (int i = 0; i < dimension; i++)
        {
            Vector<double> column = centred.Column(i);
            column -= column.Average();
            double largest = column.AbsoluteMaximum();
            if (largest == 0)
                throw new ArgumentException($"All walkers start with the same coordinate {i}, {positions[i]}, and could never leave it: spread them.", "start");
            column /= largest;
            centred.SetColumn(i, column / column.L2Norm());
        }

        double condition = centred.Svd(computeVectors: false).ConditionNumber;
        if (!(condition <= MaxConditionNumber))
            throw new ArgumentException($"The walkers start almost in a subspace, which they could never leave: the condition number of their coordinates is {condition:g3}, above {MaxConditionNumber:g0}. Spread them independently in every coordinate.", "start");
    }
}
