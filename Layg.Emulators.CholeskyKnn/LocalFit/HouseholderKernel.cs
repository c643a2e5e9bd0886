using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Layg.Emulators.CholeskyKnn;

/// <summary>
/// Householder QR of a small column-major matrix, in place, made for a fit whose value is wanted only: the constant column comes
/// last, so that its coefficient, its variance and the residuals follow without back substitution.
/// </summary>
/// <remarks>
/// Columns lie <c>stride</c> numbers apart, a multiple of <see cref="Lanes"/>; the rows that pad them are zero. What lies above the
/// diagonal is never needed again, so each reflection runs over whole vectors and masks its own first entries.
/// </remarks>
internal static class HouseholderKernel
{
    /// <summary>Numbers per vector: columns are padded to a multiple of it.</summary>
    public const int Lanes = 4;

    /// <summary>Rounds a number of rows up to whole vectors.</summary>
    public static int Stride(int rows) => (rows + Lanes - 1) & ~(Lanes - 1);

    /// <summary>Reduces the first columns to a triangle and applies the reflections to the further ones.</summary>
    /// <param name="matrix">The columns.</param>
    /// <param name="stride">Numbers per column.</param>
    /// <param name="columns">How many columns to reduce; the last of them is the one whose coefficient is wanted.</param>
    /// <param name="total">How many columns there are.</param>
    /// <param name="conditionLimit">The largest ratio of diagonal entries that counts as regular.</param>
    /// <param name="lastDiagonal">Receives the last diagonal entry of the triangle.</param>
    /// <returns>
    /// The rank: a column that depends on those before it, to the given limit, is left out, as it explains nothing that they do not.
    /// 0 where the last column does, so that its coefficient is undetermined.
    /// </returns>
    public static int Factor(Span<double> matrix, int stride, int columns, int total, double conditionLimit, out double lastDiagonal)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(matrix.Length, stride * total, nameof(matrix));
        ref double origin = ref MemoryMarshal.GetReference(matrix);
        double largest = Math.Sqrt(SumOfSquares(ref Unsafe.Add(ref origin, (columns - 1) * stride), stride));
        int rank = 0;
        lastDiagonal = 0;
        for (int j = 0; j < columns; j++)
        {
            int start = rank & ~(Lanes - 1);
            int rows = stride - start;
            ref double v = ref Unsafe.Add(ref origin, (j * stride) + start);
            for (int r = 0; r < rank - start; r++)
                Unsafe.Add(ref v, r) = 0;

            double norm = Math.Sqrt(SumOfSquares(ref v, rows));
            largest = Math.Max(largest, norm);
            if (!(norm * conditionLimit > largest))
            {
                if (j == columns - 1 || double.IsNaN(norm))
                    return 0;
                continue;
            }

            ref double head = ref Unsafe.Add(ref v, rank - start);
            double beta = 1 / (norm * (norm + Math.Abs(head)));
            lastDiagonal = head > 0 ? -norm : norm;
            head -= lastDiagonal;
            rank++;

            int column = j + 1;
            for (; column + 4 <= total; column += 4)
                ReflectFour(ref v, ref Unsafe.Add(ref origin, (column * stride) + start), stride, rows, -beta);
            for (; column < total; column++)
                ReflectOne(ref v, ref Unsafe.Add(ref origin, (column * stride) + start), rows, -beta);
        }

        return rank;
    }

    /// <summary>Multiplies two padded columns, number by number.</summary>
    public static void Multiply(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> product)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(right.Length, left.Length, nameof(right));
        ArgumentOutOfRangeException.ThrowIfNotEqual(product.Length, left.Length, nameof(product));
        ref double a = ref MemoryMarshal.GetReference(left);
        ref double b = ref MemoryMarshal.GetReference(right);
        ref double c = ref MemoryMarshal.GetReference(product);
        for (nuint r = 0; r + Lanes <= (nuint)left.Length; r += Lanes)
            (Vector256.LoadUnsafe(ref a, r) * Vector256.LoadUnsafe(ref b, r)).StoreUnsafe(ref c, r);
    }

    private static double SumOfSquares(ref double v, int rows)
    {
        Vector256<double> sum = Vector256<double>.Zero;
        for (nuint r = 0; r < (nuint)rows; r += Lanes)
        {
            Vector256<double> x = Vector256.LoadUnsafe(ref v, r);
            sum = Vector256.FusedMultiplyAdd(x, x, sum);
        }

        return Vector256.Sum(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ReflectOne(ref double v, ref double column, int rows, double negativeBeta)
    {
        Vector256<double> sum = Vector256<double>.Zero;
        for (nuint r = 0; r < (nuint)rows; r += Lanes)
            sum = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref v, r), Vector256.LoadUnsafe(ref column, r), sum);
        Vector256<double> factor = Vector256.Create(negativeBeta * Vector256.Sum(sum));
        for (nuint r = 0; r < (nuint)rows; r += Lanes)
        {
            Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref v, r), Vector256.LoadUnsafe(ref column, r))
                .StoreUnsafe(ref column, r);
        }
    }

    /// <summary>Four columns at a time: each vector of the reflection is loaded once for all, and the four sums overlap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ReflectFour(ref double v, ref double first, int stride, int rows, double negativeBeta)
    {
        ref double second = ref Unsafe.Add(ref first, stride);
        ref double third = ref Unsafe.Add(ref second, stride);
        ref double fourth = ref Unsafe.Add(ref third, stride);
        Vector256<double> sum1 = Vector256<double>.Zero;
        Vector256<double> sum2 = Vector256<double>.Zero;
        Vector256<double> sum3 = Vector256<double>.Zero;
        Vector256<double> sum4 = Vector256<double>.Zero;
        for (nuint r = 0; r < (nuint)rows; r += Lanes)
        {
            Vector256<double> x = Vector256.LoadUnsafe(ref v, r);
            sum1 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref first, r), sum1);
            sum2 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref second, r), sum2);
            sum3 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref third, r), sum3);
            sum4 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref fourth, r), sum4);
        }

        Vector256<double> factor1 = Vector256.Create(negativeBeta * Vector256.Sum(sum1));
        Vector256<double> factor2 = Vector256.Create(negativeBeta * Vector256.Sum(sum2));
        Vector256<double> factor3 = Vector256.Create(negativeBeta * Vector256.Sum(sum3));
        Vector256<double> factor4 = Vector256.Create(negativeBeta * Vector256.Sum(sum4));
        for (nuint r = 0; r < (nuint)rows; r += Lanes)
        {
            Vector256<double> x = Vector256.LoadUnsafe(ref v, r);
            Vector256.FusedMultiplyAdd(factor1, x, Vector256.LoadUnsafe(ref first, r)).StoreUnsafe(ref first, r);
            Vector256.FusedMultiplyAdd(factor2, x, Vector256.LoadUnsafe(ref second, r)).StoreUnsafe(ref second, r);
            Vector256.FusedMultiplyAdd(factor3, x, Vector256.LoadUnsafe(ref third, r)).StoreUnsafe(ref third, r);
            Vector256.FusedMultiplyAdd(factor4, x, Vector256.LoadUnsafe(ref fourth, r)).StoreUnsafe(ref fourth, r);
        }
    }
}
