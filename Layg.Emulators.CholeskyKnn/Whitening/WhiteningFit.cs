using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Layg.Emulators.CholeskyKnn;

/// <summary>
/// Finds the whitening of a point cloud: the inverse of the Cholesky factor of its covariance (divisor N - 1), or, where the
/// covariance is singular, its eigenvectors without those of negligible variance.
/// </summary>
/// <remarks>
/// Which directions are negligible is decided on the correlation matrix, so that a parameter of small unit (1e-9, say) is not mistaken
/// for a constant one.
/// </remarks>
internal sealed class WhiteningFit
{
    /// <summary>Eigenvalues of the correlation matrix below this share of the largest are dropped.</summary>
    private const double NegligibleVariance = 1e-12;

    /// <summary>A coordinate whose standard deviation is below this share of its size varies by rounding only.</summary>
    private const double RoundingSpread = 1e-13;

    private readonly double[] _points;
    private readonly int _dimension;
    private readonly int _count;
    private readonly double[] _mean;
    private readonly double[] _size;
    private readonly Matrix<double> _covariance;

    private WhiteningFit(ReadOnlySpan<double> points, int dimension)
    {
        _points = points.ToArray();
        _dimension = dimension;
        _count = points.Length / dimension;
        _mean = new double[dimension];
        _size = new double[dimension];
        _covariance = new DenseMatrix(dimension);
        Accumulate();
    }

    public static WhiteningTransform Of(ReadOnlySpan<double> points, int dimension) => new WhiteningFit(points, dimension).Transform();

    private void Accumulate()
    {
        for (int i = 0; i < _points.Length; i++)
        {
            int j = i % _dimension;
            _mean[j] += _points[i];
            _size[j] = Math.Max(_size[j], Math.Abs(_points[i]));
        }

        for (int j = 0; j < _dimension; j++)
            _mean[j] /= _count;

        var sums = new double[_dimension * _dimension];
        var centred = new double[_dimension];
        for (int i = 0; i < _count; i++)
        {
            for (int j = 0; j < _dimension; j++)
                centred[j] = _points[(i * _dimension) + j] - _mean[j];
            for (int j = 0; j < _dimension; j++)
            {
                double factor = centred[j];
                Span<double> row = sums.AsSpan(j * _dimension, j + 1);
                for (int l = 0; l < row.Length; l++)
                    row[l] += factor * centred[l];
            }
        }

        double divisor = Math.Max(_count - 1, 1);
        for (int j = 0; j < _dimension; j++)
        {
            for (int l = 0; l <= j; l++)
                _covariance[j, l] = _covariance[l, j] = sums[(j * _dimension) + l] / divisor;
        }
    }

    private WhiteningTransform Transform()
    {
        for (int j = 0; j < _dimension; j++)
        {
            if (!double.IsFinite(_covariance[j, j]))
                throw new EmulatorFitException($"Input component {j} is as large as {_size[j]}, and its variance overflows; rescale it.");
        }

        int[] varying = [.. Enumerable.Range(0, _dimension).Where(j => Math.Sqrt(_covariance[j, j]) > RoundingSpread * _size[j])];
        int[] constant = [.. Enumerable.Range(0, _dimension).Except(varying)];
        if (varying.Length == 0)
            return Assemble([], [.. constant.Select(ConstantDirection)]);

        double[] deviations = [.. varying.Select(j => Math.Sqrt(_covariance[j, j]))];
        Matrix<double> correlation = DenseMatrix.Create(
            varying.Length, varying.Length, (i, j) => _covariance[varying[i], varying[j]] / (deviations[i] * deviations[j]));
        var eigen = correlation.Evd(Symmetricity.Symmetric);
        double[] variances = [.. eigen.EigenValues.Select(value => value.Real)];
        double limit = NegligibleVariance * variances.Max();
        if (constant.Length == 0 && variances.All(variance => variance > limit))
            return Assemble(InverseCholeskyRows(), []);

        List<double[]> kept = [];
        List<double[]> dropped = [.. constant.Select(ConstantDirection)];
        for (int i = 0; i < variances.Length; i++)
        {
            bool keep = variances[i] > limit;
            double length = keep ? Math.Sqrt(variances[i]) : 1;
            var direction = new double[_dimension];
            for (int j = 0; j < varying.Length; j++)
                direction[varying[j]] = eigen.EigenVectors[j, i] / (deviations[j] * length);
            (keep ? kept : dropped).Add(direction);
        }

        return Assemble(kept, dropped);
    }

    /// <summary>A constant coordinate, in units of its own value.</summary>
    private double[] ConstantDirection(int coordinate)
    {
        var direction = new double[_dimension];
        direction[coordinate] = _size[coordinate] > 0 ? 1 / _size[coordinate] : 1;
        return direction;
    }

    private List<double[]> InverseCholeskyRows()
    {
        Matrix<double> lower = _covariance.Cholesky().Factor;
        List<double[]> rows = [];
        for (int i = 0; i < _dimension; i++)
        {
            var row = new double[_dimension];
            row[i] = 1;
            for (int l = 0; l < i; l++)
            {
                for (int j = 0; j <= l; j++)
                    row[j] -= lower[i, l] * rows[l][j];
            }

            for (int j = 0; j <= i; j++)
                row[j] /= lower[i, i];
            rows.Add(row);
        }

        return rows;
    }

    private WhiteningTransform Assemble(List<double[]> kept, List<double[]> dropped)
    {
        var tolerances = new double[dropped.Count];
        for (int i = 0; i < tolerances.Length; i++)
            tolerances[i] = (2 * LargestExcursion(dropped[i])) + 1e-9;
        return new WhiteningTransform(_mean, [.. kept.SelectMany(row => row)], [.. dropped.SelectMany(row => row)], tolerances);
    }

    private double LargestExcursion(double[] direction)
    {
        double largest = 0;
        for (int i = 0; i < _count; i++)
        {
            double excursion = 0;
            for (int j = 0; j < _dimension; j++)
                excursion += direction[j] * (_points[(i * _dimension) + j] - _mean[j]);
            largest = Math.Max(largest, Math.Abs(excursion));
        }

        return largest;
    }
}
