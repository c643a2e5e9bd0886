using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lagom.Evolution.LinearAlgebra;

/// <summary>Products of row-major matrices by vector instructions, four rows by sixteen columns at a time in registers.</summary>
/// <remarks>
/// Each element is one chain of fused multiply-adds over the inner index in order, so results do not depend on blocking or vector width.
/// </remarks>
internal static class MatrixProduct
{
    private const int Rows = 4;
    private const int Columns = 16;
    private const int Depth = 256;

    /// <summary>result = a b.</summary>
    /// <param name="a">The left matrix [rows, inner].</param>
    /// <param name="b">The right matrix [inner, columns].</param>
    /// <param name="result">Receives the product [rows, columns]; overlaps neither.</param>
    /// <param name="rows">Rows of a and of the result.</param>
    /// <param name="inner">Columns of a and rows of b.</param>
    /// <param name="columns">Columns of b and of the result.</param>
    public static void Multiply(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> result, int rows, int inner, int columns)
    {
        result[..(rows * columns)].Clear();
        for (int depth = 0; depth < inner; depth += Depth)
        {
            int count = Math.Min(Depth, inner - depth);
            for (int row = 0; row < rows; row += Rows)
            {
                Strip(
                    a[(row * inner + depth)..], inner, 1, b[(depth * columns)..], columns, result[(row * columns)..],
                    Math.Min(Rows, rows - row), count, 0, columns);
            }
        }
    }

    /// <summary>The upper triangle of symmetric += aᵀ b, and then the lower one as its mirror image.</summary>
    /// <param name="a">The left factor [inner, size].</param>
    /// <param name="b">The right factor [inner, size], such that aᵀ b is symmetric.</param>
    /// <param name="symmetric">The matrix [size, size].</param>
    /// <param name="inner">Rows of the factors.</param>
    /// <param name="size">Columns of the factors.</param>
    public static void AddSymmetric(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> symmetric, int inner, int size)
    {
        for (int depth = 0; depth < inner; depth += Depth)
        {
            int count = Math.Min(Depth, inner - depth);
            for (int row = 0; row < size; row += Rows)
            {
                Strip(
                    a[(depth * size + row)..], 1, size, b[(depth * size)..], size, symmetric[(row * size)..],
                    Math.Min(Rows, size - row), count, row, size);
            }
        }

        Mirror(symmetric, size);
    }

    /// <summary>Copies the upper triangle into the lower one.</summary>
    public static void Mirror(Span<double> symmetric, int size)
    {
        const int block = 16;
        for (int row = 0; row < size; row += block)
        {
            for (int column = row; column < size; column += block)
            {
                for (int i = row; i < Math.Min(row + block, size); i++)
                {
                    for (int j = Math.Max(i + 1, column); j < Math.Min(column + block, size); j++)
                        symmetric[j * size + i] = symmetric[i * size + j];
                }
            }
        }
    }

    // A few rows of the result, from a column on. Element (i, k) of the left factor lies at i rowStep + k innerStep.
    private static void Strip(
        ReadOnlySpan<double> a, int rowStep, int innerStep, ReadOnlySpan<double> b, int stride, Span<double> result,
        int rows, int inner, int from, int to)
    {
        ref double left = ref MemoryMarshal.GetReference(a);
        ref double right = ref MemoryMarshal.GetReference(b);
        ref double target = ref MemoryMarshal.GetReference(result);
        int column = from;
        if (rows == Rows)
        {
            for (; column + Columns <= to; column += Columns)
                Block(ref left, rowStep, innerStep, ref Unsafe.Add(ref right, column), ref Unsafe.Add(ref target, column), stride, inner);
        }

        for (int row = 0; row < rows; row++)
            Row(ref Unsafe.Add(ref left, row * rowStep), innerStep, ref right, ref Unsafe.Add(ref target, row * stride), stride, inner, column, to);
    }

    private static void Block(ref double a, nint rowStep, nint innerStep, ref double b, ref double result, nint stride, int inner)
    {
        ref double result1 = ref Unsafe.Add(ref result, stride);
        ref double result2 = ref Unsafe.Add(ref result1, stride);
        ref double result3 = ref Unsafe.Add(ref result2, stride);
        Vector512<double> sum00 = Vector512.LoadUnsafe(ref result), sum01 = Vector512.LoadUnsafe(ref result, 8);
        Vector512<double> sum10 = Vector512.LoadUnsafe(ref result1), sum11 = Vector512.LoadUnsafe(ref result1, 8);
        Vector512<double> sum20 = Vector512.LoadUnsafe(ref result2), sum21 = Vector512.LoadUnsafe(ref result2, 8);
        Vector512<double> sum30 = Vector512.LoadUnsafe(ref result3), sum31 = Vector512.LoadUnsafe(ref result3, 8);
        for (int k = 0; k < inner; k++)
        {
            Vector512<double> right0 = Vector512.LoadUnsafe(ref b), right1 = Vector512.LoadUnsafe(ref b, 8);
            Vector512<double> left = Vector512.Create(a);
            sum00 = Vector512.FusedMultiplyAdd(left, right0, sum00);
            sum01 = Vector512.FusedMultiplyAdd(left, right1, sum01);
            left = Vector512.Create(Unsafe.Add(ref a, rowStep));
            sum10 = Vector512.FusedMultiplyAdd(left, right0, sum10);
            sum11 = Vector512.FusedMultiplyAdd(left, right1, sum11);
            left = Vector512.Create(Unsafe.Add(ref a, 2 * rowStep));
            sum20 = Vector512.FusedMultiplyAdd(left, right0, sum20);
            sum21 = Vector512.FusedMultiplyAdd(left, right1, sum21);
            left = Vector512.Create(Unsafe.Add(ref a, 3 * rowStep));
            sum30 = Vector512.FusedMultiplyAdd(left, right0, sum30);
            sum31 = Vector512.FusedMultiplyAdd(left, right1, sum31);
            a = ref Unsafe.Add(ref a, innerStep);
            b = ref Unsafe.Add(ref b, stride);
        }

        sum00.StoreUnsafe(ref result);
        sum01.StoreUnsafe(ref result, 8);
        sum10.StoreUnsafe(ref result1);
        sum11.StoreUnsafe(ref result1, 8);
        sum20.StoreUnsafe(ref result2);
        sum21.StoreUnsafe(ref result2, 8);
        sum30.StoreUnsafe(ref result3);
        sum31.StoreUnsafe(ref result3, 8);
    }

    private static void Row(
        ref double a, nint innerStep, ref double b, ref double result, nint stride, int inner, int from, int to)
    {
        int column = from;
        for (; column + 8 <= to; column += 8)
        {
            Vector512<double> sum = Vector512.LoadUnsafe(ref result, (nuint)column);
            for (int k = 0; k < inner; k++)
                sum = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a, k * innerStep)), Vector512.LoadUnsafe(ref Unsafe.Add(ref b, k * stride), (nuint)column), sum);
            sum.StoreUnsafe(ref result, (nuint)column);
        }

        for (; column + 2 <= to; column += 2)
        {
            Vector128<double> sum = Vector128.LoadUnsafe(ref result, (nuint)column);
            for (int k = 0; k < inner; k++)
                sum = Vector128.FusedMultiplyAdd(Vector128.Create(Unsafe.Add(ref a, k * innerStep)), Vector128.LoadUnsafe(ref Unsafe.Add(ref b, k * stride), (nuint)column), sum);
            sum.StoreUnsafe(ref result, (nuint)column);
        }

        for (; column < to; column++)
        {
            double sum = Unsafe.Add(ref result, column);
            for (int k = 0; k < inner; k++)
                sum = Math.FusedMultiplyAdd(Unsafe.Add(ref a, k * innerStep), Unsafe.Add(ref b, k * stride + column), sum);
            Unsafe.Add(ref result, column) = sum;
        }
    }
}
