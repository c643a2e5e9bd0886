namespace Layg.Emulators.Torch;

/// <summary>
/// Whitening: coordinates t = L⁻¹ z of the standardised input z, with the pivoted Cholesky factor L of the points' correlation. Directions
/// without variance are left out; a query that leaves the points along one of them has no coordinates. Immutable.
/// </summary>
/// <remarks>Source: Higham 2002, Accuracy and Stability of Numerical Algorithms, 10.3 (Cholesky with complete pivoting).</remarks>
internal sealed class InputTransform
{
    /// <summary>Variance left over, in units of a component's own, that counts as none.</summary>
    private const double SmallestVariance = 1e-12;
    private const double Slack = 1e-8;

    private readonly double[] _mean;
    private readonly double[] _scale;
    private readonly int[] _order;
    private readonly double[] _factor;
    private readonly double[] _tolerance;

    // The same map as one matrix, for speed: t = M (x - mean), lower triangular, row by row, in the order of the components.
    private readonly double[] _matrix;

    /// <summary>Restores a transform from its numbers.</summary>
    /// <param name="mean">The points' mean [n].</param>
    /// <param name="scale">Their spread [n]; above 0.</param>
    /// <param name="order">A permutation of the components: first those that make up the coordinates.</param>
    /// <param name="factor">Rows of L in that order [n, rank].</param>
    /// <param name="tolerance">How far the left-out components may be off the points' hyperplane [n - rank].</param>
    /// <exception cref="ArgumentException">The numbers do not fit together.</exception>
    public InputTransform(double[] mean, double[] scale, int[] order, double[] factor, double[] tolerance)
    {
        int n = mean.Length;
        Rank = n - tolerance.Length;
        bool fits = n > 0 && Rank >= 1 && scale.Length == n && order.Length == n && factor.Length == n * Rank &&
            order.Order().SequenceEqual(Enumerable.Range(0, n)) && scale.All(s => double.IsFinite(s) && s > 0) &&
            Enumerable.Range(0, Rank).All(i => factor[(i * Rank) + i] > 0);
        if (!fits)
            throw new ArgumentException("The numbers of the input transform do not fit together.", nameof(factor));
        _mean = mean;
        _scale = scale;
        _order = order;
        _factor = factor;
        _tolerance = tolerance;
        _matrix = Inverse();
    }

    public int InputDimension => _mean.Length;

    /// <summary>How many coordinates there are.</summary>
    public int Rank { get; }

    public ReadOnlySpan<double> Mean => _mean;

    public ReadOnlySpan<double> Scale => _scale;

    public ReadOnlySpan<int> Order => _order;

    public ReadOnlySpan<double> Factor => _factor;

    public ReadOnlySpan<double> Tolerance => _tolerance;

    /// <summary>Computes the coordinates of a point.</summary>
    /// <returns>False where the point is off the hyperplane of the known points, or not finite.</returns>
    public bool TryApply(ReadOnlySpan<double> x, Span<double> coordinates)
    {
        coordinates = coordinates[..Rank];
        for (int j = 0; j < coordinates.Length; j++)
            coordinates[j] = x[_order[j]] - _mean[_order[j]];
        // From the last one up, so that the product with the lower triangle can be made in place.
        for (int i = coordinates.Length - 1; i >= 0; i--)
        {
            ReadOnlySpan<double> row = _matrix.AsSpan(i * Rank, i + 1);
            double sum = 0;
            for (int j = 0; j < row.Length; j++)
                sum += row[j] * coordinates[j];
            coordinates[i] = sum;
        }

        for (int i = Rank; i < _mean.Length; i++)
        {
            if (!(Math.Abs(OffHyperplane(x, coordinates, i)) <= _tolerance[i - Rank]))
                return false;
        }

        return true;
    }

    /// <summary>Fits the transform to points.</summary>
    /// <returns>Null where all points are alike.</returns>
    public static InputTransform? Fit(TrainingSet points)
    {
        int n = points.InputDimension;
        (double[] mean, double[] scale, bool[] varies) = Moments(points);
        double[] remaining = Correlation(points, mean, scale);
        var order = Enumerable.Range(0, n).ToArray();
        var factor = new double[n * n];
        int rank = 0;
        for (; rank < n; rank++)
        {
            int pivot = rank;
            for (int i = rank + 1; i < n; i++)
            {
                if (remaining[(order[i] * n) + order[i]] > remaining[(order[pivot] * n) + order[pivot]])
                    pivot = i;
            }

            double variance = remaining[(order[pivot] * n) + order[pivot]];
            if (!(variance > SmallestVariance) || !varies[order[pivot]])
                break;
            (order[rank], order[pivot]) = (order[pivot], order[rank]);
            Eliminate(remaining, factor, n, order[rank], rank, variance);
        }

        if (rank == 0)
            return null;
        var rows = new double[n * rank];
        for (int i = 0; i < n; i++)
            factor.AsSpan(order[i] * n, rank).CopyTo(rows.AsSpan(i * rank));
        var wide = new double[n - rank];
        Array.Fill(wide, double.PositiveInfinity);
        InputTransform transform = new(mean, scale, order, rows, wide);
        return rank == n ? transform : new InputTransform(mean, scale, order, rows, transform.Tolerances(points));
    }

    /// <summary>The inverse of the first rows of L, times the inverse of the scales.</summary>
    private double[] Inverse()
    {
        var inverse = new double[Rank * Rank];
        for (int j = 0; j < Rank; j++)
        {
            for (int i = j; i < Rank; i++)
            {
                double rest = i == j ? 1 : 0;
                for (int k = j; k < i; k++)
                    rest -= _factor[(i * Rank) + k] * inverse[(k * Rank) + j];
                inverse[(i * Rank) + j] = rest / _factor[(i * Rank) + i];
            }
        }

        for (int i = 0; i < Rank; i++)
        {
            for (int j = 0; j <= i; j++)
                inverse[(i * Rank) + j] /= _scale[_order[j]];
        }

        return inverse;
    }

    private static (double[] Mean, double[] Scale, bool[] Varies) Moments(TrainingSet points)
    {
        int n = points.InputDimension;
        var mean = new double[n];
        var scale = new double[n];
        var varies = new bool[n];
        for (int c = 0; c < n; c++)
        {
            (mean[c], scale[c]) = Spread.Of(points.Inputs, n, c);
            varies[c] = scale[c] > 0;
            if (!varies[c])
                scale[c] = Math.Max(Math.Abs(mean[c]), 1e-300);
        }

        return (mean, scale, varies);
    }

    private static double[] Correlation(TrainingSet points, double[] mean, double[] scale)
    {
        int n = mean.Length;
        var correlation = new double[n * n];
        var z = new double[n];
        for (int p = 0; p < points.Count; p++)
        {
            ReadOnlySpan<double> x = points.Input(p);
            for (int i = 0; i < n; i++)
                z[i] = (x[i] - mean[i]) / scale[i];
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                    correlation[(i * n) + j] += z[i] * z[j] / points.Count;
            }
        }

        return correlation;
    }

    private static void Eliminate(double[] remaining, double[] factor, int n, int pivot, int column, double variance)
    {
        double root = Math.Sqrt(variance);
        for (int i = 0; i < n; i++)
            factor[(i * n) + column] = remaining[(i * n) + pivot] / root;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                remaining[(i * n) + j] -= factor[(i * n) + column] * factor[(j * n) + column];
        }
    }

    private double[] Tolerances(TrainingSet points)
    {
        var tolerances = new double[_mean.Length - Rank];
        var coordinates = new double[Rank];
        for (int p = 0; p < points.Count; p++)
        {
            TryApply(points.Input(p), coordinates);
            for (int i = Rank; i < _mean.Length; i++)
                tolerances[i - Rank] = Math.Max(tolerances[i - Rank], Math.Abs(OffHyperplane(points.Input(p), coordinates, i)));
        }

        for (int i = 0; i < tolerances.Length; i++)
            tolerances[i] = (2 * tolerances[i]) + Slack;
        return tolerances;
    }

    private double OffHyperplane(ReadOnlySpan<double> x, ReadOnlySpan<double> coordinates, int position)
    {
        double rest = Standardised(x, position);
        for (int j = 0; j < Rank; j++)
            rest -= _factor[(position * Rank) + j] * coordinates[j];
        return rest;
    }

    private double Standardised(ReadOnlySpan<double> x, int position)
    {
        int component = _order[position];
        return (x[component] - _mean[component]) / _scale[component];
    }
}
