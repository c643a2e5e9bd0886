using System.Numerics.Tensors;

namespace Lagom.Evolution;

/// <summary>Multiplies matrices with the exponential of a small symmetric one, by its power series.</summary>
internal sealed class SymmetricExponential(int dimension)
{
    // The series of a matrix of norm 1 is exact to the last bit after some 20 terms; larger ones need some more.
    private const int MostTerms = 200;
    private const double Negligible = 1e-17;

    private readonly double[] _term = new double[dimension];
    private readonly double[] _next = new double[dimension];

    /// <summary>Replaces a matrix A by A exp(sign M), row by row.</summary>
    /// <param name="matrix">The matrix A; n² numbers.</param>
    /// <param name="exponent">The symmetric matrix M; n² numbers.</param>
    /// <param name="sign">1 or -1.</param>
    public void MultiplyRows(Span<double> matrix, ReadOnlySpan<double> exponent, double sign)
    {
        for (int row = 0; row < dimension; row++)
        {
            Span<double> sum = matrix.Row(row, dimension);
            sum.CopyTo(_term);
            for (int power = 1; power <= MostTerms; power++)
            {
                // M is symmetric: the row vector times M is M times the column vector.
                Rows.Multiply(exponent, _term, _next);
                TensorPrimitives.Multiply(_next, sign / power, _term);
                TensorPrimitives.Add(sum, _term, sum);
                if (TensorPrimitives.Norm<double>(_term) <= Negligible * TensorPrimitives.Norm<double>(sum))
                    break;
            }
        }
    }
}
