using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using MathNet.Numerics.LinearAlgebra.Factorization;
using Shared.Tensors;

namespace Layg;

/// <summary>
/// Finds the principal components of outputs: all of them where that is cheap, else the leading ones alone, by subspace iteration from random
/// directions.
/// </summary>
/// <remarks>Source: Halko, Martinsson and Tropp (2011), "Finding structure with randomness", SIAM Review 53, algorithm 4.4.</remarks>
internal sealed class ComponentSearch
{
    /// <summary>Up to this many points or outputs all components are found at once.</summary>
    private const int SmallEnough = 200;

    /// <summary>Random directions beyond those that may be kept.</summary>
    private const int Oversampling = 10;

    private const int Iterations = 3;

    private readonly double[] _mean;
    private readonly double[][] _rows;
    private readonly PrincipalComponentOptions _options;
    private readonly CancellationToken _cancellationToken;

    private ComponentSearch(TrainingSet points, PrincipalComponentOptions options, CancellationToken cancellationToken)
    {
        _options = options;
        _cancellationToken = cancellationToken;
        _mean = new double[points.OutputDimension];
        for (int i = 0; i < points.Count; i++)
            TensorPrimitives.MultiplyAdd(points.Output(i), 1.0 / points.Count, _mean, _mean);
        _rows = new double[points.Count][];
        for (int i = 0; i < points.Count; i++)
        {
            _rows[i] = new double[_mean.Length];
            TensorPrimitives.Subtract(points.Output(i), _mean, _rows[i]);
        }
    }

    /// <summary>Finds the components that the options ask for.</summary>
    /// <param name="points">The points whose outputs vary.</param>
    /// <param name="options">How many to keep.</param>
    /// <param name="context">Randomness and cancellation.</param>
    public static PrincipalComponents Of(TrainingSet points, PrincipalComponentOptions options, FitContext context)
    {
        var search = new ComponentSearch(points, options, context.CancellationToken);
        long wanted = (long)options.MaximumComponents + Oversampling;
        int most = Math.Min(points.Count, points.OutputDimension);
        double[][] directions = most <= SmallEnough || 2 * wanted > most ? search.All() : search.Leading((int)wanted, context.Random.Split("components"));
        return new PrincipalComponents(search._mean, directions);
    }

    /// <summary>From the smaller of the two product matrices, which have the same variances.</summary>
    private double[][] All()
    {
        Matrix<double> centred = DenseMatrix.OfRowArrays(_rows);
        bool wide = centred.ColumnCount > centred.RowCount;
        Evd<double> eigen = (wide ? centred.TransposeAndMultiply(centred) : centred.TransposeThisAndMultiply(centred)).Evd(Symmetricity.Symmetric);
        return Kept(eigen, column => wide ? centred.TransposeThisAndMultiply(column) : column);
    }

    private double[][] Leading(int count, RandomStream random)
    {
        double[][] basis = [.. Enumerable.Range(0, count).Select(_ => new double[_mean.Length])];
        foreach (double[] direction in basis)
            random.FillNormal(direction);
        for (int iteration = 0; iteration < Iterations; iteration++)
        {
            Orthonormalise(basis);
            basis = Product(basis);
        }

        Orthonormalise(basis);
        var scores = DenseMatrix.Create(_rows.Length, count, 0);
        for (int i = 0; i < _rows.Length; i++)
        {
            for (int k = 0; k < count; k++)
                scores[i, k] = TensorPrimitives.Dot<double>(_rows[i], basis[k]);
        }

        return Kept(scores.TransposeThisAndMultiply(scores).Evd(Symmetricity.Symmetric), column =>
        {
            var direction = new double[_mean.Length];
            for (int k = 0; k < count; k++)
                TensorPrimitives.MultiplyAdd(basis[k], column[k], direction, direction);
            return DenseVector.Build.Dense(direction);
        });
    }

    /// <summary>The covariance matrix, up to a factor, times each direction; the matrix itself is never made.</summary>
    private double[][] Product(double[][] basis)
    {
        double[][] product = [.. basis.Select(direction => new double[direction.Length])];
        foreach (double[] row in _rows)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            for (int k = 0; k < basis.Length; k++)
                TensorPrimitives.MultiplyAdd(row, TensorPrimitives.Dot<double>(row, basis[k]), product[k], product[k]);
        }

        return product;
    }

    /// <summary>Gram and Schmidt, twice, which is enough to rounding. A direction that the others contain becomes 0.</summary>
    private static void Orthonormalise(double[][] basis)
    {
        for (int k = 0; k < basis.Length; k++)
        {
            double before = TensorPrimitives.Norm<double>(basis[k]);
            for (int pass = 0; pass < 2; pass++)
            {
                for (int l = 0; l < k; l++)
                    TensorPrimitives.MultiplyAdd(basis[l], -TensorPrimitives.Dot<double>(basis[l], basis[k]), basis[k], basis[k]);
            }

            double length = TensorPrimitives.Norm<double>(basis[k]);
            TensorPrimitives.Multiply(basis[k], length > 1e-12 * before ? 1 / length : 0, basis[k]);
        }
    }

    /// <summary>Keeps as many components, by falling variance, as explain the wanted share of all variance.</summary>
    private double[][] Kept(Evd<double> eigen, Func<Vector<double>, Vector<double>> direction)
    {
        int[] order = [.. Enumerable.Range(0, eigen.EigenValues.Count).OrderByDescending(k => eigen.EigenValues[k].Real)];
        double wanted = _options.ExplainedVariance * _rows.Sum(row => TensorPrimitives.SumOfSquares<double>(row));
        int kept = 0;
        for (double sum = 0; kept < Math.Min(order.Length, _options.MaximumComponents) && (kept == 0 || sum < wanted); kept++)
            sum += Math.Max(eigen.EigenValues[order[kept]].Real, 0);
        return [.. order.Take(kept).Select(k => Normalised(direction(eigen.EigenVectors.Column(k))))];
    }

    private static double[] Normalised(Vector<double> vector)
    {
        double length = vector.L2Norm();
        return length > 0 ? (vector / length).ToArray() : new double[vector.Count];
    }
}
