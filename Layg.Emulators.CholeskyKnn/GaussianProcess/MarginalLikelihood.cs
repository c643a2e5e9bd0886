using System.Numerics.Tensors;

namespace Layg.Emulators.CholeskyKnn;

/// <summary>
/// The logarithm of the marginal likelihood of known values, and its gradient, as a function of length scales and noise. Every output's
/// amplitude is the one that maximises it.
/// </summary>
/// <remarks>
/// With correlations R + η I, outputs y_c and σ_c² = y_cᵀ (R + η I)⁻¹ y_c / n:
/// ln p = Σ_c [-n/2 (ln(2π σ_c²) + 1)] - m/2 ln |R + η I|.
/// <b>Source:</b> Rasmussen and Williams (2006), sections 2.2 and 5.4.
/// </remarks>
internal sealed class MarginalLikelihood
{
    /// <summary>Values that happen to be all zero have no amplitude; its logarithm stays finite.</summary>
    private const double SmallestSignal = 1e-100;

    private readonly CovarianceKernel _kernel;
    private readonly double[][] _columns;
    private readonly int _count;

    // Squared differences of all pairs (i, j < i) per input component.
    private readonly double[][] _squares;

    /// <param name="kernel">The covariance function.</param>
    /// <param name="points">The points, row-major [count, dimension].</param>
    /// <param name="columns">One column of values per output; not all zero.</param>
    /// <param name="dimension">Components of a point.</param>
    public MarginalLikelihood(CovarianceKernel kernel, ReadOnlySpan<double> points, double[][] columns, int dimension)
    {
        _kernel = kernel;
        _columns = columns;
        _count = points.Length / dimension;
        _squares = new double[dimension][];
        for (int k = 0; k < dimension; k++)
        {
            var squares = new double[_count * (_count - 1) / 2];
            for (int i = 0, pair = 0; i < _count; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    double difference = points[(i * dimension) + k] - points[(j * dimension) + k];
                    squares[pair++] = difference * difference;
                }
            }

            _squares[k] = squares;
        }
    }

    /// <summary>Evaluates at given hyper-parameters; negative infinity where the matrix is not positive definite.</summary>
    /// <param name="lengthScales">One per input component; above 0.</param>
    /// <param name="noise">η: noise variance over signal variance.</param>
    /// <param name="gradient">Receives the derivatives by ln of every length scale, then by ln η.</param>
    /// <param name="signals">Receives σ_c² of every output.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public double Evaluate(ReadOnlySpan<double> lengthScales, double noise, Span<double> gradient, Span<double> signals, CancellationToken cancellationToken)
    {
        int n = _count;
        var distances = new double[_squares[0].Length];
        for (int k = 0; k < _squares.Length; k++)
            TensorPrimitives.MultiplyAdd(_squares[k], 1 / (lengthScales[k] * lengthScales[k]), distances, distances);
        var scratch = new double[distances.Length];
        var correlations = (double[])distances.Clone();
        Covariance.Correlate(_kernel, correlations, scratch);

        var rows = new double[n][];
        for (int i = 0; i < n; i++)
        {
            rows[i] = new double[i + 1];
            correlations.AsSpan(i * (i - 1) / 2, i).CopyTo(rows[i]);
            rows[i][i] = 1 + noise;
        }

        gradient.Clear();
        signals.Clear();
        if (TriangularFactor.Of(rows, cancellationToken) is not { } factor)
            return double.NegativeInfinity;

        double value = 0;
        double[][] inverse = factor.Inverse(cancellationToken);
        double[][] weights = [.. _columns.Select((column, c) => Weigh(column, c))];
        for (int i = 0; i < n; i++)
            value -= _columns.Length * Math.Log(rows[i][i]);
        for (int c = 0; c < _columns.Length; c++)
        {
            signals[c] = Math.Max(TensorPrimitives.Dot<double>(_columns[c], weights[c]) / n, SmallestSignal);
            value -= 0.5 * n * (Math.Log(2 * Math.PI * signals[c]) + 1);
        }

        Covariance.Slope(_kernel, distances, scratch);
        double trace = 0;
        var influence = correlations;
        for (int i = 0; i < n; i++)
            trace += Influence(i, influence.AsSpan(i * (i - 1) / 2, i), signals);
        TensorPrimitives.Multiply(influence, distances, influence);
        for (int k = 0; k < _squares.Length; k++)
            gradient[k] = TensorPrimitives.Dot<double>(influence, _squares[k]) / (lengthScales[k] * lengthScales[k]);
        gradient[^1] = 0.5 * noise * trace;
        return value;

        // (R + η I)⁻¹ y = L⁻ᵀ L⁻¹ y.
        double[] Weigh(double[] column, int c)
        {
            var half = (double[])column.Clone();
            factor.Solve(half, count: 1);
            var full = new double[n];
            for (int i = 0; i < n; i++)
                TensorPrimitives.MultiplyAdd(inverse[i], half[i], full.AsSpan(0, i + 1), full.AsSpan(0, i + 1));
            return full;
        }

        // Row i of Σ_c a aᵀ/σ_c² - m (R + η I)⁻¹ left of the diagonal; returns the diagonal entry. a is the column of weights.
        double Influence(int i, Span<double> row, ReadOnlySpan<double> amplitudes)
        {
            row.Clear();
            double diagonal = 0;
            for (int k = i; k < n; k++)
            {
                double entry = inverse[k][i];
                diagonal -= _columns.Length * entry * entry;
                TensorPrimitives.MultiplyAdd(inverse[k].AsSpan(0, i), -_columns.Length * entry, row, row);
            }

            for (int c = 0; c < weights.Length; c++)
            {
                double factorOfRow = weights[c][i] / amplitudes[c];
                diagonal += weights[c][i] * factorOfRow;
                TensorPrimitives.MultiplyAdd(weights[c].AsSpan(0, i), factorOfRow, row, row);
            }

            return diagonal;
        }
    }
}
