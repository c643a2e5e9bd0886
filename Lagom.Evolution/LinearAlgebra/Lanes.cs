using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lagom.Evolution.LinearAlgebra;

/// <summary>Loops over rows padded with zeros to whole vectors: all spans have equal lengths that are multiples of <see cref="Pad"/>.</summary>
internal static class Lanes
{
    /// <summary>Rows are padded to a multiple of this.</summary>
    public const int Pad = 8;

    /// <summary>The dot product.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ref double x = ref MemoryMarshal.GetReference(a);
        ref double y = ref MemoryMarshal.GetReference(b);
        Vector512<double> sum = Vector512<double>.Zero;
        for (nuint i = 0; i < (nuint)a.Length; i += Pad)
            sum = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref x, i), Vector512.LoadUnsafe(ref y, i), sum);
        return Vector512.Sum(sum);
    }

    /// <summary>a = alpha a + beta b.</summary>
    public static void Combine(double alpha, Span<double> a, double beta, ReadOnlySpan<double> b)
    {
        ref double x = ref MemoryMarshal.GetReference(a);
        ref double y = ref MemoryMarshal.GetReference(b);
        for (nuint i = 0; i < (nuint)a.Length; i += Pad)
        {
            (Vector512.LoadUnsafe(ref x, i) * alpha + Vector512.LoadUnsafe(ref y, i) * beta).StoreUnsafe(ref x, i);
        }
    }

    /// <summary>a += beta b.</summary>
    public static void AddScaled(Span<double> a, double beta, ReadOnlySpan<double> b)
    {
        ref double x = ref MemoryMarshal.GetReference(a);
        ref double y = ref MemoryMarshal.GetReference(b);
        Vector512<double> factor = Vector512.Create(beta);
        for (nuint i = 0; i < (nuint)a.Length; i += Pad)
            Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref y, i), factor, Vector512.LoadUnsafe(ref x, i)).StoreUnsafe(ref x, i);
    }

    /// <summary>row -= alpha a + beta b.</summary>
    public static void SubtractTwo(Span<double> row, double alpha, ReadOnlySpan<double> a, double beta, ReadOnlySpan<double> b)
    {
        AddScaled(row, -alpha, a);
        AddScaled(row, -beta, b);
    }

    /// <summary>
    /// For each row from <paramref name="from"/> to <paramref name="to"/>: row -= a[row] b + b[row] a, and dots[row] = row · vector; columns
    /// before <paramref name="first"/>, a multiple of <see cref="Pad"/>, are left out.
    /// </summary>
    public static void SubtractTwoAndDot(
        double[] rows, int stride, int from, int to, int first, double[] a, double[] b, double[] vector, double[] dots)
    {
        ref double x = ref MemoryMarshal.GetArrayDataReference(a);
        ref double y = ref MemoryMarshal.GetArrayDataReference(b);
        ref double v = ref MemoryMarshal.GetArrayDataReference(vector);
        int row = from;
        for (; row + 1 < to; row += 2)
        {
            ref double r = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(rows), (nint)row * stride);
            ref double next = ref Unsafe.Add(ref r, stride);
            Vector512<double> alpha = Vector512.Create(-a[row]), beta = Vector512.Create(-b[row]), sum = Vector512<double>.Zero;
            Vector512<double> nextAlpha = Vector512.Create(-a[row + 1]), nextBeta = Vector512.Create(-b[row + 1]), nextSum = Vector512<double>.Zero;
            for (nuint i = (nuint)first; i < (nuint)stride; i += Pad)
            {
                Vector512<double> left = Vector512.LoadUnsafe(ref x, i), right = Vector512.LoadUnsafe(ref y, i), factor = Vector512.LoadUnsafe(ref v, i);
                Vector512<double> value = Vector512.FusedMultiplyAdd(right, alpha, Vector512.LoadUnsafe(ref r, i));
                value = Vector512.FusedMultiplyAdd(left, beta, value);
                value.StoreUnsafe(ref r, i);
                sum = Vector512.FusedMultiplyAdd(value, factor, sum);
                value = Vector512.FusedMultiplyAdd(right, nextAlpha, Vector512.LoadUnsafe(ref next, i));
                value = Vector512.FusedMultiplyAdd(left, nextBeta, value);
                value.StoreUnsafe(ref next, i);
                nextSum = Vector512.FusedMultiplyAdd(value, factor, nextSum);
            }

            dots[row] = Vector512.Sum(sum);
            dots[row + 1] = Vector512.Sum(nextSum);
        }

        if (row < to)
        {
            Span<double> last = rows.AsSpan(row * stride + first, stride - first);
            SubtractTwo(last, a[row], b.AsSpan(first), b[row], a.AsSpan(first));
            dots[row] = Dot(last, vector.AsSpan(first));
        }
    }

    /// <summary>For each row from <paramref name="from"/> to <paramref name="to"/>: row -= scale (row · v) v, for v that is 0 before <paramref name="first"/>.</summary>
    public static void Reflect(double[] rows, int stride, int from, int to, int first, double scale, ReadOnlySpan<double> vector)
    {
        ref double v = ref MemoryMarshal.GetReference(vector);
        int row = from;
        for (; row + 1 < to; row += 2)
        {
            ref double r = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(rows), (nint)row * stride);
            ref double next = ref Unsafe.Add(ref r, stride);
            Vector512<double> sum = Vector512<double>.Zero, nextSum = Vector512<double>.Zero;
            for (nuint i = (nuint)first; i < (nuint)stride; i += Pad)
            {
                Vector512<double> value = Vector512.LoadUnsafe(ref v, i);
                sum = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref r, i), value, sum);
                nextSum = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref next, i), value, nextSum);
            }

            Vector512<double> factor = Vector512.Create(-scale * Vector512.Sum(sum)), nextFactor = Vector512.Create(-scale * Vector512.Sum(nextSum));
            for (nuint i = (nuint)first; i < (nuint)stride; i += Pad)
            {
                Vector512<double> value = Vector512.LoadUnsafe(ref v, i);
                Vector512.FusedMultiplyAdd(value, factor, Vector512.LoadUnsafe(ref r, i)).StoreUnsafe(ref r, i);
                Vector512.FusedMultiplyAdd(value, nextFactor, Vector512.LoadUnsafe(ref next, i)).StoreUnsafe(ref next, i);
            }
        }

        if (row < to)
        {
            Span<double> last = rows.AsSpan(row * stride + first, stride - first);
            AddScaled(last, -scale * Dot(last, vector[first..]), vector[first..]);
        }
    }

    /// <summary>Applies rotations of the rows (i, i + 1) for i from <paramref name="high"/> - 1 down to <paramref name="low"/>.</summary>
    public static void Rotate(Span<double> rows, int stride, int low, int high, ReadOnlySpan<double> cosines, ReadOnlySpan<double> sines)
    {
        ref double start = ref MemoryMarshal.GetReference(rows);
        int column = 0;
        for (; column + 2 * Pad <= stride; column += 2 * Pad)
            RotateWide(ref Unsafe.Add(ref start, column), stride, low, high, cosines, sines);
        for (; column < stride; column += Pad)
            RotateNarrow(ref Unsafe.Add(ref start, column), stride, low, high, cosines, sines);
    }

    // Two vectors at a time hide the latency of the one that is carried from row to row.
    private static void RotateWide(ref double start, int stride, int low, int high, ReadOnlySpan<double> cosines, ReadOnlySpan<double> sines)
    {
        ref double upper = ref Unsafe.Add(ref start, (nint)high * stride);
        Vector512<double> carried0 = Vector512.LoadUnsafe(ref upper), carried1 = Vector512.LoadUnsafe(ref upper, Pad);
        for (int i = high - 1; i >= low; i--)
        {
            ref double lower = ref Unsafe.Subtract(ref upper, stride);
            Vector512<double> cosine = Vector512.Create(cosines[i]), sine = Vector512.Create(sines[i]);
            Vector512<double> row0 = Vector512.LoadUnsafe(ref lower), row1 = Vector512.LoadUnsafe(ref lower, Pad);
            Vector512.FusedMultiplyAdd(sine, row0, cosine * carried0).StoreUnsafe(ref upper);
            Vector512.FusedMultiplyAdd(sine, row1, cosine * carried1).StoreUnsafe(ref upper, Pad);
            carried0 = Vector512.FusedMultiplyAdd(cosine, row0, -(sine * carried0));
            carried1 = Vector512.FusedMultiplyAdd(cosine, row1, -(sine * carried1));
            upper = ref lower;
        }

        carried0.StoreUnsafe(ref upper);
        carried1.StoreUnsafe(ref upper, Pad);
    }

    private static void RotateNarrow(ref double start, int stride, int low, int high, ReadOnlySpan<double> cosines, ReadOnlySpan<double> sines)
    {
        ref double upper = ref Unsafe.Add(ref start, (nint)high * stride);
        Vector512<double> carried = Vector512.LoadUnsafe(ref upper);
        for (int i = high - 1; i >= low; i--)
        {
            ref double lower = ref Unsafe.Subtract(ref upper, stride);
            Vector512<double> cosine = Vector512.Create(cosines[i]), sine = Vector512.Create(sines[i]);
            Vector512<double> row = Vector512.LoadUnsafe(ref lower);
            Vector512.FusedMultiplyAdd(sine, row, cosine * carried).StoreUnsafe(ref upper);
            carried = Vector512.FusedMultiplyAdd(cosine, row, -(sine * carried));
            upper = ref lower;
        }

        carried.StoreUnsafe(ref upper);
    }
}
