using System.Numerics.Tensors;

namespace Layg.Emulators.CholeskyKnn;

/// <summary>
/// The lower Cholesky factor of a growing correlation matrix, row by row. Appending returns a new factor that shares its rows with
/// the old one. Every entry is one dot product over earlier ones, so a factor that grew is bit for bit the one computed at once.
/// </summary>
internal sealed class TriangularFactor
{
    /// <summary>Rows handled together, so that each earlier row is read once for all of them.</summary>
    private const int Block = 16;

    private readonly double[][] _rows;

    private TriangularFactor(double[][] rows) => _rows = rows;

    public static TriangularFactor Empty { get; } = new([]);

    public int Count => _rows.Length;

    public ReadOnlySpan<double> Row(int index) => _rows[index];

    /// <summary>Factorises in place; null when the matrix is not positive definite to working precision.</summary>
    /// <param name="rows">Row i of the lower triangle, i + 1 numbers; becomes row i of the factor.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static TriangularFactor? Of(double[][] rows, CancellationToken cancellationToken)
    {
        for (int start = 0; start < rows.Length; start += Block)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int end = Math.Min(start + Block, rows.Length);
            for (int j = 0; j < end; j++)
            {
                ReadOnlySpan<double> pivotRow = rows[j].AsSpan(0, j);
                if (j >= start && !Pivot(rows[j], j))
                    return null;
                double pivot = rows[j][j];
                for (int i = Math.Max(start, j + 1); i < end; i++)
                    rows[i][j] = (rows[i][j] - TensorPrimitives.Dot(pivotRow, rows[i].AsSpan(0, j))) / pivot;
            }
        }

        return new TriangularFactor(rows);
    }

    /// <summary>Solves L v = b for any number of right-hand sides, in place; each comes out the same bit for bit, whatever stands beside it.</summary>
    /// <param name="rows">The right-hand sides, one after the other.</param>
    /// <param name="count">How many there are. The factor is read once for all of them, so they should fit in the cache together.</param>
    public void Solve(Span<double> rows, int count)
    {
        int length = _rows.Length;
        for (int first = 0; first < length; first += TriangularKernel.Rows)
        {
            ReadOnlySpan<double[]> factor = _rows.AsSpan(first, Math.Min(TriangularKernel.Rows, length - first));
            int k = 0;
            for (; k + TriangularKernel.Together <= count; k += TriangularKernel.Together)
                TriangularKernel.StepTogether(factor, rows.Slice(k * length, TriangularKernel.Together * length), first);
            for (; k < count; k++)
                TriangularKernel.Step(factor, rows.Slice(k * length, length), first);
        }
    }

    // By the same sums as Of, so that a factor which grew is the one computed at once.
    private void SolveByRow(Span<double> b)
    {
        for (int j = 0; j < _rows.Length; j++)
        {
            double[] row = _rows[j];
            b[j] = (b[j] - TensorPrimitives.Dot(row.AsSpan(0, j), b[..j])) / row[j];
        }
    }

    /// <summary>The factor of the matrix with one more row and column; null when that is not positive definite.</summary>
    /// <param name="correlations">The new row left of the diagonal.</param>
    /// <param name="diagonal">The new diagonal entry.</param>
    public TriangularFactor? Append(ReadOnlySpan<double> correlations, double diagonal)
    {
        var row = new double[Count + 1];
        correlations.CopyTo(row);
        SolveByRow(row.AsSpan(0, Count));
        row[Count] = diagonal;
        return Pivot(row, Count) ? new TriangularFactor([.. _rows, row]) : null;
    }

    /// <summary>The inverse of the factor, row by row.</summary>
    public double[][] Inverse(CancellationToken cancellationToken)
    {
        var inverse = new double[Count][];
        for (int i = 0; i < Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = new double[i + 1];
            for (int j = 0; j < i; j++)
                TensorPrimitives.MultiplyAdd(inverse[j], -_rows[i][j], row.AsSpan(0, j + 1), row.AsSpan(0, j + 1));
            row[i] = 1;
            TensorPrimitives.Divide(row, _rows[i][i], row);
            inverse[i] = row;
        }

        return inverse;
    }

    private static bool Pivot(double[] row, int index)
    {
        double square = row[index] - TensorPrimitives.Dot<double>(row.AsSpan(0, index), row.AsSpan(0, index));
        if (!(square > 0))
            return false;
        row[index] = Math.Sqrt(square);
        return true;
    }
}
